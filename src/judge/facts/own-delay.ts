import { median } from "../../base/statistics.ts";
import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { observed } from "./observed.ts";

type Window = ObservationOf<"ownDelay">["evidence"]["windows"][number];

/** From here on the computer's own part spoils jitter and grades: a third of the jitter that a good call bears. */
const BUSY_MS = 10;
/** So late that answers which came in time were counted as lost. */
const STARVED_MS = 500;

/** What this computer itself added to the times of a moment, milliseconds; nothing where it was not measured. */
export interface OwnDelay {
  /** At most so much of a time taken then. */
  worst(startMs: number, durationMs: number): number;
  /** Was it too busy then for figures of jitter, round trip and speed? */
  busy(startMs: number, durationMs: number): boolean;
  /** Was the program itself kept waiting so long then that its own time-outs say nothing? */
  starved(startMs: number, durationMs: number): boolean;
}

export function ownDelayOf(evidence: Evidence): OwnDelay {
  const windows = observed(evidence, "ownDelay").flatMap((one) => one.evidence.windows);
  const during = (startMs: number, durationMs: number): readonly Window[] =>
    windows.filter((one) => one.startMs <= startMs + durationMs && startMs <= one.startMs + one.durationMs);
  const worstOf = (one: Window): number => Math.max(one.worstLagMs ?? 0, one.worstEchoMs ?? 0);
  return {
    worst: (startMs, durationMs) => Math.max(0, ...during(startMs, durationMs).map(worstOf)),
    busy: (startMs, durationMs) =>
      (median(during(startMs, durationMs).map((one) => Math.max(one.lagMs ?? 0, one.echoMs ?? 0))) ?? 0) >= BUSY_MS,
    starved: (startMs, durationMs) => during(startMs, durationMs).some((one) => worstOf(one) >= STARVED_MS),
  };
}
