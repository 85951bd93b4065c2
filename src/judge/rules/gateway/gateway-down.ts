import type { Cause } from "../../../text/causes/index.ts";
import { sameAddress } from "../../facts/address.ts";
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
    // A router that somebody typed may never have been there.
    const typed =
      facts.local.primary?.manual === true &&
      !(facts.evidence.baseline?.gateways ?? []).some((one) => sameAddress(one.address, gateway.address));
    const seen = gateway.alive === false && lan.stations.length > 0;
    const instead: Cause = gateway.alive === false ? "LAN_SILENT" : "GATEWAY_NOT_FORWARDING";
    return {
      confidence: seen && !typed ? "certain" : "likely",
      alternatives: [...(seen ? [] : [instead]), ...(typed ? (["STATIC_WRONG_SUBNET"] as const) : [])],
      impact: "down",
      systems: everySystem(facts),
      params: {
        gateway: gateway.address,
        ...(gateway.mac === null ? {} : { mac: gateway.mac }),
        ...(lan.stations.length === 0 ? {} : { stations: lan.stations.length }),
      },
      evidence: [...gateway.against, ...lan.ids],
      against: gateway.for,
    };
  },
};
