import { everySystem, linksUp } from "../help.ts";
import type { Rule } from "../rule.ts";

/** An address, and no way out of the office's own network. */
export const noDefaultRoute: Rule = {
  cause: "NO_DEFAULT_ROUTE",
  needs: ["link", "address"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { local } = facts;
    const link = linksUp(facts).find((one) => one.usable4 || one.usable6);
    if (
      !local.routesKnown ||
      link === undefined ||
      local.defaults4.length + local.defaults6.length > 0 ||
      facts.beyondSpoke
    )
      return null;
    // Of an adapter that is off or unplugged the routes are gone, too.
    if (link.up === "unknown") return null;
    const manual = link.manual === true;
    return {
      ...(manual ? { culprit: "laptop" as const } : {}),
      impact: "down",
      systems: everySystem(facts),
      params: {
        interface: link.label,
        address: link.addresses.find((one) => one.scope === "global")?.address ?? "",
        how: manual ? "manual" : "dhcp",
        ...(manual ? { typed: link.label } : { dhcp: link.label }),
      },
      evidence: [
        ...(local.routesId === null ? [] : [local.routesId]),
        link.id,
        ...(link.lease === null ? [] : [link.lease.id]),
      ],
    };
  },
};
