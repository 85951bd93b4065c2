import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { oneLine } from "../../base/terminal-safe.ts";
import { isSigning, traitsOf } from "../../profile/protocols.ts";
import { failureWith } from "../net/failure.ts";
import { bad, type Result } from "../net/settle.ts";
import { askAsBrowser, isTurnedAway } from "./as-browser.ts";
import { createCookies } from "./cookies.ts";
import { bodyMatches, isChallenge, standingOf, statusExpected, type ChainEnd } from "./expect.ts";
import { bareHost } from "./hop.ts";
import { askHttp, hopOf, readBody, sampleOf, type Body, type HttpHop, type HttpWanted } from "./http.ts";
import type { EndpointEvidence } from "./input.ts";
import { mayFollow } from "./follow.ts";
import { followRedirects, lostFacts, type Asking } from "./redirects.ts";
import { answerMs, type Talk } from "./talk.ts";
import { timeStampQuery } from "./time-stamp.ts";
import { tlsFirst } from "./tls-first.ts";
import { authority } from "./tunnel.ts";

type Answer = NonNullable<EndpointEvidence["http"]>;

/**
 * Speaks HTTP over the connection: https, http, tsa, ocsp. Writes the steps `firstByte` and `body` (redirects included)
 * and `http`. A server that turns this program away is asked once more as a browser would.
 */
export async function talkWeb(talk: Talk, socket: Socket): Promise<void> {
  const { context, record } = talk;
  const url = startUrl(talk);
  if (url === null) return record.fail(failureWith("request", "PROTOCOL", "the host makes no URL"));
  const lax = new Set<string>();
  const asking: Asking = {
    cookies: createCookies(),
    answerMs: () => answerMs(talk),
    onLax: (laxness) => lax.add(laxness),
  };
  const first = await record.step("firstByte", "firstByte", () =>
    askHttp(context, socket, { ...wantedOf(talk, url), onLax: (laxness) => lax.add(laxness) }),
  );
  if (!first.ok) return;
  record.note({ receivedAtMs: context.epoch() });
  const hops: HttpHop[] = [hopOf(url, first.value)];
  // Written at once, so that a later failure keeps the status and `Date` of the first answer.
  await write(talk, hops, null, "answer", extrasOf(first.value, lax));
  const read = await record.step("body", "body", () =>
    readToEnd(talk, { url, response: first.value }, hops, asking, lax),
  );
  const http = record.facts().http;
  if (!read.ok || http === null || !isTurnedAway(http)) return;
  const asBrowser = await askAsBrowser(talk, url);
  if (asBrowser !== null) record.note({ http: { ...http, asBrowser } });
}

async function readToEnd(
  talk: Talk,
  from: { readonly url: URL; readonly response: IncomingMessage },
  hops: HttpHop[],
  asking: Asking,
  lax: ReadonlySet<string>,
): Promise<Result<Body>> {
  const { context } = talk;
  const last = await followRedirects(talk, from, hops, asking, (target, status) => mayFollow(talk, target, status));
  if (!last.ok) {
    await write(talk, hops, null, "lost", { lost: lostFacts(last) });
    return last;
  }
  const { response, leadsTo, url } = last.value;
  const end = await endOf(talk, url, leadsTo);
  const extras = { ...extrasOf(response, lax), ...end.extras };
  const body = await readBody(context, response, answerMs(talk), (total) => {
    const { http } = talk.record.facts();
    // What of a page has come is kept, also where the rest never comes.
    if (http !== null) talk.record.note({ http: { ...http, bodyBytes: total } });
  });
  if (body.ok) await write(talk, hops, body.value, end.end, extras);
  else {
    const bytes = talk.record.facts().http?.bodyBytes ?? 0;
    await write(talk, hops, null, end.end, { ...extras, bodyBytes: bytes });
  }
  // Time stamps and answers on certificates are small: what has no end is neither.
  const isEndless = body.ok && !body.value.whole && isSigning(talk.input.endpoint.protocol);
  return isEndless ? bad("TOO_LARGE") : body;
}

type Extras = Partial<
  Pick<Answer, "bodyBytes" | "lax" | "retryAfter" | "authenticate" | "lost" | "leadsTo" | "bodyWhole" | "challenge">
>;

function extrasOf(response: IncomingMessage, lax: ReadonlySet<string>): Extras {
  const { "retry-after": retryAfter, "www-authenticate": authenticate } = response.headers;
  return {
    ...(lax.size === 0 ? {} : { lax: [...lax].toSorted() }),
    ...(retryAfter === undefined ? {} : { retryAfter: oneLine(retryAfter, 100) }),
    ...(authenticate === undefined ? {} : { authenticate: oneLine(authenticate, 200) }),
  };
}

/** Where the chain ended, and, at a host that nobody expects, whether its name leads anywhere. */
async function endOf(
  talk: Talk,
  url: URL,
  leadsTo: URL | null,
): Promise<{ readonly end: ChainEnd; readonly extras: Extras }> {
  const standing = (target: URL): ReturnType<typeof standingOf> =>
    standingOf(talk.input.endpoint, bareHost(target), talk.context.names ?? new Set());
  if (leadsTo !== null && standing(leadsTo) === "stranger") {
    const host = bareHost(leadsTo);
    const found = await talk.tools.resolver.resolve(host, talk.family);
    const address = found.ok ? (found.addresses[0] ?? null) : null;
    const code = found.ok ? null : found.code;
    return { end: "ledAway", extras: { leadsTo: { host: oneLine(host, 253), address, code } } };
  }
  return { end: standing(url) === "ofProfile" ? "elsewhere" : "answer", extras: {} };
}

/** Null for hosts that look like a broken IPv4 address: a URL cannot hold them (WHATWG URL 3.5). */
function startUrl({ input: { endpoint } }: Talk): URL | null {
  const scheme = tlsFirst(endpoint) ? "https" : "http";
  return URL.parse(`${scheme}://${authority(endpoint.host, endpoint.port)}${endpoint.path ?? "/"}`);
}

function wantedOf(talk: Talk, url: URL): HttpWanted {
  const base = { url, timeoutMs: answerMs(talk), absoluteForm: talk.viaProxy && url.protocol === "http:" };
  if (traitsOf(talk.input.endpoint.protocol).language !== "timeStamp") return { ...base, method: "GET" };
  return {
    ...base,
    method: "POST",
    body: { type: "application/timestamp-query", bytes: timeStampQuery(talk.context) },
  };
}

async function write(
  { record, input: { endpoint } }: Talk,
  hops: readonly HttpHop[],
  body: Body | null,
  end: ChainEnd,
  extras: Extras,
): Promise<void> {
  const status = hops.at(-1)?.status ?? 0;
  const matches = await bodyMatches(endpoint, body, end);
  record.note({
    http: {
      hops: [...hops],
      status,
      bodyBytes: body?.bytes ?? 0,
      bodySample: sampleOf(body?.text ?? ""),
      statusExpected: statusExpected(endpoint, status, end),
      bodyMatches: matches,
      end,
      ...(body?.whole === false ? { bodyWhole: false } : {}),
      ...(body === null || body.unread === null ? {} : { unread: body.unread }),
      ...(isChallenge(body) ? { challenge: true } : {}),
      ...extras,
    },
  });
}
