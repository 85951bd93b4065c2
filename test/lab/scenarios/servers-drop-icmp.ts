import { silent } from "../scenario.ts";

export default silent({
  id: "servers-drop-icmp",
  fault: "servers drop ICMP",
  async inject(lab) {
    for (const role of ["dc", "internet"] as const)
      await lab.filter(role, "inet filter input", ["meta l4proto icmp drop"]);
  },
});
