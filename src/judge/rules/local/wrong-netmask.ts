import { inPrefix, sameAddress } from "../../facts/address.ts";
import { observed, unique } from "../../facts/observed.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * The laptop takes servers on the Internet for neighbours in the room, because its netmask is too wide: it asks for
 * them by ARP, in vain.
 */
export const wrongNetmask: Rule = {
  cause: "WRONG_NETMASK",
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts, open }) {
    const link = facts.local.primary;
    if (link === null) return null;
    const gateway = facts.local.defaults4[0]?.gateway ?? null;
    const tables = observed(facts.evidence, "neighbours");
    const unanswered = new Set(
      tables
        .flatMap((table) => table.evidence.entries)
        .filter((entry) => entry.state === "failed" || entry.state === "incomplete")
        .map((entry) => entry.address),
    );
    const hurt = open.filter((one) => {
      const address = one.best?.address ?? null;
      if (address === null || one.stage !== "connect" || (gateway !== null && sameAddress(address, gateway)))
        return false;
      const inside = link.prefixes.some((prefix) => inPrefix(address, prefix));
      return (
        inside && one.endpoint.network === "internet" && (unanswered.has(address) || one.code === "HOST_UNREACHABLE")
      );
    });
    if (hurt.length === 0 || link.manual === false) return null;
    return downTargets(hurt, {
      confidence: "likely",
      alternatives: ["SERVER_DOWN"],
      params: { interface: link.label, prefix: unique(link.prefixes) },
      evidence: [link.id, ...tables.map((one) => one.id), ...hurt.flatMap((one) => one.ids)],
    });
  },
};
