import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { addressesOf } from "./groups.ts";

/** The connection opens and is cut when the laptop names the site: a filter on the way that reads names. */
export const sniBlocked: Rule = {
  cause: "SNI_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const spared = (addresses: readonly string[]): boolean =>
      facts.attempts.some(
        (one) => one.seen.steps.tls?.outcome === "ok" && one.address !== null && addresses.includes(one.address),
      );
    const hurt = open.filter(
      (one) => one.stage === "tls" && (one.code === "RESET" || (one.code === "TIMEOUT" && spared(addressesOf([one])))),
    );
    if (hurt.length === 0) return null;
    const certain = hurt.every((one) => spared(addressesOf([one])));
    return downTargets(hurt, {
      confidence: certain ? "certain" : "likely",
      alternatives: certain ? [] : ["TLS_HANDSHAKE_FAILED"],
    });
  },
};
