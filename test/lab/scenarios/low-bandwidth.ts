import { scenario } from "../scenario.ts";

export default scenario({
  id: "low-bandwidth",
  group: "catalogue",
  fault: "256 kbit/s",
  async inject(lab) {
    await lab.line({ kbps: 256, queueBytes: 64_000, delayMs: 20 });
  },
  expect: { status: "degraded", cause: "LOW_BANDWIDTH", culprit: "isp" },
  mustNotSay: ["LINE_DOWN", "SERVER_DOWN"],
  alone: true,
});
