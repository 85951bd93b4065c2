import { scenario } from "../scenario.ts";

export default scenario({
  id: "narrow-line-far",
  group: "own",
  fault: "192 kbit/s behind 150 ms",
  async inject(lab) {
    await lab.line({ kbps: 192, queueBytes: 24_000, delayMs: 75 });
  },
  expect: { status: ["degraded", "faulty"], cause: "LOW_BANDWIDTH", culprit: "isp" },
  mustNotSay: ["LINE_LOSS", "LAN_LOSS", "SERVER_DOWN", "LINE_DOWN", "SERVER_HANGS"],
  alone: true,
});
