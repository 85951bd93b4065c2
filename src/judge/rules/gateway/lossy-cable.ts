import { lossyLan } from "../quality/lan-loss.ts";
import { mayBeLost } from "../quality/loss-explains.ts";
import type { Rule } from "../rule.ts";

/**
 * Requests for a hardware address that a system sends before it gives up, once. Two faults at the same time are rarer
 * than a second time.
 */
const REQUESTS = 3;

/**
 * The router keeps silent, but the cable to the other machines of the office loses so much that all it was asked may
 * have been lost. First the cable: whether the router lives shows when that is mended.
 */
export const lossyCable: Rule = {
  cause: "LAN_LOSS",
  needs: ["link", "address", "gateway"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    if (
      facts.gateway === null ||
      facts.gateway.alive === true ||
      facts.beyondSpoke ||
      facts.local.primary?.kind === "wifi"
    )
      return null;
    const found = lossyLan(facts);
    if (found === null || !mayBeLost(facts, REQUESTS)) return null;
    const { gateway, ...params } = found.params;
    return {
      ...found,
      params: { ...params, ...(gateway === undefined ? {} : { silent: gateway }) },
      impact: "down",
      confidence: "likely",
      alternatives: ["GATEWAY_DOWN"],
      against: facts.gateway.against,
    };
  },
};
