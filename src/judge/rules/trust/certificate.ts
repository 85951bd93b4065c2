import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";

export type Flaw = "expired" | "notYet" | "wrongHost" | "incomplete" | "untrusted";

const ABOUT_DATES = /EXPIRED|NOT_YET_VALID/u;
const NO_ISSUER = /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT/u;

/** The right time when an attempt ran, by the servers' clocks where they tell. */
export function rightTimeOf(facts: Facts, attempt: Attempt): number {
  return facts.clock.nowMs + attempt.startMs;
}

/**
 * What is wrong with the certificate that a server showed, at the right time rather than the laptop's. Null where
 * nothing is, or where there was none. Order: dates, name, chain; the first is what a browser would stop at.
 */
export function flawOf(facts: Facts, attempt: Attempt): Flaw | null {
  const { tls } = attempt.seen;
  if (tls === null) return null;
  const [leaf] = tls.chain;
  const now = rightTimeOf(facts, attempt);
  if (leaf !== undefined) {
    if (Date.parse(leaf.notAfter) < now) return "expired";
    if (Date.parse(leaf.notBefore) > now) return "notYet";
  }
  if (tls.nameMatches === false) return "wrongHost";
  if (tls.authorized !== false) return null;
  const error = tls.authorizationError ?? "";
  if (error.includes("ALTNAME")) return "wrongHost";
  if (ABOUT_DATES.test(error)) return chainFlaw(facts, attempt, now);
  if (NO_ISSUER.test(error) && tls.chain.length === 1 && leaf?.selfSigned === false) return "incomplete";
  return "untrusted";
}

// The library judged by the laptop's clock: only a link of the chain that is out of date at the right time is a fault
// of the server.
function chainFlaw(facts: Facts, attempt: Attempt, now: number): Flaw | null {
  const chain = attempt.seen.tls?.chain ?? [];
  if (chain.some((one) => Date.parse(one.notAfter) < now)) return "expired";
  if (chain.some((one) => Date.parse(one.notBefore) > now)) return "notYet";
  return facts.clock.guessMs === null ? "untrusted" : null;
}

export function hasBadCertificate(facts: Facts, attempt: Attempt): boolean {
  return flawOf(facts, attempt) !== null;
}
