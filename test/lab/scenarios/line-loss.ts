import { scenario } from "../scenario.ts";

export default scenario({
  id: "line-loss",
  group: "catalogue",
  fault: "10 % loss on the carrier line",
  async inject(lab) {
    await lab.filter("isp", "inet filter forward", ['iifname "cust0" numgen random mod 100 < 10 drop']);
  },
  expect: { status: ["degraded", "faulty"], cause: "LINE_LOSS", culprit: "isp" },
  mustNotSay: ["LAN_LOSS", "SERVER_DOWN", "DATACENTRE_DOWN", "LINE_DOWN"],
});
