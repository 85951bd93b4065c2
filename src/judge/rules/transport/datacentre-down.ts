import type { Cause } from "../../../text/causes/index.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isReached, isUnreached, triedTargets } from "./groups.ts";

/** Where the table of routes could not be read, a second network may take these addresses. */
function mayDetour(facts: Facts): boolean {
  const joined = observed(facts.evidence, "interface").filter(
    ({ evidence: { kind, adminUp, addresses } }) =>
      kind !== "loopback" && adminUp !== false && addresses.some((one) => one.family === 4 && one.scope === "global"),
  );
  return !facts.local.routesKnown && (!facts.local.known || joined.length > 1);
}

/** Every server of the province is out of reach, and somebody outside it answers. */
export const datacentreDown: Rule = {
  cause: "DATACENTRE_DOWN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const province = triedTargets(facts).filter((one) => one.system.scope === "province");
    const hurt = open.filter((one) => province.includes(one) && isUnreached(one));
    const spoke = facts.contacts.some((one) => one.zone === "province" && one.open === true);
    const outside = facts.contacts.filter(
      (one) => one.zone !== "province" && one.open === true && one.kind !== "resolver",
    );
    if (hurt.length === 0 || hurt.length < province.length || province.some(isReached) || spoke || outside.length === 0)
      return null;
    if (hostsOf(province).length < 2) return null;
    const alone = addressesOf(province).length < 2;
    const alternatives: readonly Cause[] = [
      ...(alone ? (["SERVER_DOWN"] as const) : []),
      ...(mayDetour(facts) ? (["ROUTE_PREFERS_DEAD_INTERFACE"] as const) : []),
    ];
    return downTargets(hurt, {
      confidence: alternatives.length > 0 ? "likely" : "certain",
      alternatives,
      against: outside.map((one) => one.id),
    });
  },
};
