import type { ObservationOf } from "../../../evidence/schema.ts";
import { isPage } from "../../../profile/protocols.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { systemsOf } from "../help.ts";

export type ProxySeen = ObservationOf<"proxy">;

/** Configured proxies that were spoken to. */
export function proxies(facts: Facts): readonly ProxySeen[] {
  return observed(facts.evidence, "proxy").filter((one) => one.outcome !== "skipped");
}

/** Systems that programs would reach through a proxy: everything on the web. */
export function webSystems(facts: Facts): string[] {
  const ofProfile = facts.systems.filter((system) =>
    system.endpoints.some((one) => isPage(one.protocol) && one.network === "internet"),
  );
  const named = ofProfile.map((system) => system.id);
  return named.length > 0 ? named : systemsOf(facts.targets);
}

/** Failed targets that were tried through a proxy. */
export function relayedKeys(facts: Facts): string[] {
  return facts.targets.filter((one) => one.best?.via === "proxy" && one.state === "failed").map((one) => one.key);
}

/** Is the web reached through a proxy here? Then direct ports that are shut are how that network is meant to be. */
export function isRelayed(facts: Facts): boolean {
  return facts.attempts.some((one) => one.via === "proxy" && one.seen.http !== null);
}

/** Targets that a proxy refuses by their names, while it relays others. */
export function refusedByName(facts: Facts): readonly Target[] {
  if (!isRelayed(facts)) return [];
  const keys = new Set(
    facts.attempts
      .filter((one) => one.via === "proxy" && one.tried && one.stage === "connect" && one.code === "PROTOCOL")
      .map((one) => one.key),
  );
  return facts.targets.filter((one) => keys.has(one.key));
}

/** Proxies that take a connection and say nothing. */
export function silentProxies(facts: Facts): readonly ProxySeen[] {
  return proxies(facts).filter(
    ({ evidence, failure }) =>
      evidence.reachable === true &&
      evidence.relays === false &&
      evidence.status === null &&
      failure?.code === "TIMEOUT",
  );
}

/** Ids of the pages asked through a proxy, where none of them came and the same pages come without it; else empty. */
export function lostInProxy(facts: Facts): readonly string[] {
  const pages = facts.attempts.filter((one) => one.tried && isPage(one.endpoint.protocol));
  const relayed = pages.filter((one) => one.via === "proxy");
  const direct = new Set(pages.filter((one) => one.via === "direct" && one.stage === "done").map((one) => one.key));
  const lost =
    relayed.length > 1 &&
    relayed.every((one) => one.seen.http === null && one.stage !== "done") &&
    relayed.some((one) => direct.has(one.key));
  return lost ? relayed.map((one) => one.id) : [];
}
