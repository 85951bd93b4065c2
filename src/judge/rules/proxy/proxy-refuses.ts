import type { Rule } from "../rule.ts";
import { proxies, relayedKeys, webSystems } from "./proxy-state.ts";

/** The proxy lives and does not relay: it wants a password, or forbids. */
export const proxyRefuses: Rule = {
  cause: "PROXY_REFUSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const refusing = proxies(facts).filter((one) => one.evidence.reachable === true && one.evidence.relays === false);
    const [first] = refusing;
    if (first === undefined) return null;
    return {
      impact: "down",
      systems: webSystems(facts),
      params: { proxy: `${first.evidence.host}:${first.evidence.port}`, source: first.evidence.source, ...(first.evidence.status === null ? {} : { status: first.evidence.status }) },
      evidence: refusing.map((one) => one.id),
      explains: relayedKeys(facts),
    };
  },
};
