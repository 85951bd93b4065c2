import type { Socket } from "node:net";
import { traitsOf } from "../../profile/protocols.ts";
import { failureWith } from "../net/failure.ts";
import { bodyMatches, redirectAllowed, statusExpected, type ChainEnd } from "./expect.ts";
import { bareHost } from "./hop.ts";
import { askHttp, hopOf, readBody, sampleOf, type Body, type HttpHop, type HttpWanted } from "./http.ts";
import { followRedirects } from "./redirects.ts";
import { answerMs, type Talk } from "./talk.ts";
import { timeStampQuery } from "./time-stamp.ts";
import { tlsFirst } from "./tls-first.ts";
import { authority } from "./tunnel.ts";

/**
 * Speaks HTTP over the connection: https, http, tsa, ocsp. Writes the steps `firstByte` and `body` (redirects included)
 * and `http`.
 */
export async function talkWeb(talk: Talk, socket: Socket): Promise<void> {
  const { context, record } = talk;
  const url = startUrl(talk);
  if (url === null) return record.fail(failureWith("request", "PROTOCOL", "the host makes no URL"));
  const first = await record.step("firstByte", "firstByte", () => askHttp(context, socket, wantedOf(talk, url)));
  if (!first.ok) return;
  record.note({ receivedAtMs: context.epoch() });
  const hops: HttpHop[] = [hopOf(url, first.value)];
  // Written at once, so that a later failure keeps the status and `Date` of the first answer.
  writeAnswer(talk, hops, null, "answer");
  await record.step("body", "body", async () => {
    const last = await followRedirects(
      talk,
      { url, response: first.value },
      hops,
      () => answerMs(talk),
      (target, status) => mayFollow(talk, target, status),
    );
    if (!last.ok) {
      writeAnswer(talk, hops, null, "lost");
      return last;
    }
    const { response, leadsTo } = last.value;
    const body = await readBody(context, response, answerMs(talk));
    const ledAway = leadsTo !== null && !redirectAllowed(talk.input.endpoint, bareHost(leadsTo));
    writeAnswer(talk, hops, body.ok ? body.value : null, ledAway ? "ledAway" : "answer");
    return body;
  });
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

/** Only to hosts that the profile expects; a status that it lists is the end, redirect or not. */
function mayFollow({ input: { endpoint } }: Talk, target: URL, status: number): boolean {
  return redirectAllowed(endpoint, bareHost(target)) && endpoint.expect?.status?.includes(status) !== true;
}

function writeAnswer(
  { record, input: { endpoint } }: Talk,
  hops: readonly HttpHop[],
  body: Body | null,
  end: ChainEnd,
): void {
  const status = hops.at(-1)?.status ?? 0;
  record.note({
    http: {
      hops: [...hops],
      status,
      bodyBytes: body?.bytes ?? 0,
      bodySample: sampleOf(body?.text ?? ""),
      statusExpected: statusExpected(endpoint, status, end),
      bodyMatches: bodyMatches(endpoint, body),
    },
  });
}
