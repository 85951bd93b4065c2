import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";

/** The first configured server is dead and a later one works: everything waits for the first before it goes on. */
export const dnsFirstServerDead: Rule = {
  cause: "DNS_FIRST_SERVER_DEAD",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts }) {
    const [first, ...rest] = facts.dns.configured;
    const next = rest.find((one) => one.state === "works");
    if (
      first === undefined ||
      next === undefined ||
      (first.state !== "silent" && first.state !== "closed" && first.state !== "servfail" && first.state !== "refuses")
    )
      return null;
    return {
      ...(first.place === "self" ? { culprit: "laptop" as const } : {}),
      impact: "hurt",
      severity: "minor",
      systems: namedSystems(facts),
      params: { server: first.label, useful: next.label },
      evidence: [...first.ids, ...next.ids],
    };
  },
};
