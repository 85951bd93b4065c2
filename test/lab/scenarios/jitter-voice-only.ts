import { scenario } from "../scenario.ts";

export default scenario({
  id: "jitter-voice-only",
  group: "own",
  fault: "80 ms of jitter: calls in voice alone",
  async inject(lab) {
    await lab.line({ delayMs: 20, jitterMs: 160, reorderPercent: 100 });
  },
  expect: { status: "degraded", cause: "JITTER", culprit: "isp" },
  mustNotSay: ["LINE_LOSS", "HIGH_LATENCY", "LOW_BANDWIDTH"],
  alone: true,
});
