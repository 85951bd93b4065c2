import type { Facts } from "../../facts/facts.ts";
import { compareText, unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { keysOf, systemsOf } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import { lostInProxy, proxies, refusedByName, relayedKeys, silentProxies, webSystems } from "./proxy-state.ts";

/** The proxy lives and does not relay: it wants a password, forbids, or gets no further itself. */
export const proxyRefuses: Rule = {
  cause: "PROXY_REFUSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const named = refusedByName(facts);
    if (named.length > 0) return byName(facts, named);
    const lost = lostInProxy(facts);
    const mute = silentProxies(facts);
    const refusing = proxies(facts).filter(
      (one) =>
        !mute.includes(one) && one.evidence.reachable === true && (one.evidence.relays === false || lost.length > 0),
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

/** It relays, and refuses these: people open them through it, or not at all. */
function byName(facts: Facts, named: readonly Target[]): Draft {
  const first = proxies(facts).find((one) => one.evidence.reachable === true);
  const keys = keysOf(named);
  const tried = facts.attempts.filter((one) => one.via === "proxy" && keys.includes(one.key));
  return {
    impact: "down",
    systems: systemsOf(named),
    params: {
      proxy: first === undefined ? "" : `${first.evidence.host}:${first.evidence.port}`,
      source: first?.evidence.source ?? "",
      names: unique(named.map((one) => one.endpoint.host)).toSorted(compareText),
    },
    evidence: unique([...(first === undefined ? [] : [first.id]), ...tried.map((one) => one.id)]),
    explains: keys,
  };
}
