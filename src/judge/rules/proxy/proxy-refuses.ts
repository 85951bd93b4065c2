import type { Rule } from "../rule.ts";
import { lostInProxy, proxies, relayedKeys, webSystems } from "./proxy-state.ts";

/** The proxy lives and does not relay: it wants a password, forbids, or gets no further itself. */
export const proxyRefuses: Rule = {
  cause: "PROXY_REFUSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const lost = lostInProxy(facts);
    const refusing = proxies(facts).filter(
      (one) => one.evidence.reachable === true && (one.evidence.relays === false || lost.length > 0),
    );
    const [first] = refusing;
    if (first === undefined) return null;
    return {
      impact: "down",
      systems: webSystems(facts),
      params: {
        proxy: `${first.evidence.host}:${first.evidence.port}`,
        source: first.evidence.source,
        ...(first.evidence.status === null ? {} : { status: first.evidence.status }),
      },
      evidence: [...refusing.map((one) => one.id), ...lost],
      explains: relayedKeys(facts),
    };
  },
};
