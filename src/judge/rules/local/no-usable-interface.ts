import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Nothing but loopback, idle tunnels and container bridges. */
export const noUsableInterface: Rule = {
  cause: "NO_USABLE_INTERFACE",
  needs: [],
  breaks: ["link", "address", "gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { local } = facts;
    if (!local.known || local.links.length > 0 || facts.beyondSpoke) return null;
    return { impact: "down", systems: everySystem(facts), params: {}, evidence: local.allInterfaceIds };
  },
};
