import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";
import { roundTrip } from "./round-trip.ts";

/** ITU-T G.114: 150 ms one way are fine, that is 300 ms there and back. */
const LONG_MS = 300;

/** Slow and working. A line known to go over a satellite is that long by nature. */
export const highLatency: Rule = {
  cause: "HIGH_LATENCY",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const trip = roundTrip(facts);
    if (facts.evidence.site.satellite === true || trip === null || trip.ms <= LONG_MS || congestion(facts) !== null)
      return null;
    const usual = facts.evidence.baseline?.domesticRttMs ?? null;
    const near = facts.quality.gateway[0]?.medianMs ?? null;
    return {
      impact: "hurt",
      severity: "minor",
      systems: everySystem(facts),
      params: {
        ms: round(trip.ms),
        ...(usual === null ? {} : { usual: round(usual) }),
        ...(near === null ? {} : { near: round(near) }),
      },
      evidence: trip.ids,
      against: facts.quality.gateway.map((one) => one.id),
    };
  },
};
