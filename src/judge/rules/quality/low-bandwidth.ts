import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";

/** Below this not even plain web work is tolerable (domain notes 3.2: 0.5 Mbit/s). */
export const LOW_KBPS = 500;

export const lowBandwidth: Rule = {
  cause: "LOW_BANDWIDTH",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const rate = facts.quality.throughputKbps;
    const common = { impact: "hurt", severity: "minor", systems: everySystem(facts) } as const;
    if (rate !== null)
      return rate.value >= LOW_KBPS ? null : { ...common, params: { kbps: round(rate.value) }, evidence: [rate.id] };
    const clogged = congestion(facts);
    if (clogged === null) return null;
    return {
      ...common,
      confidence: "likely",
      alternatives: ["BUFFERBLOAT"],
      params: { idle: round(clogged.idleMs), loaded: round(clogged.busyMs) },
      evidence: clogged.ids,
    };
  },
};
