import { silent } from "../scenario.ts";

export default silent({
  id: "no-ipv6",
  fault: "no IPv6 at all",
  async inject(lab) {
    await lab.sysctl("laptop", "net.ipv6.conf.eth0.disable_ipv6", "1");
  },
});
