import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isReached, triedTargets } from "./groups.ts";

/** Systems of the province and of the country are all out of reach while the rest of the Internet is there. */
export const governmentUnreachable: Rule = {
  cause: "GOVERNMENT_UNREACHABLE",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const tried = triedTargets(facts);
    const national = tried.filter((one) => one.system.scope === "national");
    const others = tried.filter((one) => one.system.scope !== "national");
    const controls = facts.contacts.filter(
      (one) => (one.kind === "control" || one.kind === "page") && one.open === true,
    );
    if (national.length === 0 || others.length === 0 || controls.length === 0 || tried.some(isReached)) return null;
    const hurt = open.filter((one) => tried.includes(one));
    if (addressesOf(tried).length < 3 || hurt.length < tried.length) return null;
    return downTargets(hurt, {
      confidence: "likely",
      alternatives: ["DATACENTRE_DOWN"],
      against: controls.map((one) => one.id),
    });
  },
};
