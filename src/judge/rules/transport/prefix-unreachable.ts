import { prefixOf } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { isSilence, unique } from "../../facts/observed.ts";
import { ownerOf } from "../../facts/owner.ts";
import type { Target } from "../../facts/target.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isUnreached, triedTargets, unconnected } from "./groups.ts";

/** Is this all that one owner runs? Then it is his site: whether that or the way to it is dead, a range does not tell. */
function isWholeSite(facts: Facts, hurt: readonly Target[]): boolean {
  const owners = unique(hurt.map((one) => ownerOf(one.endpoint.host)));
  const own = triedTargets(facts).filter((one) => owners.includes(ownerOf(one.endpoint.host)));
  return owners.length === 1 && own.every((one) => isUnreached(one));
}

/**
 * Servers of one range of addresses are silent together, and nobody else in that range answers: a missing route rather
 * than dead machines.
 */
export const prefixUnreachable: Rule = {
  cause: "PREFIX_UNREACHABLE",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const silent = unconnected(open).filter((one) => isSilence(one.code));
    const rangeOf = (address: string): string => prefixOf(address, 24) ?? address;
    for (const range of unique(addressesOf(silent).map(rangeOf))) {
      const hurt = silent.filter((one) => addressesOf([one]).every((address) => rangeOf(address) === range));
      const alive = facts.contacts.some((one) => one.open === true && rangeOf(one.address) === range);
      if (addressesOf(hurt).length < 2 || alive) continue;
      if (isWholeSite(facts, hurt)) continue;
      return downTargets(hurt, { confidence: "likely", alternatives: ["SERVER_DOWN"], params: { range } });
    }
    return null;
  },
};
