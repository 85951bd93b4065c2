import { compareText, observed } from "../../facts/observed.ts";
import { isCounted } from "../../facts/attempt.ts";
import type { Rule } from "../rule.ts";

/**
 * The local signing program does not listen. It belongs on the officer's computer, not on the technician's: a note,
 * never a fault of the office.
 */
export const signingAgentMissing: Rule = {
  cause: "SIGNING_AGENT_MISSING",
  needs: [],
  breaks: [],
  evaluate({ facts }) {
    const counted = new Set(facts.evidence.profile.systems.filter(isCounted).map((one) => one.id));
    const missing = observed(facts.evidence, "localAgent").filter(
      (one) => one.evidence.listening === false && counted.has(one.evidence.system),
    );
    const [first] = missing;
    if (first === undefined) return null;
    return {
      impact: "none",
      severity: "info",
      systems: missing.map((one) => one.evidence.system).toSorted(compareText),
      params: { place: `${first.evidence.address}:${first.evidence.port}` },
      evidence: missing.map((one) => one.id),
    };
  },
};
