import type { Cause } from "../../../text/causes/index.ts";
import type { ObservationOf } from "../../../evidence/schema.ts";
import { classOf, sameAddress } from "../../facts/address.ts";
import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";

export interface Portal {
  readonly cause: Extract<Cause, "CAPTIVE_PORTAL" | "ISP_SUSPENDED">;
  readonly confidence: "certain" | "likely";
  readonly place: string;
  readonly evidence: readonly string[];
}

/** Words of pages that a carrier shows to a line it has stopped (Vietnamese with and without diacritics, English). */
const SUSPENDED =
  /thanh[\s_-]?to[aá]n|c[uư][oớ]c|tạm[\s_-]?ngừng|tam[\s_-]?ngung|khóa|khoa[\s_-]?(?:may|dich|cuoc)|nợ|suspend|overdue|payment|billing|recharge|nap[\s_-]?tien/iu;

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
  const { location, redirected } = whereTo(page);
  if (!redirected && foreign.length === 0 && controlsOpen && secure.length === 0) return null;
  const host = hostOf(location, page.evidence.url);
  const near = isNear(facts, host);
  const told = SUSPENDED.test(`${location} ${page.evidence.bodySample}`);
  const shut = secure.length > 0 ? secure.every((one) => one.stage === "connect") : !controlsOpen;
  const score = (told ? 2 : 0) + (shut ? 1 : 0) - (near ? 2 : 0) - (foreign.length > 0 ? 2 : 0);
  return {
    cause: score > 0 ? "ISP_SUSPENDED" : "CAPTIVE_PORTAL",
    confidence: Math.abs(score) >= 2 ? "certain" : "likely",
    place: location,
    evidence: [page.id, ...foreign.map((one) => one.id), ...(shut ? secure.map((one) => one.id) : [])],
  };
}

// Where the page sent the browser to.
function whereTo({ evidence: { hops, url } }: ObservationOf<"httpControl">): {
  readonly location: string;
  readonly redirected: boolean;
} {
  const location = hops.findLast((hop) => hop.location !== null)?.location ?? hops.at(-1)?.url ?? url;
  return { location, redirected: hops.some((hop, index) => index > 0 || hop.location !== null) };
}

function isForeign(one: Attempt): boolean {
  return one.seen.tls !== null && (one.seen.tls.nameMatches === false || one.seen.tls.authorized === false);
}

function hostOf(location: string, base: string): string {
  return URL.canParse(location, base) ? new URL(location, base).hostname.replace(/^\[|\]$/gu, "") : "";
}

// The page comes from the office's own router or from a box beside it.
function isNear(facts: Facts, host: string): boolean {
  if (facts.gateways.some((one) => sameAddress(one.address, host))) return true;
  return classOf(host) === "private" && facts.local.isOnLink(host);
}
