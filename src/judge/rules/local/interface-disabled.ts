import type { RuleContext, Rule } from "../rule.ts";
import { everySystem } from "../help.ts";
import { deadLink } from "./dead-link.ts";

/** The adapter is switched off by hand or by the system. */
export const interfaceDisabled: Rule = {
  cause: "INTERFACE_DISABLED",
  needs: ["link"],
  breaks: ["link", "address", "gateway", "line", "names", "clock"],
  evaluate({ facts }: RuleContext) {
    const dead = deadLink(facts);
    if (dead?.kind !== "disabled") return null;
    return {
      impact: "down",
      systems: everySystem(facts),
      params: { interface: dead.link.label },
      evidence: [dead.link.id],
      against: facts.local.links.filter((link) => link !== dead.link).map((link) => link.id),
    };
  },
};
