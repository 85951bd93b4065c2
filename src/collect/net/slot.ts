import type { CollectContext } from "../context/context.ts";

/**
 * Runs a measurement in one of the scan's timed slots (at most eight, because times read at fifty side by side are the
 * laptop's own). The slot is given back after `holdMs` even when the measurement goes on: a socket that only waits for
 * an answer uses no processor and disturbs nobody's times, so that ten black-holed targets don't keep forty healthy
 * ones waiting.
 */
export function inSlot<T>(
  context: Pick<CollectContext, "timed">,
  holdMs: number,
  measure: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    void context.timed(async () => {
      const running = measure();
      running.then(resolve, reject);
      await atMost(running, holdMs);
    });
  });
}

function atMost(running: Promise<unknown>, holdMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, holdMs);
    const release = (): void => {
      clearTimeout(timer);
      resolve();
    };
    running.then(release, release);
  });
}
