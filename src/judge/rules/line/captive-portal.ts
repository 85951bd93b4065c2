import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { portal } from "./portal.ts";

/** A log-in page stands before the Internet. */
export const captivePortal: Rule = {
  cause: "CAPTIVE_PORTAL",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "names", "clock", "trust"],
  evaluate({ facts }) {
    const found = portal(facts);
    if (found?.cause !== "CAPTIVE_PORTAL") return null;
    const alternatives = found.confidence === "certain" ? [] : (["ISP_SUSPENDED"] as const);
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
