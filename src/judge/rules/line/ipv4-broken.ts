import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** IPv6 works, and nothing comes back over IPv4 although the laptop has it. */
export const ipv4Broken: Rule = {
  cause: "IPV4_BROKEN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const told = facts.local.known && facts.local.routesKnown;
    const given = !told || (facts.local.defaults4.length > 0 && facts.local.links.some((link) => link.usable4));
    const four = facts.contacts.filter((one) => one.family === 4 && one.open !== "unknown");
    const six = facts.contacts.filter((one) => one.family === 6 && one.open === true);
    if (!given || four.length < 2 || six.length === 0 || four.some((one) => one.spoke === true)) return null;
    const hurt = open.filter((one) => one.best?.family === 4);
    return {
      ...(told ? {} : { confidence: "likely" as const }),
      impact: "down",
      systems: hurt.length > 0 ? unique(hurt.map((one) => one.system.id)) : everySystem(facts),
      params: { count: four.length },
      evidence: unique([...four.map((one) => one.id), ...six.map((one) => one.id)]),
      explains: hurt.map((one) => one.key),
    };
  },
};
