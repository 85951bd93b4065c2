import { unique } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";
import { rewrites } from "./resolution.ts";

/** Names that cannot exist resolve to a page of somebody's. */
export const dnsNxdomainRewrite: Rule = {
  cause: "DNS_NXDOMAIN_REWRITE",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts }) {
    const liars = facts.dns.configured.filter((server) => rewrites(server).length > 0);
    const [first] = liars;
    if (first === undefined) return null;
    const honest = facts.dns.controls.some((server) =>
      server.queries.some((one) => one.evidence.purpose === "missing" && one.evidence.rcode === "NXDOMAIN"),
    );
    return {
      confidence: honest ? "certain" : "likely",
      impact: "none",
      severity: "minor",
      systems: [],
      params: { server: first.label, addresses: unique(liars.flatMap((server) => rewrites(server))) },
      evidence: [...liars, ...facts.dns.controls].flatMap((server) =>
        server.queries.filter((one) => one.evidence.purpose === "missing").map((one) => one.id),
      ),
    };
  },
};
