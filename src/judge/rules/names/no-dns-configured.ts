import { keysOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";

/** The system has no resolver at all. */
export const noDnsConfigured: Rule = {
  cause: "NO_DNS_CONFIGURED",
  needs: ["link", "address"],
  breaks: ["names"],
  evaluate({ facts, open }) {
    const { dns, local } = facts;
    if (!dns.listKnown || dns.configured.length > 0) return null;
    const link = local.primary;
    const lease = link?.lease ?? null;
    const manual = link?.manual === true;
    const named = namedSystems(facts);
    if (named.length === 0) return null;
    return {
      ...(manual ? { culprit: "laptop" as const } : {}),
      impact: "down",
      systems: named,
      params: {
        interface: link?.label ?? "",
        how: manual ? "manual" : "dhcp",
        ...(manual ? { typed: link?.label ?? "" } : { dhcp: link?.label ?? "" }),
      },
      evidence: [...(dns.listId === null ? [] : [dns.listId]), ...(lease === null ? [] : [lease.id])],
      explains: keysOf(open.filter((one) => one.stage === "resolve")),
    };
  },
};
