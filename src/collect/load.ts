import type { IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { ObservationOf } from "../evidence/schema.ts";
import type { CollectContext } from "./context.ts";
import { httpRequest } from "./net/http-request.ts";
import { tcpAttempt } from "./net/tcp.ts";
import { qualityOf, type QualityTarget } from "./quality.ts";
import { round, startSeries, type Sample } from "./series.ts";

/** A page that the profile names and that this scan has already fetched once. */
export interface LoadSource {
  readonly tls: boolean;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly path: string;
}

export interface LoadOptions {
  /** Limit of the transfer, milliseconds. */
  readonly timeoutMs: number;
  /** No more than this is taken from the line, bytes: it may be a paid one. */
  readonly mostBytes: number;
  /** Transfers side by side: one alone does not fill a line of long round trips. */
  readonly streams: number;
}

/** Between two samples under load. */
const INTERVAL_MS = 60;
/** How long the last handshake is waited for when the transfer has ended. */
const LAST_ANSWER_MS = 400;
/** Less than this says more about one round trip than about the line. */
const LEAST_BYTES = 48 * 1024;

/**
 * Round trips while the line is busy: fetches a page over and over, for a moment, and times handshakes to a control meanwhile. Where delay
 * grows under load a queue is too deep. Rate: bytes between the first and the last piece, null where too little came.
 * A handshake that takes long is slow here, never lost: under load that is what is looked for.
 */
export async function loadedQuality(
  context: CollectContext,
  target: QualityTarget & { readonly port: number },
  source: LoadSource,
  options: LoadOptions,
): Promise<ObservationOf<"quality">> {
  const startMs = context.elapsed();
  const meter: Meter = { bytes: 0, firstMs: null, lastMs: null };
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), options.timeoutMs);
  const signal = AbortSignal.any([context.signal, end.signal]);
  const loads = Array.from({ length: options.streams }, () => fetchAgain(context, source, signal, meter, options.mostBytes));
  // The transfer decides how long the sampling lasts: a quick line is done in a blink.
  const sampling = { ...context, signal };
  const plan = { count: Math.floor(options.timeoutMs / INTERVAL_MS), intervalMs: INTERVAL_MS, budgetMs: options.timeoutMs };
  const samples = startSeries(sampling, plan, async (): Promise<Sample> => {
    const left = options.timeoutMs - (context.elapsed() - startMs);
    const attempt = await tcpAttempt(context, target.address, target.port, { timeoutMs: Math.max(0, left) + LAST_ANSWER_MS });
    return attempt.rttMs === null ? null : round(attempt.rttMs);
  });
  await Promise.allSettled(loads);
  clearTimeout(timer);
  end.abort();
  const seen = qualityOf(context, target, "tcp", startMs, await (await samples).all);
  return {
    ...seen,
    id: `quality:${target.address}:loaded`,
    evidence: { ...seen.evidence, loaded: true, throughputKbps: rateOf(meter) },
  };
}

interface Meter {
  bytes: number;
  firstMs: number | null;
  lastMs: number | null;
}

function rateOf({ bytes, firstMs, lastMs }: Meter): number | null {
  if (firstMs === null || lastMs === null || bytes < LEAST_BYTES) return null;
  // Bits per millisecond are kilobits per second. A millisecond at least: loopback delivers all at once.
  return Math.round((bytes * 8) / Math.max(1, lastMs - firstMs));
}

async function fetchAgain(context: CollectContext, source: LoadSource, signal: AbortSignal, meter: Meter, mostBytes: number): Promise<void> {
  let more = true;
  while (more && !signal.aborted && meter.bytes < mostBytes) more = await fetchOnce(context, source, signal, meter, mostBytes);
}

/** Resolves to false when it makes no sense to ask again. */
function fetchOnce(context: CollectContext, source: LoadSource, signal: AbortSignal, meter: Meter, mostBytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const options = {
      host: source.address,
      port: source.port,
      path: source.path,
      headers: { host: source.host, "accept-encoding": "identity" },
      agent: false,
      signal,
      // Only bytes are counted here; whose they are was looked at by the endpoint's own probe.
      rejectUnauthorized: false,
      servername: source.host,
    };
    const onAnswer = (answer: IncomingMessage): void => {
      answer.on("data", (chunk: Buffer) => {
        meter.firstMs ??= context.elapsed();
        meter.lastMs = context.elapsed();
        meter.bytes += chunk.length;
        if (meter.bytes >= mostBytes) answer.destroy();
      });
      answer.on("error", () => resolve(false));
      answer.on("close", () => resolve((answer.statusCode ?? 500) < 300));
    };
    const call = source.tls ? httpsRequest(options, onAnswer) : httpRequest(options, onAnswer);
    call.on("error", () => resolve(false));
    call.end();
  });
}
