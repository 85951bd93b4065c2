import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { LOW_KBPS } from "./low-bandwidth.ts";

/** Growth of the round trip under load that people notice in calls. */
const GROWTH_MS = 200;

/** The round trip explodes while something is being transferred: a queue on the way is far too long. */
export const bufferbloat: Rule = {
  cause: "BUFFERBLOAT",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const { loaded, throughputKbps } = facts.quality;
    const starved = throughputKbps !== null && throughputKbps.value < LOW_KBPS;
    if (loaded === null || starved || loaded.loadedMs - loaded.idleMs < GROWTH_MS) return null;
    return {
      impact: "hurt",
      severity: "minor",
      systems: everySystem(facts),
      params: {
        idle: round(loaded.idleMs),
        loaded: round(loaded.loadedMs),
        ...(throughputKbps === null ? {} : { kbps: round(throughputKbps.value) }),
      },
      evidence: [loaded.id],
    };
  },
};
