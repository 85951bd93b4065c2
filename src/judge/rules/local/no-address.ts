import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { linkWithoutAddress } from "./no-lease.ts";

/** Set to an address by hand, and none entered. */
export const noAddress: Rule = {
  cause: "NO_ADDRESS",
  needs: ["link"],
  breaks: ["address", "gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const link = linkWithoutAddress(facts);
    if (link?.manual !== true) return null;
    return {
      impact: "down",
      systems: everySystem(facts),
      params: { interface: link.label },
      evidence: [link.id, ...(link.lease === null ? [] : [link.lease.id])],
    };
  },
};
