import type { Rule } from "../rule.ts";
import { everySystem } from "../help.ts";

/** The router does not answer in any way, while the link is good. */
export const gatewayDown: Rule = {
  cause: "GATEWAY_DOWN",
  needs: ["link", "address", "gateway"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const { gateway, lan } = facts;
    if (gateway === null || gateway.alive === true || facts.beyondSpoke) return null;
    const certain = gateway.alive === false && lan.stations.length > 0;
    return {
      confidence: certain ? "certain" : "likely",
      alternatives: certain ? [] : gateway.alive === false ? ["LAN_SILENT"] : ["GATEWAY_NOT_FORWARDING"],
      impact: "down",
      systems: everySystem(facts),
      params: { gateway: gateway.address, ...(gateway.mac === null ? {} : { mac: gateway.mac }), ...(lan.stations.length === 0 ? {} : { stations: lan.stations.length }) },
      evidence: [...gateway.against, ...lan.ids],
      against: gateway.for,
    };
  },
};
