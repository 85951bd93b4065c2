import type { Tri } from "../../evidence/common.ts";
import { isSigning } from "../../profile/protocols.ts";
import type { Endpoint } from "../../profile/schema.ts";
import type { Body } from "./http.ts";
import { holdsWords } from "./page-text.ts";

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./u, "");
}

/** What a host that a redirect leads to is to an endpoint. */
export type Standing = "own" | "expected" | "ofProfile" | "stranger";

/**
 * Its own host (with or without `www.`), one of `expect.redirectTo`, a host of another system (single sign-on, say), or
 * nobody that the profile knows.
 * @param names all hosts of the profile, lower case
 */
export function standingOf(endpoint: Endpoint, host: string, names: ReadonlySet<string>): Standing {
  if (withoutWww(host) === withoutWww(endpoint.host)) return "own";
  if ((endpoint.expect?.redirectTo ?? []).some((allowed) => allowed.toLowerCase() === host.toLowerCase()))
    return "expected";
  return names.has(host.toLowerCase()) ? "ofProfile" : "stranger";
}

/**
 * How a chain of redirects ended: with an answer, with one of another host of the profile, at a host that nobody expects,
 * or on the way.
 */
export type ChainEnd = "answer" | "elsewhere" | "ledAway" | "lost";

/** RFC 9110, 15.4: answers that send the reader elsewhere. */
export const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Is the last answer what the profile expects? A redirect that leads away is not; one that was lost on the way tells
 * nothing.
 */
export function statusExpected(endpoint: Endpoint, status: number, end: ChainEnd): Tri {
  const listed = endpoint.expect?.status;
  if (listed?.includes(status) === true) return true;
  if (end === "lost") return "unknown";
  if (end === "elsewhere" && status < 400) return true;
  if (listed !== undefined) return false;
  // One that could not be followed: no address in it, or one that no browser opens from a page (file:, javascript:).
  if (REDIRECTS.has(status)) return false;
  // A time-stamp server answers 400 to everything but a time-stamp query.
  return isSigning(endpoint.protocol) || (status < 400 && end !== "ledAway");
}

/**
 * Does the body hold the expected words? Unknown where nothing is expected, or the body could not be read, or not to its
 * end, or is another system's, such as a log-in page.
 */
export async function bodyMatches(endpoint: Endpoint, body: Body | null, end: ChainEnd): Promise<Tri> {
  const wanted = endpoint.expect?.bodyIncludes;
  if (wanted === undefined || body === null || body.unread !== null) return "unknown";
  if (await holdsWords(body.text, wanted)) return true;
  return body.whole && end !== "elsewhere" ? false : "unknown";
}

/** A small page that sets a cookie by script, or asks for scripts, and loads itself again: the true page comes after it. */
export function isChallenge(body: Body | null): boolean {
  if (body === null || body.bytes > 32 * 1024) return false;
  const { text } = body;
  const again = /location\s*(?:\.\s*(?:href|reload|replace|assign)|=)|http-equiv\s*=\s*["']?refresh/iu.test(text);
  return (
    (/<script/iu.test(text) && /document\.cookie\s*=/iu.test(text) && again) ||
    /cf-chl|cf_chl_|challenge-platform|__ddg|_incapsula_|aes\.js|slowAES|d1n_cookie|checking your browser/iu.test(text)
  );
}
