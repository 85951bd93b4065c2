import { classOf, sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { denied } from "../control.ts";
import { hasBadCertificate } from "../trust/certificate.ts";
import { askedHosts, controlled, resolution, type Resolution } from "./resolution.ts";

export interface FalseAnswer {
  readonly host: string;
  /**
   * `hijack`: sent to somebody else's machine, to the laptop itself, or told not to exist. `stale`: an old address
   * where nobody is. A machine that refuses is there: somebody else's, unless it stands in the same network as the
   * right one.
   */
  readonly kind: "hijack" | "stale";
  readonly how: "special" | "nxdomain" | "elsewhere" | "denied";
  readonly confidence: "certain" | "likely";
  readonly given: readonly string[];
  readonly right: readonly string[];
  /** Who says that there is no such name. */
  readonly deniers?: readonly string[];
  /** What the same silence or refusal could be where the address is right all the same. */
  readonly instead?: "SERVER_REFUSES" | "SERVER_DOWN";
  readonly evidence: readonly string[];
}

/**
 * Names for which the office's resolver and the controls disagree, and the difference does harm. Different answers
 * alone prove nothing: large sites and split networks give several truths; so the answer must be impossible, or must
 * lead to a worse place than the other.
 */
export function falseAnswers(facts: Facts): readonly FalseAnswer[] {
  return askedHosts(facts).flatMap((host) => {
    const here = resolution(facts.dns.configured, host);
    const there = controlled(facts.dns.controls, host);
    const found = judge(facts, host, here, there);
    return found === null ? [] : [found];
  });
}

function judge(facts: Facts, host: string, here: Resolution, there: Resolution): FalseAnswer | null {
  // What cannot be a server's is not right because a second resolver says it, too.
  const right = (there.kind === "answers" ? there.addresses : []).filter((one) => !isNobody(facts, one));
  const ids = [here, there].flatMap((one) => (one.kind === "unknown" ? [] : [one.seen.id]));
  const targets = facts.targets.filter(
    (one) => one.endpoint.host.toLowerCase() === host && one.endpoint.network === "internet",
  );
  if (targets.length === 0) return null;
  const evidence = unique([
    ...ids,
    ...targets.flatMap((one) => [...one.ids, ...(one.compared === null ? [] : [one.compared.id])]),
  ]);
  if ((here.kind === "nxdomain" || here.kind === "nodata") && right.length > 0)
    return { host, kind: "hijack", how: "nxdomain", confidence: "likely", given: [], right, evidence };
  if (here.kind !== "answers") return null;
  const given = here.addresses;
  if (isImpossible(facts, given, right))
    return {
      host,
      kind: "hijack",
      how: "special",
      confidence: right.length > 0 ? "certain" : "likely",
      given,
      right,
      evidence,
    };
  const ghost = deniedElsewhere(facts, host, targets);
  if (ghost !== null) return { ...ghost, given, evidence: unique([...evidence, ...ghost.evidence]) };
  if (right.length === 0 || given.some((one) => right.some((other) => sameAddress(one, other)))) return null;
  const worse = targets.filter((one) => isWorse(facts, one));
  if (worse.length === 0) return null;
  const nobody = worse.every((one) => one.stage === "connect" && (one.code !== "REFUSED" || areNear(given, right)));
  const proven = worse.some((one) => one.compared?.stage === "done");
  return {
    host,
    kind: nobody ? "stale" : "hijack",
    how: "elsewhere",
    confidence: proven ? "certain" : "likely",
    given,
    right,
    evidence,
  };
}

/** An address that another resolver denies, and where nobody takes a connection. */
function deniedElsewhere(facts: Facts, host: string, targets: readonly Target[]): Omit<FalseAnswer, "given"> | null {
  // Who leads elsewhere does not deny: that disagreement is judged by where each of the two leads.
  if (!targets.every(isDead) || !denied(facts, targets)) return null;
  const deniers = denials(facts, host);
  return {
    host,
    kind: "stale",
    how: "denied",
    confidence: "likely",
    right: [],
    instead: targets.some((one) => one.code === "REFUSED") ? "SERVER_REFUSES" : "SERVER_DOWN",
    deniers: deniers.map(({ server }) => server.label),
    evidence: deniers.map(({ seen }) => seen.id),
  };
}

/** Nobody takes a connection there. */
function isDead(one: Target): boolean {
  return one.state === "failed" && one.stage === "connect";
}

/** Who says that there is no such name. */
function denials(facts: Facts, host: string): readonly Extract<Resolution, { readonly seen: unknown }>[] {
  return facts.dns.controls.flatMap((server) => {
    const found = resolution([server], host);
    return found.kind === "nxdomain" || found.kind === "nodata" ? [found] : [];
  });
}

// The first two bytes: what one owner is usually given.
function areNear(given: readonly string[], right: readonly string[]): boolean {
  const network = (address: string): string => address.split(".").slice(0, 2).join(".");
  return given.some((one) => right.some((other) => network(one) === network(other)));
}

// The laptop itself, nobody, or an office-internal address for a public name. Where the controls live in that same
// range, it is no sign.
function isImpossible(facts: Facts, given: readonly string[], right: readonly string[]): boolean {
  const { resolvers, ipTargets } = facts.evidence.profile.controls;
  const homely = new Set(
    [...resolvers, ...ipTargets, ...right.map((address) => ({ address }))].map((one) => classOf(one.address)),
  );
  const suspicious = (address: string): boolean => {
    const kind = classOf(address);
    if (kind === "private" || kind === "linkLocal") return right.length > 0 && !homely.has(kind);
    return isNobody(facts, address);
  };
  return given.length > 0 && given.every(suspicious);
}

// The asking computer itself, or no address at all; in a practice office everybody lives there.
function isNobody(facts: Facts, address: string): boolean {
  const { resolvers, ipTargets } = facts.evidence.profile.controls;
  const kind = classOf(address);
  const atHome = [...resolvers, ...ipTargets].some((one) => classOf(one.address) === kind);
  return (kind === "loopback" || kind === "unspecified") && !atHome;
}

function isWorse(facts: Facts, target: Target): boolean {
  const bad = target.state === "failed" || (target.best !== null && hasBadCertificate(facts, target.best));
  if (!bad) return false;
  const { compared } = target;
  if (compared === null) return true;
  return compared.stage === "done" && !hasBadCertificate(facts, compared);
}
