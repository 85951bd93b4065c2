import { scenario } from "../scenario.ts";

export default scenario({
  id: "high-latency",
  group: "catalogue",
  fault: "600 ms round trip",
  async inject(lab) {
    await lab.line({ delayMs: 300 });
  },
  expect: { status: "degraded", cause: "HIGH_LATENCY", culprit: "isp" },
  mustNotSay: ["LINE_DOWN", "SERVER_DOWN", "DNS_SLOW", "SERVER_HANGS"],
  alone: true,
});
