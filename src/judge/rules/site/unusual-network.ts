import { inPrefix, sameAddress } from "../../facts/address.ts";
import type { Rule } from "../rule.ts";

/** Neither the addresses nor the router of the last healthy visit: a phone, a neighbour's Wi-Fi, or new equipment. */
export const unusualNetwork: Rule = {
  cause: "UNUSUAL_NETWORK",
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts, found }) {
    const { baseline } = facts.evidence;
    const { primary } = facts.local;
    const own = primary?.addresses.find((one) => one.scope === "global" && one.family === 4);
    if (baseline === null || primary === null || own === undefined || baseline.prefixes.length === 0) return null;
    if (found.includes("ROGUE_DHCP") || found.includes("STATIC_WRONG_SUBNET")) return null;
    const { gateway } = facts;
    const mac = gateway?.mac ?? null;
    const samePlace = baseline.prefixes.some((prefix) => inPrefix(own.address, prefix));
    const sameRouter = baseline.gateways.some((one) =>
      one.mac !== null && mac !== null
        ? one.mac === mac
        : gateway !== null && sameAddress(one.address, gateway.address),
    );
    if (samePlace || sameRouter) return null;
    return {
      impact: "none",
      severity: "minor",
      systems: [],
      params: {
        address: own.address,
        interface: primary.label,
        usual: baseline.prefixes,
        usualGateway: baseline.gateways.map((one) => one.address),
        ...(gateway === null ? {} : { gateway: gateway.address }),
      },
      evidence: [primary.id, ...(gateway === null ? [] : [gateway.id])],
    };
  },
};
