import { silent } from "../scenario.ts";

export default silent({
  id: "printer-drops-icmp",
  fault: "printer drops ICMP",
  async inject(lab) {
    await lab.filter("printer", "inet filter input", ["meta l4proto icmp drop"]);
  },
  baseline: true,
});
