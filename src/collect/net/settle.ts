import type { FailureCode } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { errorText, failureCodeOf } from "./failure.ts";

export interface Bad {
  readonly ok: false;
  readonly code: FailureCode;
  readonly detail?: string;
}
export interface Good<T> {
  readonly ok: true;
  readonly value: T;
}
/** One result shape for success and failure: what the network does is data, never an exception. */
export type Result<T> = Good<T> | Bad;

export function good<T>(value: T): Good<T> {
  return { ok: true, value };
}

export function bad(code: FailureCode, detail?: string): Bad {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

export function badFrom(error: unknown): Bad {
  return bad(failureCodeOf(error), errorText(error));
}

/** Why the signal was aborted: the cap of the scan (`AbortSignal.timeout`) or a person. */
function abortCode(signal: AbortSignal): FailureCode {
  const reason: unknown = signal.reason;
  return reason instanceof Error && reason.name === "TimeoutError" ? "DEADLINE" : "ABORTED";
}

export type Settle<T> = (result: Result<T>) => void;

/**
 * Runs one wait of a probe: `begin` starts it and returns what undoes it. Ends with the first of: `begin`'s answer,
 * `timeoutMs` (code TIMEOUT), the scan's signal (ABORTED or DEADLINE). The undo runs once, whatever the end, before the
 * promise resolves. `begin` may throw; that is a failure like any other.
 */
export function settle<T>(
  signal: AbortSignal,
  timeoutMs: number,
  begin: (done: Settle<T>) => (result: Result<T>) => void,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    let undo: ((result: Result<T>) => void) | undefined;
    let settled: Result<T> | undefined;
    const finish: Settle<T> = (result) => {
      if (settled !== undefined) return;
      settled = result;
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      undo?.(result);
      resolve(result);
    };
    const onAbort = (): void => finish(bad(abortCode(signal)));
    // One more look at the sockets first: where the laptop itself was held up (sleep, a virus scanner), the answer may
    // lie there already.
    const timer = setTimeout(() => setImmediate(finish, bad("TIMEOUT")), Math.max(0, timeoutMs));
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      const undoLater = begin(finish);
      if (settled === undefined) undo = undoLater;
      else undoLater(settled);
    } catch (error) {
      finish(badFrom(error));
    }
  });
}

/** Waits `ms`, or less when the signal aborts. */
export async function pause(context: Pick<CollectContext, "signal">, ms: number): Promise<void> {
  await settle<never>(context.signal, ms, () => () => {});
}
