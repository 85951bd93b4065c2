import type { IncomingMessage } from "node:http";
import type { Phase } from "../../evidence/common.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { bad, good, type Bad, type Good } from "../net/settle.ts";
import type { Cookies } from "./cookies.ts";
import { REDIRECTS } from "./expect.ts";
import { bareHost, openHop, portOf } from "./hop.ts";
import type { Way } from "./way.ts";
import { askHttp, hopOf, type HttpHop, type HttpWanted } from "./http.ts";

/** Programs of peers stop at ten, browsers at twenty. */
const MAX_REDIRECTS = 10;

/** The answer at the end of a chain of redirects. */
export interface LastAnswer {
  readonly url: URL;
  readonly response: IncomingMessage;
  /** The redirect that was recorded and not followed; null where the answer is none. */
  readonly leadsTo: URL | null;
}

/** The hop that could not be asked. */
export interface Lost extends Bad {
  readonly url: URL;
  readonly phase: Phase;
  readonly address: string | null;
}

/** How every hop is asked. */
export interface Asking extends Pick<HttpWanted, "as" | "onLax"> {
  readonly cookies: Cookies;
  answerMs(): number;
}

/**
 * Follows redirects by hand, at most ten, http and https only (RFC 9110 15.4); cookies are kept on the way, and each hop is
 * appended to `hops` with its own place and certificate.
 * @param allowed may this redirect be followed? One that may not ends the chain, with its answer as the last one
 */
export async function followRedirects(
  way: Way,
  from: { readonly url: URL; readonly response: IncomingMessage },
  hops: HttpHop[],
  asking: Asking,
  allowed: (target: URL, status: number) => boolean,
): Promise<Good<LastAnswer> | Lost> {
  let { url, response } = from;
  for (let count = 0; ; count += 1) {
    const target = redirectTarget(url, response);
    if (target === null || !allowed(target, response.statusCode ?? 0)) return good({ url, response, leadsTo: target });
    await asking.cookies.keep(url, response);
    response.destroy();
    if (count >= MAX_REDIRECTS) {
      const much = bad(
        "TOO_MANY_REDIRECTS",
        `more than ${String(MAX_REDIRECTS)} redirects, the last to ${target.href}`,
      );
      return { ...much, url: target, phase: "body", address: null };
    }
    const answer = await askHop(way, target, asking);
    if (!answer.ok) return { ...answer, url: target, detail: `redirect to ${target.href}: ${answer.detail ?? ""}` };
    url = target;
    response = answer.value.response;
    hops.push({ ...hopOf(url, response), address: answer.value.address, tls: answer.value.tls });
  }
}

type Asked = Pick<HttpHop, "address" | "tls"> & { readonly response: IncomingMessage };

/** Asks one host for one page over a connection of its own. */
export async function askHop(way: Way, url: URL, asking: Asking): Promise<Good<Required<Asked>> | Omit<Lost, "url">> {
  const opened = await openHop(way, url);
  if (!opened.ok) return opened;
  const { socket, address, tls, viaProxy } = opened.value;
  const answer = await askHttp(way.context, socket, {
    url,
    method: "GET",
    timeoutMs: asking.answerMs(),
    absoluteForm: viaProxy,
    cookies: await asking.cookies.header(url),
    ...(asking.as === undefined ? {} : { as: asking.as }),
    ...(asking.onLax === undefined ? {} : { onLax: asking.onLax }),
  });
  if (!answer.ok) return { ...answer, phase: "firstByte", address };
  return good({ response: answer.value, address: address ?? null, tls: tls ?? null });
}

/** What the record says of a hop that was lost. */
export function lostFacts({ url, phase, code, address }: Lost): {
  url: string;
  host: string;
  port: number;
  address: string | null;
  phase: Phase;
  code: Lost["code"];
} {
  return { url: oneLine(url.href, 500), host: oneLine(bareHost(url), 253), port: portOf(url), address, phase, code };
}

/** Where a redirect leads; null for any other answer, and for schemes other than http and https. */
function redirectTarget(from: URL, response: IncomingMessage): URL | null {
  const { location } = response.headers;
  if (location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return null;
  const target = URL.parse(location, from);
  return target !== null && (target.protocol === "http:" || target.protocol === "https:") ? target : null;
}
