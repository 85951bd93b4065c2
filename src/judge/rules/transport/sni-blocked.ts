import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import type { Target } from "../../facts/target.ts";
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
    // A handshake that names nobody passes: settled by our own second question.
    const nameless = (one: Target): boolean => one.best?.seen.namelessHello === true;
    // Whoever takes no connection any more went away while it was asked: no filter of names does that.
    const isGone = (one: Target): boolean => one.best?.seen.steps.reconnect?.outcome === "failed";
    const hurt = open.filter(
      (one) =>
        one.stage === "tls" &&
        (one.code === "RESET" ||
          (one.code === "CLOSED" && one.best?.seen.namelessHello !== false) ||
          nameless(one) ||
          (one.code === "TIMEOUT" && !isGone(one) && spared(addressesOf([one])))),
    );
    if (hurt.length === 0) return null;
    const certain = hurt.every((one) => one.code === "RESET" && (spared(addressesOf([one])) || nameless(one)));
    return downTargets(hurt, {
      confidence: certain ? "certain" : "likely",
      alternatives: certain ? [] : ["TLS_HANDSHAKE_FAILED"],
    });
  },
};
