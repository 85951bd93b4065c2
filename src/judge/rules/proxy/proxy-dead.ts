import type { Rule } from "../rule.ts";
import { proxies, relayedKeys, silentProxies, webSystems } from "./proxy-state.ts";

/** A proxy is configured and nobody answers there: browsers stand still although the way without it works. */
export const proxyDead: Rule = {
  cause: "PROXY_DEAD",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const mute = silentProxies(facts);
    const dead = [...proxies(facts).filter((one) => one.evidence.reachable === false), ...mute];
    const [first] = dead;
    if (first === undefined) return null;
    const direct = facts.contacts.filter((one) => one.transport === "tcp" && one.open === true);
    return {
      impact: "down",
      systems: webSystems(facts),
      params: {
        proxy: `${first.evidence.host}:${first.evidence.port}`,
        source: first.evidence.source,
        direct: direct.length,
        ...(mute.includes(first) ? { mute: `${first.evidence.host}:${first.evidence.port}` } : {}),
      },
      evidence: dead.map((one) => one.id),
      against: direct.map((one) => one.id),
      explains: relayedKeys(facts),
    };
  },
};
