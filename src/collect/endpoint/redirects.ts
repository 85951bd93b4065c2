import type { IncomingMessage } from "node:http";
import { bad, good, type Result } from "../net/settle.ts";
import { openHop, type Way } from "./hop.ts";
import { askHttp, hopOf, type HttpHop } from "./http.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;

/** The answer at the end of a chain of redirects. */
export interface LastAnswer {
  readonly response: IncomingMessage;
  /** The redirect that was recorded and not followed; null where the answer is none. */
  readonly leadsTo: URL | null;
}

/**
 * Follows redirects by hand, at most five, http and https only (RFC 9110 15.4); each hop is appended to `hops`.
 * @param allowed may this redirect be followed? One that may not ends the chain, with its answer as the last one
 */
export async function followRedirects(
  way: Way,
  from: { readonly url: URL; readonly response: IncomingMessage },
  hops: HttpHop[],
  answerMs: () => number,
  allowed: (target: URL, status: number) => boolean,
): Promise<Result<LastAnswer>> {
  let { url, response } = from;
  for (let count = 0; ; count += 1) {
    const target = redirectTarget(url, response);
    if (target === null || !allowed(target, response.statusCode ?? 0)) return good({ response, leadsTo: target });
    response.destroy();
    if (count >= MAX_REDIRECTS) return bad("PROTOCOL", `more than ${String(MAX_REDIRECTS)} redirects`);
    const answer = await askHop(way, target, answerMs);
    if (!answer.ok) return bad(answer.code, `redirect to ${target.href}: ${answer.detail ?? ""}`);
    url = target;
    response = answer.value;
    hops.push(hopOf(url, response));
  }
}

async function askHop(way: Way, url: URL, answerMs: () => number): Promise<Result<IncomingMessage>> {
  const opened = await openHop(way, url);
  return opened.ok ? askHttp(way.context, opened.value, { url, method: "GET", timeoutMs: answerMs() }) : opened;
}

/** Where a redirect leads; null for any other answer, and for schemes other than http and https. */
function redirectTarget(from: URL, response: IncomingMessage): URL | null {
  const { location } = response.headers;
  if (location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return null;
  const target = URL.parse(location, from);
  return target !== null && (target.protocol === "http:" || target.protocol === "https:") ? target : null;
}
