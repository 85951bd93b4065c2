import { scenario } from "../scenario.ts";

export default scenario({
  id: "lan-loss",
  group: "catalogue",
  fault: "damaged cable: 40 % of packets lost",
  async inject(lab) {
    await lab.filter("switch", "bridge filter forward", ['iifname "p-laptop" numgen random mod 100 < 40 drop']);
  },
  expect: { status: ["faulty", "degraded"], cause: "LAN_LOSS", culprit: "cable" },
  mustNotSay: ["LINE_LOSS", "GATEWAY_DOWN", "LINE_DOWN"],
});
