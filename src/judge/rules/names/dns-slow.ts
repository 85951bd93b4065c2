import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";
import { median } from "../../../base/statistics.ts";

/** From here on people notice; 400 ms they do not. */
const SLOW_MS = 1000;

/** The resolver answers late, and not because the line itself is long. */
export const dnsSlow: Rule = {
  cause: "DNS_SLOW",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts }) {
    const server = facts.dns.configured.find((one) => one.state === "works");
    if (server === undefined || server.rttMs === null || server.leastMs === null) return null;
    const compared = median(
      facts.contacts
        .filter((one) => one.transport === "tcp" && one.open === true && one.rttMs !== null)
        .map((one) => one.rttMs ?? 0),
    );
    const line = compared ?? 0;
    // A resolver that must ask others first needs two or three round trips of a long line.
    if (server.leastMs < SLOW_MS || server.leastMs < 3 * line + SLOW_MS / 2) return null;
    return {
      // Nobody else's answer was timed: the line itself may be that long.
      ...(compared === null ? { confidence: "likely" as const, alternatives: ["HIGH_LATENCY" as const] } : {}),
      impact: "hurt",
      severity: "minor",
      systems: namedSystems(facts),
      params: { server: server.label, ms: Math.round(server.rttMs), lineMs: Math.round(line) },
      evidence: server.ids,
    };
  },
};
