import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { portal, type Portal } from "./portal.ts";

/** A rule for one of the two who may show a page of their own; `other` is the one that it might be mistaken for. */
export function portalRule(cause: Portal["cause"], other: Portal["cause"]): Rule {
  return {
    cause,
    needs: ["link", "address", "gateway", "line"],
    breaks: ["line", "names", "clock", "trust"],
    evaluate({ facts }) {
      const found = portal(facts);
      if (found?.cause !== cause) return null;
      return {
        confidence: found.confidence,
        alternatives: found.confidence === "certain" ? [] : [other],
        impact: "down",
        systems: everySystem(facts),
        params: found.place === null ? {} : { page: found.place },
        evidence: found.evidence,
      };
    },
  };
}
