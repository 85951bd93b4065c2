import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { portal } from "./portal.ts";

/** The carrier has stopped the line, for unpaid bills or another reason, and shows a notice instead. */
export const ispSuspended: Rule = {
  cause: "ISP_SUSPENDED",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "names", "clock", "trust"],
  evaluate({ facts }) {
    const found = portal(facts);
    if (found?.cause !== "ISP_SUSPENDED") return null;
    const alternatives = found.confidence === "certain" ? [] : (["CAPTIVE_PORTAL"] as const);
    return {
      confidence: found.confidence,
      alternatives,
      impact: "down",
      systems: everySystem(facts),
      params: { page: found.place },
      evidence: found.evidence,
    };
  },
};
