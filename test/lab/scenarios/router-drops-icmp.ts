import { silent } from "../scenario.ts";

export default silent({
  id: "router-drops-icmp",
  fault: "router drops ICMP",
  async inject(lab) {
    await lab.filter("router", "inet filter input", ["meta l4proto icmp drop"]);
  },
});
