import { scenario } from "../scenario.ts";

export default scenario({
  id: "udp-blocked",
  group: "catalogue",
  fault: "carrier blocks UDP except DNS",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ["meta l4proto udp udp dport != 53 drop"]);
  },
  expect: { status: ["faulty", "degraded"], cause: "UDP_BLOCKED", culprit: "isp", affects: ["video"] },
  mustNotSay: ["SERVER_DOWN"],
});
