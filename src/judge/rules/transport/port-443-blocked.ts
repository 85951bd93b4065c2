import { unique } from "../../facts/observed.ts";
import { keysOf, systemsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { blockedPort } from "./blocked-port.ts";

/** Encrypted pages are shut towards everybody, other ports are not. */
export const port443Blocked: Rule = {
  cause: "PORT_443_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const found = blockedPort(facts, 443);
    const hurt = open.filter((one) => found?.targets.includes(one) === true);
    if (found === null || hurt.length === 0) return null;
    // Servers of several operators do not fail at one port together; those of one province might.
    const zones = unique(found.failed.map((one) => one.zone));
    if (zones.length < 2 && !found.sameHosts) return null;
    return {
      confidence: "likely",
      alternatives: ["ISP_SUSPENDED"],
      impact: "down",
      systems: systemsOf(hurt),
      params: {
        count: unique(found.failed.map((one) => one.address)).length,
        through: unique(found.others.map((one) => String(one.port))).toSorted((a, b) => Number(a) - Number(b)),
      },
      evidence: found.failed.map((one) => one.id),
      against: [],
      explains: keysOf(hurt),
    };
  },
};
