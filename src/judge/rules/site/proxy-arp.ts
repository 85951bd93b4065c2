import type { Rule } from "../rule.ts";

/** One machine answers for every address of the network: nobody can be counted, and nobody is missing. */
export const proxyArp: Rule = {
  cause: "PROXY_ARP",
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts }) {
    const { proxyArp: seen } = facts.lan;
    if (seen === null) return null;
    const router = facts.gateways.find((one) => one.mac === seen.mac);
    return {
      ...(router === undefined ? {} : { culprit: "gateway" as const }),
      impact: "none",
      severity: "info",
      systems: [],
      params: { mac: seen.mac, ...(router === undefined ? {} : { gateway: router.address }) },
      evidence: [seen.id],
    };
  },
};
