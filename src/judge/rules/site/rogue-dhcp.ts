import { sameAddress } from "../../facts/address.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * The address came from somebody else than usual while the usual router is still there: two machines hand out
 * addresses.
 */
export const rogueDhcp: Rule = {
  cause: "ROGUE_DHCP",
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts }) {
    const known = facts.evidence.baseline?.gateways ?? [];
    const { gateway, lan } = facts;
    // An address that somebody typed came from nobody's DHCP.
    if (known.length === 0 || gateway === null || facts.local.primary?.manual === true) return null;
    const isKnown = (address: string, mac: string | null): boolean =>
      known.some((one) => (one.mac !== null && mac !== null ? one.mac === mac : sameAddress(one.address, address)));
    if (isKnown(gateway.address, gateway.mac)) return null;
    const usual = [...lan.stations, ...facts.gateways.filter((one) => one !== gateway && one.alive === true)].find(
      (one) => isKnown(one.address, one.mac),
    );
    if (usual === undefined) return null;
    const lease = facts.local.primary?.lease ?? null;
    const server = lease?.evidence.server ?? null;
    return {
      confidence: "likely",
      alternatives: ["UNUSUAL_NETWORK"],
      impact: facts.beyondSpoke ? "hurt" : "down",
      // Behind a false router nothing can be said of the true one's line.
      breaks: facts.beyondSpoke ? [] : ["gateway", "line", "names", "clock"],
      ...(facts.beyondSpoke ? { severity: "minor" as const } : {}),
      systems: everySystem(facts),
      params: {
        gateway: gateway.address,
        usual: usual.address,
        ...(gateway.mac === null ? {} : { mac: gateway.mac }),
        ...(server === null ? {} : { server }),
      },
      evidence: [gateway.id, ...lan.ids, ...(lease === null ? [] : [lease.id])],
    };
  },
};
