import { isSigning } from "../../../profile/protocols.ts";
import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isReached, isUnreached, triedTargets } from "./groups.ts";

/** Every national system is out of reach while the province and the rest of the Internet are there. */
export const nationalDown: Rule = {
  cause: "NATIONAL_DOWN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const national = triedTargets(facts).filter((one) => one.system.scope === "national");
    const hurt = open.filter((one) => national.includes(one) && isUnreached(one));
    const outside = facts.contacts.filter(
      (one) => one.zone !== "national" && one.open === true && one.kind !== "resolver",
    );
    if (
      hostsOf(national).length < 2 ||
      hurt.length < national.length ||
      national.some(isReached) ||
      outside.length === 0
    )
      return null;
    // Time stamps and certificate status alone are a fault of signing, not of the country.
    if (addressesOf(national).length < 2 || national.every((one) => isSigning(one.endpoint.protocol))) return null;
    return downTargets(hurt, { against: outside.map((one) => one.id) });
  },
};
