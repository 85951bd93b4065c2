import { median } from "../../../base/statistics.ts";
import { everySystem, round } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";

/** Beyond this calls are left with voice alone: see the grades of a line. */
const VOICE_ONLY_MS = 50;
/** Fewer samples tell nothing. */
const ENOUGH = 10;

/** Round trips inside the country that vary from packet to packet, while those to the router do not. */
export const jitter: Rule = {
  cause: "JITTER",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, found }) {
    const far = facts.quality.beyond.filter((one) => one.scope === "domestic" && one.jitterMs !== null && !one.busy);
    const ms = median(far.flatMap((one) => one.jitterMs ?? []));
    if (ms === null || ms <= VOICE_ONLY_MS || far.every((one) => one.sent < ENOUGH)) return null;
    // A line that loses or is clogged varies for that reason.
    const told = found.some((cause) => cause === "LINE_LOSS" || cause === "LAN_LOSS" || cause === "LOW_BANDWIDTH");
    if (told || congestion(facts) !== null) return null;
    const [near] = facts.quality.gateway.flatMap((one) => one.jitterMs ?? []);
    const here = near !== undefined && near > ms / 2;
    return {
      ...(here ? { culprit: "cable" as const } : {}),
      confidence: near === undefined ? "likely" : "certain",
      impact: "hurt",
      severity: "minor",
      systems: everySystem(facts),
      params: { ms: round(ms), ...(near === undefined ? {} : { near: round(near) }) },
      evidence: [...far, ...facts.quality.gateway].map((one) => one.id),
    };
  },
};
