import type { Tri } from "../../evidence/common.ts";
import { isSigning } from "../../profile/protocols.ts";
import type { Endpoint } from "../../profile/schema.ts";
import type { Body } from "./http.ts";

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./u, "");
}

/**
 * May a redirect of this endpoint lead to that host? Its own (with or without `www.`), or one of `expect.redirectTo`.
 */
export function redirectAllowed(endpoint: Endpoint, host: string): boolean {
  if (withoutWww(host) === withoutWww(endpoint.host)) return true;
  return (endpoint.expect?.redirectTo ?? []).some((allowed) => allowed.toLowerCase() === host.toLowerCase());
}

/** How a chain of redirects ended: with an answer, at a host that is not expected, or on the way to an expected one. */
export type ChainEnd = "answer" | "ledAway" | "lost";

/**
 * Is the last answer what the profile expects? A redirect that leads away is not; one that was lost on the way tells
 * nothing.
 */
export function statusExpected(endpoint: Endpoint, status: number, end: ChainEnd): Tri {
  const listed = endpoint.expect?.status;
  if (listed?.includes(status) === true) return true;
  if (end === "lost") return "unknown";
  if (listed !== undefined) return false;
  // A time-stamp server answers 400 to everything but a time-stamp query.
  return isSigning(endpoint.protocol) || (status < 400 && end === "answer");
}

/** Does the body hold the expected words? Unknown where nothing is expected, or the body could not be read. */
export function bodyMatches(endpoint: Endpoint, body: Body | null): Tri {
  const wanted = endpoint.expect?.bodyIncludes;
  if (wanted === undefined || body === null || !body.readable) return "unknown";
  return body.text.normalize("NFC").includes(wanted.normalize("NFC"));
}
