import type { ObservationOf } from "../../../src/evidence/schema.ts";
import { set, type Change } from "../changes.ts";
import { each, type Border, type Side } from "./border.ts";

const rtt = (rttMs: number): Change => set({ rttMs });
const rate = (kbps: number): Change => set({ kbps });
const lost = (sent: number, count: number): Change => set({ loss: { gateway: [20, 0], beyond: [sent, count] } });

/** Changes the idle series to the target inside the country. */
function near(part: Partial<ObservationOf<"quality">["evidence"]>): NonNullable<Side["edit"]> {
  return each("quality", (one) =>
    one.evidence.scope === "domestic" ? { ...one, evidence: { ...one.evidence, ...part } } : one,
  );
}
const jitter = (jitterMs: number): NonNullable<Side["edit"]> => near({ jitterMs });

/** Round trip, jitter, loss and rate that a call needs with picture, with a poor picture, and with sound alone. */
export const GRADE_BORDERS: readonly Border[] = [
  {
    name: "100 ms there and back carry a good picture",
    within: { make: rtt(100), says: [], grade: { grade: "vc_good", decidedBy: null, medianMs: 100 } },
    beyond: { make: rtt(100.1), says: [], grade: { grade: "vc_fair", decidedBy: "rtt", medianMs: 100.1 } },
  },
  {
    name: "300 ms carry a picture",
    within: { make: rtt(300), says: [], grade: { grade: "vc_fair", decidedBy: "rtt" } },
    beyond: { make: rtt(300.1), says: ["HIGH_LATENCY"], grade: { grade: "vc_audio", decidedBy: "rtt" } },
  },
  {
    name: "800 ms carry sound",
    within: { make: rtt(800), says: ["HIGH_LATENCY"], grade: { grade: "vc_audio", decidedBy: "rtt" } },
    beyond: { make: rtt(800.1), says: ["HIGH_LATENCY"], grade: { grade: "vc_bad", decidedBy: "rtt" } },
  },
  {
    name: "30 ms of jitter are no matter",
    within: { edit: jitter(30), says: [], grade: { grade: "vc_good", decidedBy: null, jitterMs: 30 } },
    beyond: { edit: jitter(30.1), says: [], grade: { grade: "vc_fair", decidedBy: "jitter", jitterMs: 30.1 } },
  },
  {
    name: "50 ms of jitter spare the picture",
    within: { edit: jitter(50), says: [], grade: { grade: "vc_fair", decidedBy: "jitter" } },
    beyond: { edit: jitter(50.1), says: ["JITTER"], grade: { grade: "vc_audio", decidedBy: "jitter" } },
  },
  {
    name: "100 ms of jitter spare the sound",
    within: { edit: jitter(100), says: ["JITTER"], grade: { grade: "vc_audio", decidedBy: "jitter" } },
    beyond: { edit: jitter(100.1), says: ["JITTER"], grade: { grade: "vc_bad", decidedBy: "jitter" } },
  },
  {
    name: "one percent lost is no matter",
    within: { make: lost(200, 2), says: [], grade: { grade: "vc_good", decidedBy: null, lossPercent: 1 } },
    beyond: { make: lost(190, 2), says: [], grade: { grade: "vc_fair", decidedBy: "loss", lossPercent: 1.1 } },
  },
  {
    name: "three percent lost spare the picture",
    within: { make: lost(100, 3), says: [], grade: { grade: "vc_fair", decidedBy: "loss", lossPercent: 3 } },
    beyond: { make: lost(98, 3), says: [], grade: { grade: "vc_audio", decidedBy: "loss", lossPercent: 3.1 } },
  },
  {
    name: "five percent lost spare the sound",
    within: { make: lost(60, 3), says: [], grade: { grade: "vc_audio", decidedBy: "loss", lossPercent: 5 } },
    beyond: { make: lost(59, 3), says: [], grade: { grade: "vc_bad", decidedBy: "loss", lossPercent: 5.1 } },
  },
  {
    name: "a single lost packet is no percentage",
    within: { make: lost(30, 1), says: [], grade: { grade: "vc_good", decidedBy: null, lossPercent: 3.3 } },
    beyond: { make: lost(30, 2), says: [], grade: { grade: "vc_bad", decidedBy: "loss", lossPercent: 6.7 } },
  },
  {
    name: "2500 kbit/s carry a good picture",
    within: { make: rate(2500), says: [], grade: { grade: "vc_good", decidedBy: null } },
    beyond: { make: rate(2499), says: [], grade: { grade: "vc_fair", decidedBy: "throughput" } },
  },
  {
    name: "1000 kbit/s carry a picture",
    within: { make: rate(1000), says: [], grade: { grade: "vc_fair", decidedBy: "throughput" } },
    beyond: { make: rate(999), says: [], grade: { grade: "vc_audio", decidedBy: "throughput" } },
  },
  {
    name: "200 kbit/s carry sound",
    within: { make: rate(200), says: ["LOW_BANDWIDTH"], grade: { grade: "vc_audio", decidedBy: "throughput" } },
    beyond: { make: rate(199), says: ["LOW_BANDWIDTH"], grade: { grade: "vc_bad", decidedBy: "throughput" } },
  },
  {
    name: "nine samples grade nothing",
    within: { make: lost(9, 0), says: [], grade: { grade: "unknown", medianMs: null, lossPercent: null } },
    beyond: { make: lost(10, 0), says: [], grade: { grade: "vc_good", medianMs: 12, lossPercent: 0 } },
  },
  {
    name: "a target abroad grades no line inside the country",
    within: { edit: near({ scope: "foreign" }), says: [], grade: { grade: "unknown", medianMs: null } },
    beyond: { edit: near({ scope: "system" }), says: [], grade: { grade: "vc_good", medianMs: 12 } },
  },
];
