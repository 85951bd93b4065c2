import { scenario } from "../scenario.ts";

export default scenario({
  id: "bufferbloat",
  group: "catalogue",
  fault: "line slow as soon as it is busy",
  async inject(lab) {
    await lab.line({ kbps: 2000, queueBytes: 1_000_000, delayMs: 5 });
  },
  expect: { status: "degraded", cause: "BUFFERBLOAT", culprit: "isp" },
  mustNotSay: ["LAN_LOSS", "HIGH_LATENCY"],
  alone: true,
});
