import { scenario } from "../scenario.ts";

export default scenario({
  id: "narrow-line-128",
  group: "own",
  fault: "128 kbit/s with a short queue",
  async inject(lab) {
    await lab.line({ kbps: 128, queueBytes: 16_000, delayMs: 20 });
  },
  expect: { status: ["degraded", "faulty"], cause: "LOW_BANDWIDTH", culprit: "isp" },
  mustNotSay: ["LINE_LOSS", "LAN_LOSS", "SERVER_DOWN", "LINE_DOWN", "SERVER_HANGS"],
  alone: true,
});
