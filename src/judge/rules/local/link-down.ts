import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { deadLink } from "./dead-link.ts";

/** No signal on the wire, or no association with an access point. */
export const linkDown: Rule = {
  cause: "LINK_DOWN",
  needs: ["link"],
  breaks: ["link", "address", "gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const dead = deadLink(facts);
    if (dead?.kind !== "unplugged") return null;
    return {
      // From the laptop a pulled cable and a switch without power look the same.
      confidence: "likely",
      alternatives: ["LAN_SILENT"],
      impact: "down",
      systems: everySystem(facts),
      params: { interface: dead.link.label, medium: dead.link.kind === "wifi" ? "wifi" : "wire" },
      evidence: [dead.link.id],
    };
  },
};
