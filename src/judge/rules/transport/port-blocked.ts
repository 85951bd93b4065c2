import { isSilence, unique } from "../../facts/observed.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, unconnected } from "./groups.ts";

const OWN_RULES: ReadonlySet<number> = new Set([80, 443]);

/** Some other port (video rooms, a special service) is silent although the same machine answers elsewhere. */
export const portBlocked: Rule = {
  cause: "PORT_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const hurt = unconnected(open).filter((one) => {
      const addresses = addressesOf([one]);
      const lives = facts.contacts.some(
        (each) =>
          each.transport === "tcp" &&
          each.open === true &&
          each.port !== one.endpoint.port &&
          each.port !== 0 &&
          addresses.includes(each.address),
      );
      return !OWN_RULES.has(one.endpoint.port) && isSilence(one.code) && lives;
    });
    if (hurt.length === 0) return null;
    return downTargets(hurt, {
      confidence: "likely",
      alternatives: ["SERVER_DOWN"],
      params: { ports: unique(hurt.map((one) => String(one.endpoint.port))) },
    });
  },
};
