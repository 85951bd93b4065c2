import type { ObservationOf } from "../../../evidence/schema.ts";
import type { CollectContext } from "../../context/context.ts";
import { createMeter } from "./load-meter.ts";
import { fetchAgain, type LoadSource } from "./load-transfer.ts";
import { tcpAttempt } from "../../net/tcp.ts";
import { qualityOf, type QualityTarget } from "../quality.ts";
import { round, startSeries, type Sample } from "../series.ts";

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
/** Between two readings of what has arrived. */
const READ_MS = 40;

/**
 * Round trips while the line is busy: fetches a page over and over, for a moment, and times handshakes to a control
 * meanwhile. Where delay grows under load a queue is too deep. Rate: bytes between the first and the last piece, null
 * where too little came. A handshake that takes long is slow here, never lost: under load that is what is looked for.
 */
export async function loadedQuality(
  context: CollectContext,
  target: QualityTarget & { readonly port: number },
  source: LoadSource,
  options: LoadOptions,
): Promise<ObservationOf<"quality">> {
  const startMs = context.elapsed();
  const meter = createMeter(() => context.elapsed());
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), options.timeoutMs);
  const signal = AbortSignal.any([context.signal, end.signal]);
  const loads = Array.from({ length: options.streams }, () => fetchAgain(source, signal, meter, options.mostBytes));
  // The transfer decides how long the sampling lasts: a quick line is done in a blink.
  const sampling = { ...context, signal };
  const plan = {
    count: Math.floor(options.timeoutMs / INTERVAL_MS),
    intervalMs: INTERVAL_MS,
    budgetMs: options.timeoutMs,
  };
  const samples = startSeries(sampling, plan, async (): Promise<Sample> => {
    const left = options.timeoutMs - (context.elapsed() - startMs);
    const attempt = await tcpAttempt(context, target.address, target.port, {
      timeoutMs: Math.max(0, left) + LAST_ANSWER_MS,
    });
    return attempt.rttMs === null ? null : round(attempt.rttMs);
  });
  const reading = setInterval(() => meter.read(), READ_MS);
  await Promise.allSettled(loads);
  clearInterval(reading);
  clearTimeout(timer);
  end.abort();
  const seen = qualityOf(context, target, "tcp", startMs, await (await samples).all);
  return {
    ...seen,
    id: `quality:${target.address}:loaded`,
    evidence: { ...seen.evidence, loaded: true, throughputKbps: meter.kbps() },
  };
}
