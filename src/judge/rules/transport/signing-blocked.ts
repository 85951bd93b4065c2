import { isSigning } from "../../../profile/protocols.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * Time stamps and certificate status are out of reach together, while the rest works: plain HTTP to them is filtered.
 */
export const signingBlocked: Rule = {
  cause: "SIGNING_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const all = facts.targets.filter(
      (one) => isSigning(one.endpoint.protocol) && one.state !== "untested" && one.stage !== "resolve",
    );
    const hurt = open.filter((one) => all.includes(one) && ["connect", "firstByte"].includes(one.stage));
    const rest = facts.targets.some((one) => !isSigning(one.endpoint.protocol) && one.state === "ok");
    if (hurt.length < 2 || hurt.length < all.length || !rest) return null;
    return downTargets(hurt, {
      confidence: "likely",
      alternatives: ["SERVER_DOWN"],
      params: { port: hurt[0]?.endpoint.port ?? 80 },
    });
  },
};
