import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isReached, isUnreached, triedTargets } from "./groups.ts";

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
    return downTargets(hurt, {
      confidence: alone ? "likely" : "certain",
      alternatives: alone ? ["SERVER_DOWN"] : [],
      against: outside.map((one) => one.id),
    });
  },
};
