import { pause } from "../net/settle.ts";
import type { CollectContext } from "../context/context.ts";
import { jitter, median } from "../../base/statistics.ts";

/** How one sample of a series came out: its round trip, or null for lost. */
export type Sample = number | null;

export interface SeriesFigures {
  readonly medianMs: number | null;
  /** Mean absolute difference of successive round trips (RFC 3550, 6.4.1 without the smoothing). */
  readonly jitterMs: number | null;
  readonly lossPercent: number | null;
}

/** Figures of a series in the order in which it was sent. Nothing sent: all unknown. Pure. */
export function seriesFigures(samples: readonly Sample[]): SeriesFigures {
  const answered = samples.filter((sample) => sample !== null);
  const middle = median(answered);
  const steps = jitter(answered);
  return {
    medianMs: middle === null ? null : round(middle),
    jitterMs: steps === null ? null : round(steps),
    lossPercent: samples.length === 0 ? null : round((100 * (samples.length - answered.length)) / samples.length),
  };
}

/** Two decimals: what a laptop's clock is good for. */
export function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

export interface SeriesPlan {
  readonly count: number;
  readonly intervalMs: number;
  /** No sample is begun later than this after the start, milliseconds. */
  readonly budgetMs: number;
}

/** A series on its way. */
export interface RunningSeries {
  /** All samples, in the order in which they were begun. */
  readonly all: Promise<Sample[]>;
  sent(): number;
  /** How many have been answered by now. */
  answers(): number;
}

/**
 * Takes samples at a steady pace without waiting for the one before (a late answer must not stretch the pace, or loss
 * would look like slowness). Resolves when the last one was begun.
 */
export async function startSeries(
  context: CollectContext,
  plan: SeriesPlan,
  sample: () => Promise<Sample>,
): Promise<RunningSeries> {
  const start = context.elapsed();
  const running: Promise<Sample>[] = [];
  let answered = 0;
  const begin = async (): Promise<Sample> => {
    const one = await sample();
    if (one !== null) answered += 1;
    return one;
  };
  for (let index = 0; index < plan.count && !context.signal.aborted; index += 1) {
    const due = index * plan.intervalMs - (context.elapsed() - start);
    if (due > 0) await pause(context, due);
    if (context.signal.aborted || (index > 0 && context.elapsed() - start > plan.budgetMs)) break;
    running.push(begin());
  }
  return { all: Promise.all(running), sent: () => running.length, answers: () => answered };
}
