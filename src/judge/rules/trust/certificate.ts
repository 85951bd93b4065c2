import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";

export type Flaw = "expired" | "notYet" | "wrongHost" | "incomplete" | "untrusted" | "weak";

const ABOUT_DATES = /EXPIRED|NOT_YET_VALID/u;
/** OpenSSL has words for weak keys and digests; the runtime hands on some of them as UNSPECIFIED. */
const WEAK = /TOO_WEAK|TOO_SMALL|UNSPECIFIED/u;
const NO_ISSUER = /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT/u;

/** The right time when an attempt ran, by the servers' clocks where they tell. */
export function rightTimeOf(facts: Facts, attempt: Attempt): number {
  return facts.clock.nowMs + attempt.startMs;
}

type Tls = NonNullable<Attempt["seen"]["tls"]>;
type Certificate = Tls["chain"][number];

/** A certificate that an attempt met: its endpoint's own, or that of a host that a redirect led to. */
export interface Shown {
  readonly attempt: Attempt;
  readonly host: string;
  readonly tls: Tls;
}

/** All certificates that an attempt met, its own first. */
export function shownTo(attempt: Attempt): readonly Shown[] {
  const { tls, http, host } = attempt.seen;
  const own = tls === null ? [] : [{ attempt, host, tls }];
  const hops = (http?.hops ?? []).flatMap((hop) => {
    const url = URL.parse(hop.url);
    return hop.tls === undefined || hop.tls === null || url === null
      ? []
      : [{ attempt, host: url.hostname, tls: hop.tls }];
  });
  return [...own, ...hops];
}

/**
 * What is wrong with the certificate that a server showed, at the right time rather than the laptop's. Null where
 * nothing is, or where there was none. Order: dates, name, chain; the first is what a browser would stop at.
 */
export function flawOf(facts: Facts, attempt: Attempt): Flaw | null {
  const { tls, host } = attempt.seen;
  return tls === null ? null : flawShown(facts, { attempt, host, tls });
}

/** The same of any certificate that an attempt met. */
export function flawShown(facts: Facts, { attempt, tls }: Shown): Flaw | null {
  const [leaf] = tls.chain;
  const now = rightTimeOf(facts, attempt);
  const own = ownFlaw(tls, now);
  if (own !== null || tls.authorized !== false) return own;
  const error = tls.authorizationError ?? "";
  if (error.includes("ALTNAME")) return "wrongHost";
  if (ABOUT_DATES.test(error)) return chainFlaw(facts, tls, now);
  if (WEAK.test(error) && isFromTrusted(facts, leaf)) return "weak";
  if (NO_ISSUER.test(error) && tls.chain.length === 1 && leaf?.selfSigned === false)
    return leaf.caIssuers === true || isFromTrusted(facts, leaf) ? "incomplete" : "untrusted";
  return "untrusted";
}

/** What is wrong with the certificate itself, whoever signed it. */
function ownFlaw(tls: Tls, now: number): Flaw | null {
  const [leaf] = tls.chain;
  if (leaf !== undefined && Date.parse(leaf.notAfter) < now) return "expired";
  if (leaf !== undefined && Date.parse(leaf.notBefore) > now) return "notYet";
  if (tls.nameMatches === false) return "wrongHost";
  // Browsers have not read the common name since 2017.
  if (leaf !== undefined && leaf.altNames.length === 0 && tls.authorized === true) return "wrongHost";
  return tls.chain.some(isWeak) ? "weak" : null;
}

/** A root is trusted by itself: how it is signed does not matter. */
function isWeak({ key, signature, selfSigned }: Certificate): boolean {
  if (selfSigned) return false;
  const [kind, size] = (key ?? "").split(" ");
  const short = kind === "rsa" && Number(size) < 2048;
  return short || /md5|sha1(?!\d)/iu.test(signature ?? "");
}

/** Does another server show a chain that is trusted and goes by the same authority? */
function isFromTrusted(facts: Facts, leaf: Certificate | undefined): boolean {
  return facts.attempts.some(({ seen: { tls } }) =>
    tls?.authorized === true ? tls.chain.some((one) => one.subject === leaf?.issuer) : false,
  );
}

// The library judged by the laptop's clock: only a link of the chain that is out of date at the right time is a fault
// of the server.
function chainFlaw(facts: Facts, tls: Tls, now: number): Flaw | null {
  if (tls.chain.some((one) => Date.parse(one.notAfter) < now)) return "expired";
  if (tls.chain.some((one) => Date.parse(one.notBefore) > now)) return "notYet";
  return facts.clock.guessMs === null ? "untrusted" : null;
}

/** The certificate of a chain at which the flaw lies: one above the leaf only where the leaf is good for itself. */
export function flawedLink(facts: Facts, { attempt, tls }: Shown, flaw: Flaw): Certificate | undefined {
  const now = rightTimeOf(facts, attempt);
  const at = tls.chain.find((one) => {
    if (flaw === "expired") return Date.parse(one.notAfter) < now;
    if (flaw === "notYet") return Date.parse(one.notBefore) > now;
    return flaw === "weak" && isWeak(one);
  });
  return at ?? tls.chain[0];
}

export function hasBadCertificate(facts: Facts, attempt: Attempt): boolean {
  return flawOf(facts, attempt) !== null;
}
