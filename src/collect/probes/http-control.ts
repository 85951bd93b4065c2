import type { Family, Phase } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { Profile } from "../../profile/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { createCookies } from "../endpoint/cookies.ts";
import { followRedirects } from "../endpoint/redirects.ts";
import type { Way } from "../endpoint/way.ts";
import { askHttp, hopOf, readBody, sampleOf, type HttpHop } from "../endpoint/http.ts";
import { authority } from "../endpoint/tunnel.ts";
import { failureWith } from "../net/failure.ts";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, type Bad } from "../net/settle.ts";

type HttpControlObservation = ObservationOf<"httpControl">;

export interface HttpControlInput {
  readonly probe: Profile["controls"]["httpProbe"];
  readonly family: Family;
  /** Where the host leads; null where no server told, and the page is then not asked for. */
  readonly address: string | null;
}

/** Milliseconds. `answerMs` counts for the headers and for the body, each; `totalMs` for everything. */
export interface HttpControlLimits {
  readonly connectMs: number;
  readonly tlsMs: number;
  readonly answerMs: number;
  readonly totalMs: number;
}

/**
 * Gets the page with known content over plain HTTP. Redirects are followed to wherever they lead: it is the portal's
 * page that tells what is asked of the office. `matched` is about the page itself: right status and words, without a
 * redirect. Outcome `ok` when any answer came. Never rejects.
 */
export async function probeHttpControl(
  context: CollectContext,
  input: HttpControlInput,
  tools: Way["tools"],
  limits: HttpControlLimits,
): Promise<HttpControlObservation> {
  const { probe, address, family } = input;
  const { startMs, url, evidence, finish } = begin(context, input);
  if (address === null) return finish({ phase: "resolve", result: bad("PREREQUISITE_DEAD") });
  if (url === null) return finish({ phase: "request", result: bad("PROTOCOL", "the host makes no URL") });

  const budget = (limitMs: number): number =>
    Math.max(0, Math.min(limitMs, startMs + limits.totalMs - context.elapsed()));
  const { result: opened } = await openConfirmed(context, address, probe.port, {
    timeouts: tools.timeouts,
    capMs: budget(limits.connectMs),
  });
  if (!opened.ok) return finish({ phase: "connect", result: opened });
  const response = await askHttp(context, opened.value.socket, {
    url,
    method: "GET",
    timeoutMs: budget(limits.answerMs),
  });
  if (!response.ok) return finish({ phase: "firstByte", result: response });

  evidence.receivedAtMs = context.epoch();
  const hops: HttpHop[] = [hopOf(url, response.value)];
  evidence.hops = hops;
  const own = { host: probe.host, address };
  const way: Way = { context, tools, limits, family, budget, own };
  const last = await followRedirects(
    way,
    { url, response: response.value },
    hops,
    { cookies: createCookies(), answerMs: () => budget(limits.answerMs) },
    () => true,
  );
  evidence.matched = hops[0]?.status !== probe.status || hops.length > 1 ? false : "unknown";
  if (!last.ok) return finish({ phase: "body", result: last });
  const body = await readBody(context, last.value.response, budget(limits.answerMs));
  if (!body.ok) return finish({ phase: "body", result: body });
  evidence.bodySample = sampleOf(body.value.text);
  if (evidence.matched === "unknown" && body.value.unread === null)
    evidence.matched = body.value.text.includes(probe.bodyIncludes ?? "");
  return finish();
}

/** The observation before anything was seen, and how it is closed. */
function begin(context: CollectContext, input: HttpControlInput) {
  const { probe, address } = input;
  const startMs = context.elapsed();
  const place = authority(probe.host, probe.port);
  const url = URL.parse(`http://${place}${probe.path}`);
  const evidence: HttpControlObservation["evidence"] = {
    url: url?.href ?? `http://${place}${probe.path}`,
    address,
    hops: [],
    bodySample: "",
    matched: "unknown",
    receivedAtMs: null,
  };
  const finish = (failed?: { readonly phase: Phase; readonly result: Bad }): HttpControlObservation => ({
    id: `http-control:${evidence.url}`,
    collector: "httpControl",
    target: place,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: failed === undefined || evidence.hops.length > 0 ? "ok" : address === null ? "skipped" : "failed",
    ...(failed === undefined ? {} : { failure: failureWith(failed.phase, failed.result.code, failed.result.detail) }),
    evidence,
  });
  return { startMs, url, evidence, finish };
}
