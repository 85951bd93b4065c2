import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Below this not even plain web work is tolerable (domain notes 3.2: 0.5 Mbit/s). */
export const LOW_KBPS = 500;

export const lowBandwidth: Rule = {
  cause: "LOW_BANDWIDTH",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const rate = facts.quality.throughputKbps;
    if (rate === null || rate.value >= LOW_KBPS) return null;
    return { impact: "hurt", severity: "minor", systems: everySystem(facts), params: { kbps: round(rate.value) }, evidence: [rate.id] };
  },
};
