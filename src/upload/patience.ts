import { setTimeout as wait } from "node:timers/promises";
import type { CommandContext } from "../base/context.ts";
import { upload } from "../text/upload.ts";
import type { Parcel } from "./parcels.ts";
import { reasonOf } from "./reason.ts";
import { sendOnce, type Attempt, type Receiver } from "./send.ts";

/** How patient an upload is. Times in milliseconds. */
export interface Patience {
  /** Attempts for one visit, or one photo. */
  readonly tries: number;
  readonly deadlineMs: number;
  /** Pause after the first failure; doubled after each further one, up to `capMs`. */
  readonly firstPauseMs: number;
  /** A receiver that wants to be left alone for longer halts the queue. */
  readonly capMs: number;
}

export const FIELD_PATIENCE: Patience = { tries: 4, deadlineMs: 30_000, firstPauseMs: 1000, capMs: 15_000 };

/** Where the queue tells how it goes: results, and what is only of interest while it runs. A text is one line. */
export interface Told {
  result(text: string): void;
  progress(text: string): void;
}

/** What an upload works with. */
export interface Sending {
  readonly context: CommandContext;
  readonly receiver: Receiver;
  readonly patience: Patience;
  readonly told: Told;
}

/**
 * Sends one thing, again where trying again may help, a bounded number of times.
 * @param before called before each attempt leaves
 */
export async function sendPatiently(sending: Sending, parcel: Parcel, before: () => void): Promise<Attempt> {
  const { context, receiver, patience, told } = sending;
  for (let attempt = 1; ; attempt += 1) {
    before();
    const result = await sendOnce(receiver, parcel, patience.deadlineMs, context.signal);
    if (!mayPass(result) || attempt >= patience.tries || haltFor(result, patience) !== null) return result;
    const pause = pauseFor(attempt, result, patience, context.randomBytes(1)[0] ?? 0);
    told.progress(upload[context.lang].retry(reasonOf(result, context.lang), (pause / 1000).toFixed(1)));
    try {
      await wait(pause, undefined, { signal: context.signal });
    } catch {
      return { kind: "aborted" };
    }
  }
}

/** How long a receiver asked to be left alone, where that is longer than anybody waits in front of the laptop; else null. */
export function haltFor(result: Attempt, { capMs }: Patience): number | null {
  if (result.kind !== "unavailable" || result.retryAfterMs === null) return null;
  return result.retryAfterMs > capMs ? result.retryAfterMs : null;
}

type Passing = Extract<Attempt, { kind: "unavailable" | "timeout" | "network" }>;

function mayPass(result: Attempt): result is Passing {
  return result.kind === "unavailable" || result.kind === "timeout" || result.kind === "network";
}

/**
 * Doubling with a random half, so that laptops that lost the line together do not come back together; a short wish of
 * the receiver counts.
 */
function pauseFor(attempt: number, result: Passing, patience: Patience, random: number): number {
  const grown = Math.min(patience.capMs, patience.firstPauseMs * 2 ** (attempt - 1));
  const asked = result.kind === "unavailable" ? (result.retryAfterMs ?? 0) : 0;
  return Math.max(grown / 2 + ((grown / 2) * random) / 255, asked);
}
