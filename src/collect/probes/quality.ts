import { DECIDED, lossEvidence } from "../../evidence/loss.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { tcpAttempt } from "../net/tcp.ts";
import { pingSeries } from "../ping/index.ts";
import { pause } from "../net/settle.ts";
import { round, seriesFigures, startSeries, type Sample } from "./series.ts";

type Quality = ObservationOf<"quality">;

export interface QualityTarget {
  readonly address: string;
  readonly scope: Quality["evidence"]["scope"];
}

export interface QualityOptions {
  /** Samples at first. */
  readonly count: number;
  readonly intervalMs: number;
  /** Samples added, at a quicker pace, when one of the first was lost: thirty can't tell one percent from ten. */
  readonly more: number;
  readonly moreIntervalMs: number;
  /** Limit of the whole series, milliseconds. */
  readonly timeoutMs: number;
  /** Packets were lost elsewhere in this scan: the closer look is taken even if the first samples are all there. */
  readonly suspect: boolean;
  /** Round trip known from earlier probes; tells a slow line from a lost packet. */
  readonly expectedRttMs: number | null;
}

/** RFC 6298, 2.1: the first SYN is repeated after one second. */
const SYN_REPEAT_MS = 1000;
/** A little less, because the quickest sample of a series is quicker than the one that was lost and repeated. */
const REPEATED_MS = 900;
/** So many in a row are hardly chance: how long it goes on is worth to be seen. */
const TELLING_GAP = 8;
/** From this round trip on a second is not enough to wait for one answer. */
const SLOW_LINE_MS = 500;

/**
 * Quality of the way to one TCP port, by the time of the three-way handshake: needs no right and no ping program. A
 * refusal is an answer too. A handshake that took a second longer than the quickest of the series has lost a packet on
 * the way, because the kernel repeated its SYN: it counts as lost, and its time is left out of median and jitter.
 */
export async function tcpQuality(
  context: CollectContext,
  target: QualityTarget & { readonly port: number },
  options: QualityOptions,
): Promise<Quality> {
  const startMs = context.elapsed();
  const left = (): number => Math.max(0, options.timeoutMs - (context.elapsed() - startMs));
  const limit = (options.expectedRttMs ?? 0) > SLOW_LINE_MS ? 3 * SYN_REPEAT_MS : SYN_REPEAT_MS;
  const answeredMs: number[] = [];
  let lastSentMs = startMs;
  const sample = async (): Promise<Sample> => {
    const began = context.elapsed();
    const attempt = await tcpAttempt(context, target.address, target.port, { timeoutMs: Math.min(limit, left()) });
    const took = attempt.rttMs ?? (attempt.code === "REFUSED" ? context.elapsed() - began : null);
    lastSentMs = Math.max(lastSentMs, began);
    if (took !== null) answeredMs.push(began + took);
    return took === null ? null : round(took);
  };
  const first = await startSeries(
    context,
    { count: options.count, intervalMs: options.intervalMs, budgetMs: left() - limit },
    sample,
  );
  // The last ones get the time that the line needs; whoever is missing then is late, if not lost, and worth a closer
  // look.
  await Promise.race([first.all, pause(context, Math.min(limit, 3 * (options.expectedRttMs ?? 100) + 100))]);
  const suspicious = options.suspect || first.answers() < first.sent();
  const more = async (): Promise<Sample[]> => {
    const plan = { count: options.more, intervalMs: options.moreIntervalMs, budgetMs: left() - limit };
    return plan.budgetMs > 0 ? await (await startSeries(context, plan, sample)).all : [];
  };
  const lossy = lossEvidence({ sent: first.sent(), lost: first.sent() - first.answers() }) > DECIDED;
  const scattered = lossy && longestGap(lostByRepeat(await first.all)) < TELLING_GAP;
  const untilDecided = async (seen: readonly Sample[]): Promise<readonly Sample[]> => {
    const further = suspicious && isUndecided(lostByRepeat(seen)) ? await more() : [];
    return further.length === 0 ? seen : untilDecided([...seen, ...further]);
  };
  const closer = suspicious && !scattered ? await more() : [];
  const samples = lostByRepeat(await untilDecided([...(await first.all), ...closer]));
  const kept = context.signal.aborted ? samples.filter((one) => one !== null) : samples;
  const figures = qualityOf(context, target, "tcp", startMs, kept);
  const when =
    answeredMs.length === 0 ? {} : { firstAnswerMs: Math.min(...answeredMs), lastAnswerMs: Math.max(...answeredMs) };
  return { ...figures, evidence: { ...figures.evidence, ...when, lastSentMs } };
}

