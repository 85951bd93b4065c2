import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * Systems of the government's own wide-area network: from a laptop that is not joined to it, silence proves nothing.
 */
export const tslcdUnreachable: Rule = {
  cause: "TSLCD_UNREACHABLE",
  needs: ["link", "address", "gateway"],
  breaks: [],
  evaluate({ facts, open }) {
    const all = facts.targets.filter((one) => one.endpoint.network === "tslcd" && one.state !== "untested");
    const hurt = open.filter((one) => all.includes(one));
    if (hurt.length === 0 || hurt.length < all.length) return null;
    return downTargets(hurt, { impact: "none", severity: "info", confidence: "likely" });
  },
};
