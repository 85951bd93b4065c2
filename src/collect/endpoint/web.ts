import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { bad, good, type Result } from "../net/settle.ts";
import { bodyMatches, redirectAllowed, statusExpected } from "./expect.ts";
import { askHttp, hopOf, readBody, sampleOf, type Body, type HttpHop, type HttpWanted } from "./http.ts";
import { openHop, redirectTarget } from "./redirects.ts";
import { answerMs, type Talk } from "./talk.ts";
import { timeStampQuery } from "./time-stamp.ts";
import { authority } from "./tunnel.ts";

const MAX_REDIRECTS = 5;

/** Speaks HTTP over the connection: https, http, tsa, ocsp. Writes the steps `firstByte` and `body` (redirects included) and `http`. */
export async function talkWeb(talk: Talk, socket: Socket): Promise<void> {
  const { context, record } = talk;
  const url = startUrl(talk);
  const first = await record.step("firstByte", "firstByte", () => askHttp(context, socket, wantedOf(talk, url)));
  if (!first.ok) return;
  record.note({ receivedAtMs: context.epoch() });
  const hops: HttpHop[] = [hopOf(url, first.value)];
  // Written at once, so that a later failure keeps the status and `Date` of the first answer.
  writeAnswer(talk, hops, null, false);
  await record.step("body", "body", async () => {
    const last = await follow(talk, url, first.value, hops);
    if (!last.ok) return last;
    const body = await readBody(context, last.value.response, answerMs(talk));
    writeAnswer(talk, hops, body.ok ? body.value : null, last.value.ledAway);
    return body;
  });
}

function startUrl({ input: { endpoint } }: Talk): URL {
  const scheme = endpoint.protocol === "https" ? "https" : "http";
  return new URL(`${scheme}://${authority(endpoint.host, endpoint.port)}${endpoint.path ?? "/"}`);
}

function wantedOf(talk: Talk, url: URL): HttpWanted {
  const base = { url, timeoutMs: answerMs(talk), absoluteForm: talk.viaProxy && url.protocol === "http:" };
  if (talk.input.endpoint.protocol !== "tsa") return { ...base, method: "GET" };
  return { ...base, method: "POST", body: { type: "application/timestamp-query", bytes: timeStampQuery(talk.context) } };
}

interface Last {
  readonly response: IncomingMessage;
  /** The answer is a redirect to a host that the profile does not expect; it is recorded and not followed. */
  readonly ledAway: boolean;
}

/** Follows redirects by hand, each hop recorded, only to hosts that are expected. */
async function follow(talk: Talk, from: URL, first: IncomingMessage, hops: HttpHop[]): Promise<Result<Last>> {
  let url = from;
  let response = first;
  for (let count = 0; ; count += 1) {
    const target = redirectTarget(url, response);
    if (target === null) return good({ response, ledAway: false });
    if (!redirectAllowed(talk.input.endpoint, target.hostname)) return good({ response, ledAway: true });
    if (talk.input.endpoint.expect?.status?.includes(response.statusCode ?? 0) === true) return good({ response, ledAway: false });
    response.destroy();
    if (count >= MAX_REDIRECTS) return bad("PROTOCOL", `more than ${String(MAX_REDIRECTS)} redirects`);
    const opened = await openHop(talk, target);
    if (!opened.ok) return bad(opened.code, `redirect to ${target.href}: ${opened.detail ?? ""}`);
    const answer = await askHttp(talk.context, opened.value, { url: target, method: "GET", timeoutMs: answerMs(talk) });
    if (!answer.ok) return bad(answer.code, `redirect to ${target.href}: ${answer.detail ?? ""}`);
    url = target;
    response = answer.value;
    hops.push(hopOf(url, response));
  }
}

function writeAnswer({ record, input: { endpoint } }: Talk, hops: readonly HttpHop[], body: Body | null, ledAway: boolean): void {
  const status = hops.at(-1)?.status ?? 0;
  record.note({
    http: {
      hops: [...hops],
      status,
      bodyBytes: body?.bytes ?? 0,
      bodySample: sampleOf(body?.text ?? ""),
      statusExpected: statusExpected(endpoint, status, ledAway),
      bodyMatches: bodyMatches(endpoint, body),
    },
  });
}
