import type { Facts } from "../../facts/facts.ts";
import type { LinkFact } from "../../facts/local.ts";
import { everySystem, linksUp } from "../help.ts";
import type { Part, Rule } from "../rule.ts";

/** A laptop without a link has nothing else. */
const EVERYTHING: readonly Part[] = ["link", "address", "gateway", "line", "names", "clock"];

/**
 * Why no link carries a signal: which adapter to look at first, and whether it is switched off or unplugged. Null where
 * a link is up. A wired adapter that is on and hears nothing comes before one that is off, and the wire before the
 * radio: that is what the office works with.
 */
function deadLink(facts: Facts): { readonly kind: "disabled" | "unplugged"; readonly link: LinkFact } | null {
  const { links, known } = facts.local;
  if (!known || links.length === 0 || linksUp(facts).length > 0 || facts.beyondSpoke) return null;
  const wired = links.filter((link) => link.kind !== "wifi" && link.kind !== "mobile");
  const unplugged = (one: LinkFact): boolean => one.adminUp !== false;
  const [link] = [...wired.filter(unplugged), ...wired, ...links.filter(unplugged), ...links];
  if (link === undefined) return null;
  return { kind: unplugged(link) ? "unplugged" : "disabled", link };
}

/** Nothing but loopback, idle tunnels and container bridges. */
export const noUsableInterface: Rule = {
  cause: "NO_USABLE_INTERFACE",
  needs: [],
  breaks: EVERYTHING,
  evaluate({ facts }) {
    const { local } = facts;
    if (!local.known || local.links.length > 0 || facts.beyondSpoke) return null;
    return { impact: "down", systems: everySystem(facts), params: {}, evidence: local.allInterfaceIds };
  },
};

/** The adapter is switched off by hand or by the system. */
export const interfaceDisabled: Rule = {
  cause: "INTERFACE_DISABLED",
  needs: ["link"],
  breaks: EVERYTHING,
  evaluate({ facts }) {
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

/** No signal on the wire, or no association with an access point. */
export const linkDown: Rule = {
  cause: "LINK_DOWN",
  needs: ["link"],
  breaks: EVERYTHING,
  evaluate({ facts }) {
    const dead = deadLink(facts);
    if (dead?.kind !== "unplugged") return null;
    return {
      // From the laptop a pulled cable and a switch without power look the same.
      confidence: "likely",
      impact: "down",
      systems: everySystem(facts),
      params: { interface: dead.link.label, medium: dead.link.kind === "wifi" ? "wifi" : "wire" },
      evidence: [dead.link.id],
    };
  },
};
