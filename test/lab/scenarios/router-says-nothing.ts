import { RESOLVER } from "../map.ts";
import { silent } from "../scenario.ts";

export default silent({
  id: "router-says-nothing",
  fault: "router answers neither ICMP nor on any port",
  async inject(lab) {
    await lab.resolvers([RESOLVER.isp]);
    await lab.filter("router", "inet filter input", ['iifname "lan0" drop']);
    await lab.filter("router", "inet filter output", ['oifname "lan0" meta l4proto icmp drop']);
  },
});
