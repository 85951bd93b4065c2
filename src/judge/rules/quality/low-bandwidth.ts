import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";

/** Below this not even plain web work is tolerable (domain notes 3.2: 0.5 Mbit/s). */
export const LOW_KBPS = 500;

const LATE: ReadonlySet<string> = new Set(["tls", "firstByte", "body"]);

/** A line too narrow for our own few pages; what then came too late fails for that reason alone. */
export const lowBandwidth: Rule = {
  cause: "LOW_BANDWIDTH",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const rate = facts.quality.throughputKbps;
    const common = { impact: "hurt", severity: "minor", systems: everySystem(facts) } as const;
    const late = open.filter((one) => one.code === "TIMEOUT" && LATE.has(one.stage)).map((one) => one.key);
    if (rate !== null)
      return rate.value >= LOW_KBPS
        ? null
        : { ...common, params: { kbps: round(rate.value) }, evidence: [rate.id], explains: late };
    const clogged = congestion(facts);
    if (clogged === null) return null;
    return {
      ...common,
      explains: late,
      confidence: "likely",
      alternatives: ["BUFFERBLOAT"],
      params: { idle: round(clogged.idleMs), loaded: round(clogged.busyMs) },
      evidence: clogged.ids,
    };
  },
};
