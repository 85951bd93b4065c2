import { isSigning } from "../../../profile/protocols.ts";
import { ownerOf } from "../../facts/owner.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { isUnreached } from "./groups.ts";

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
    // What else their owner runs keeps silent just so, whatever it speaks: the site is gone, or the way to it.
    const owners = new Set(hurt.map((one) => ownerOf(one.endpoint.host)));
    if (open.some((one) => !hurt.includes(one) && isUnreached(one) && owners.has(ownerOf(one.endpoint.host))))
      return null;
    return downTargets(hurt, {
      confidence: "likely",
      alternatives: ["SERVER_DOWN"],
      params: { port: hurt[0]?.endpoint.port ?? 80 },
    });
  },
};
