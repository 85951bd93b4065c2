import { placeOf } from "../../profile/protocols.ts";
import type { System } from "../../profile/schema.ts";
import type { Attempt } from "../facts/attempt.ts";
import type { Facts } from "../facts/facts.ts";
import type { LinkFact } from "../facts/local.ts";
import { compareText, unique } from "../facts/observed.ts";
import type { Target } from "../facts/target.ts";
import type { Draft } from "./rule.ts";

/** Ids of all systems that need the network. */
export function everySystem(facts: Facts): string[] {
  return facts.systems
    .filter((system) => system.endpoints.some((one) => one.network !== "local") && !worksBeside(facts, system))
    .map((system) => system.id);
}

/** The government's own network is another line: what was seen to work over it does so without the Internet. */
function worksBeside(facts: Facts, system: System): boolean {
  const targets = facts.targets.filter((one) => one.system.id === system.id);
  return targets.length > 0 && targets.every((one) => one.endpoint.network === "tslcd" && one.state === "ok");
}

export function systemsOf(targets: readonly Target[]): string[] {
  return unique(targets.map((one) => one.system.id)).toSorted(compareText);
}

export function hostsOf(targets: readonly Target[]): string[] {
  return unique(targets.map((one) => one.best?.ended.host ?? one.endpoint.host)).toSorted(compareText);
}

function idsOf(targets: readonly Target[]): string[] {
  return unique(targets.flatMap((one) => one.ids));
}

export function keysOf(targets: readonly Target[]): string[] {
  return targets.map((one) => one.key);
}

/** `host (address)` of each target, for people who must find it. */
function placesOf(targets: readonly Target[]): string[] {
  const place = (one: Target): string => {
    const { host, port, address } = one.best?.ended ?? { ...one.endpoint, address: null };
    const place = placeOf({ protocol: one.endpoint.protocol, host, port });
    return `${place}${address === null || address === host ? "" : ` (${address})`}`;
  };
  return unique(targets.map(place)).toSorted(compareText);
}

/** The usual shape of a fault of some targets: they are down, it accounts for them, their observations prove it. */
export function downTargets(targets: readonly Target[], rest: Partial<Draft> = {}): Draft {
  return {
    impact: "down",
    systems: systemsOf(targets),
    evidence: idsOf(targets),
    explains: keysOf(targets),
    ...rest,
    params: { hosts: hostsOf(targets), places: placesOf(targets), count: hostsOf(targets).length, ...rest.params },
  };
}

function isUp(link: LinkFact): boolean {
  return link.up !== false && link.adminUp !== false && link.carrier !== false;
}

/** Links that carry a signal. */
export function linksUp(facts: Facts): readonly LinkFact[] {
  return facts.local.links.filter(isUp);
}

export function round(value: number): number {
  return Math.round(value);
}

/** Attempts that tell what people meet: over the laptop's own addresses, or over lent ones where it has none. */
export function asPeopleMeet(facts: Facts): readonly Attempt[] {
  const deciding = new Set(facts.targets.flatMap((one) => one.ids));
  return facts.attempts.filter((one) => one.way === "people" || deciding.has(one.id));
}
