import { inPrefix } from "../../facts/address.ts";
import { everySystem } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import type { Facts } from "../../facts/facts.ts";
import { silentLan } from "../gateway/silent-lan.ts";

/** An address entered by hand that does not belong here: nobody of its network is in the room. */
export const staticWrongSubnet: Rule = {
  cause: "STATIC_WRONG_SUBNET",
  needs: ["link", "address"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const link = facts.local.primary;
    const own = link?.addresses.find((one) => one.family === 4 && one.scope === "global");
    if (link === null || own === undefined || link.manual === false || facts.beyondSpoke) return null;
    if (facts.gateway?.alive === true) return null;
    const gateway = facts.local.defaults4[0]?.gateway ?? null;
    const base = {
      impact: "down",
      systems: everySystem(facts),
      params: {
        interface: link.label,
        address: own.address,
        prefix: own.prefix,
        ...(gateway === null ? {} : { gateway }),
      },
      evidence: [link.id, ...(facts.gateway === null ? [] : [facts.gateway.id])],
    } as const;
    if (gateway !== null && !link.prefixes.some((prefix) => inPrefix(gateway, prefix)) && link.manual === true)
      return base;
    return againstBaseline(facts, own.address, base) ?? strangers(facts, link.manual === true, base);
  },
};

function againstBaseline(facts: Facts, address: string, base: Draft): Draft | null {
  const prefixes = facts.evidence.baseline?.prefixes ?? [];
  if (prefixes.length === 0 || prefixes.some((prefix) => inPrefix(address, prefix))) return null;
  return { ...base, params: { ...base.params, usual: prefixes } };
}

// Traffic is heard, and none of it comes from the network that the laptop believes to be in.
function strangers(facts: Facts, manual: boolean, base: Draft): Draft | null {
  const known = facts.evidence.baseline !== null;
  if (!manual || known || facts.lan.stations.length > 0 || !facts.lan.swept || silentLan(facts)) return null;
  return { ...base, confidence: "likely", alternatives: ["GATEWAY_DOWN"] };
}
