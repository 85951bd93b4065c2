import type { Facts } from "./facts/facts.ts";
import type { Part } from "./rules/rule.ts";

/**
 * Parts of the way that nobody saw working and that could not be looked at either. A rule behind such a part would lay
 * its fault at another's door, so it is not asked: what was not read yields no finding. Somebody beyond the office who
 * spoke has proven all of them.
 */
export function unseenParts(facts: Facts): readonly Part[] {
  const { local, gateways, beyondSpoke } = facts;
  if (beyondSpoke) return [];
  const routerSpoke = gateways.some((one) => one.alive === true);
  if (!local.known || (local.primary?.up === "unknown" && !routerSpoke))
    return routerSpoke ? [] : ["address", "gateway", "line"];
  return local.routesKnown ? [] : ["gateway", "line"];
}