// Between harmless and harmful: a hundred samples of a line that loses one in ten may still look either way.
function isUndecided(samples: readonly Sample[]): boolean {
  const lost = samples.filter((one) => one === null).length;
  return Math.abs(lossEvidence({ sent: samples.length, lost })) < DECIDED;
}

/** Samples that took a repeated SYN longer than the quickest become lost ones. Pure. */
export function lostByRepeat(samples: readonly Sample[]): Sample[] {
  const quickest = Math.min(...samples.filter((one) => one !== null));
  return samples.map((one) => (one === null || one >= quickest + REPEATED_MS ? null : one));
}

/**
 * The same by echo requests, where there is a ping program. A target that drops ICMP gives outcome `unknown`, never a
 * loss: ICMP is no witness alone.
 */
export async function icmpQuality(
  context: CollectContext,
  target: QualityTarget,
  options: { readonly count: number; readonly intervalMs: number; readonly timeoutMs: number },
): Promise<Quality> {
  const startMs = context.elapsed();
  const series = await pingSeries(context, target.address, {
    count: options.count,
    intervalMs: options.intervalMs,
    timeoutMs: Math.min(1000, options.timeoutMs),
    deadlineMs: options.timeoutMs,
  });
  if (!series.available || series.received === 0)
    return { ...qualityOf(context, target, "icmp", startMs, []), outcome: "unknown" };
  const lost: Sample[] = Array.from({ length: Math.max(0, series.sent - series.received) }, () => null);
  const seen = qualityOf(context, target, "icmp", startMs, [...series.rttMs.map(round), ...lost]);
  return { ...seen, evidence: { ...seen.evidence, sent: series.sent, received: series.received } };
}

/** An observation of a series that was taken. `loaded` and the rate are added by the load test. */
export function qualityOf(
  context: CollectContext,
  target: QualityTarget,
  method: Quality["evidence"]["method"],
  startMs: number,
  samples: readonly Sample[],
): Quality {
  const rttMs = samples.filter((one) => one !== null);
  return {
    id: `quality:${target.address}:${method}`,
    collector: "quality",
    target: target.address,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: rttMs.length > 0 ? "ok" : samples.length > 0 ? "failed" : "unknown",
    ...(samples.length > 0 && rttMs.length === 0 ? { failure: { phase: "connect", code: "TIMEOUT" } as const } : {}),
    evidence: {
      address: target.address,
      scope: target.scope,
      method,
      sent: samples.length,
      received: rttMs.length,
      rttMs,
      ...seriesFigures(samples),
      ...(method === "tcp" ? { longestGap: longestGap(samples) } : {}),
      loaded: false,
      throughputKbps: null,
    },
  };
}

function longestGap(samples: readonly Sample[]): number {
  let longest = 0;
  let running = 0;
  for (const sample of samples) {
    running = sample === null ? running + 1 : 0;
    longest = Math.max(longest, running);
  }
  return longest;
}

/** The quickest of what earlier probes of a target took: the others may hold a repeated packet. */
export function expectedRtt(attempts: readonly { readonly rttMs: number | null }[]): number | null {
  const times = attempts.flatMap((one) => (one.rttMs === null ? [] : [one.rttMs]));
  return times.length === 0 ? null : Math.min(...times);
}
