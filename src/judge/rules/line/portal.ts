import type { Cause } from "../../../text/causes/index.ts";
import { classOf, sameAddress } from "../../facts/address.ts";
import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { hostOf, strangePage, type StrangePage } from "./portal-page.ts";

export interface Portal {
  readonly cause: Extract<Cause, "CAPTIVE_PORTAL" | "ISP_SUSPENDED">;
  readonly confidence: "certain" | "likely";
  /** Where pages are sent to; null where a page came in their place. */
  readonly place: string | null;
  readonly evidence: readonly string[];
}

/**
 * A page with known content came back as another page, and the encrypted sites are shut or show somebody else's
 * certificate. A control page that merely changed, with everything else working, is nobody's fault.
 */
export function portal(facts: Facts): Portal | null {
  const page = observed(facts.evidence, "httpControl").find(
    (one) => one.evidence.matched === false && one.evidence.hops.length > 0,
  );
  if (page === undefined) return null;
  const secure = facts.attempts.filter(
    (one) => one.tried && one.endpoint.protocol === "https" && one.stage !== "resolve",
  );
  const genuine = secure.filter(
    (one) => one.seen.tls?.authorized === true && one.seen.tls.nameMatches !== false && one.stage !== "connect",
  );
  if (genuine.length > 0) return null;
  const controlsOpen = facts.contacts.some((one) => one.kind === "control" && one.port === 443 && one.open === true);
  const foreign = secure.filter(isForeign);
  const seen = strangePage(page);
  const announced = observed(facts.evidence, "lease").find((one) => one.evidence.portal !== undefined);
  if (seen.isEmpty && foreign.length === 0 && announced === undefined) return null;
  if (seen.location === null && foreign.length === 0 && controlsOpen && secure.length === 0) return null;
  const near = isNear(facts, hostOf(seen.location ?? page.evidence.url, page.evidence.url));
  const shut = secure.length > 0 ? secure.every((one) => one.stage === "connect") : !controlsOpen;
  return {
    ...whose(seen, { near: near || announced !== undefined, shut, foreign: foreign.length > 0 }),
    place: announced?.evidence.portal ?? seen.location,
    evidence: [
      page.id,
      ...(announced === undefined ? [] : [announced.id]),
      ...foreign.map((one) => one.id),
      ...(shut ? secure.map((one) => one.id) : []),
    ],
  };
}

interface Around {
  /** The page comes from the office's own router or from a box beside it, or the lease tells of it. */
  readonly near: boolean;
  /** No encrypted site takes a connection. */
  readonly shut: boolean;
  /** Encrypted sites show somebody else's certificate. */
  readonly foreign: boolean;
}

/** A carrier's lock only where it is told of: words of a payment notice, or the carrier's own host. */
function whose(seen: StrangePage, { near, shut, foreign }: Around): Pick<Portal, "cause" | "confidence"> {
  const forCarrier = (seen.ofCarrier ? 2 : 0) + (shut ? 1 : 0);
  const forPortal = (near ? 2 : 0) + (foreign ? 2 : 0) + (seen.asksToLogIn ? 2 : 0);
  const score = seen.ofCarrier ? forCarrier - forPortal : -forPortal;
  return {
    cause: score > 0 ? "ISP_SUSPENDED" : "CAPTIVE_PORTAL",
    confidence: Math.abs(score) >= 2 ? "certain" : "likely",
  };
}

function isForeign(one: Attempt): boolean {
  return one.seen.tls !== null && (one.seen.tls.nameMatches === false || one.seen.tls.authorized === false);
}

function isNear(facts: Facts, host: string): boolean {
  if (facts.gateways.some((one) => sameAddress(one.address, host))) return true;
  return classOf(host) === "private" && facts.local.isOnLink(host);
}
