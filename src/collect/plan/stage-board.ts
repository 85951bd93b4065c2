import type { ScanGroup } from "../../base/option-values.ts";
import type { CollectContext } from "../context/context.ts";
import { groupOf, STAGE_NAMES, type Stage } from "../context/stages.ts";
import type { ScanInput } from "../context/scan-input.ts";
import { groupFilter } from "./groups.ts";

/** Runs one stage; returns `fallback` where it was not asked for or broke. */
export type RunStage = <T>(name: Stage, fallback: T, body: () => Promise<T>) => Promise<T>;

export interface StageBoard {
  readonly wants: (group: ScanGroup) => boolean;
  /** Is the laptop read whole, and once more at the end? */
  readonly readsAgain: boolean;
  /** For the stages of one context: what ends after its signal is no progress. */
  runner(context: Pick<CollectContext, "signal">): RunStage;
}

/** Knows which stages a scan has and how far it is. A stage that breaks is told to `onFault`; the others go on. */
export function stageBoard(
  input: Pick<ScanInput, "only" | "skip" | "onProgress">,
  onFault: (stage: string, error: unknown) => void,
): StageBoard {
  const wants = groupFilter(input.only, input.skip);
  const runs = (name: Stage): boolean => wants(groupOf(name)) && (name !== "after" || readsAgain(input.only));
  const all = STAGE_NAMES.filter(runs);
  const done = new Set<Stage>();
  return {
    wants,
    readsAgain: readsAgain(input.only),
    runner:
      ({ signal }) =>
      async (name, fallback, body) => {
        if (!runs(name)) return fallback;
        try {
          return await body();
        } catch (error) {
          onFault(name, error);
          return fallback;
        } finally {
          if (!signal.aborted) {
            done.add(name);
            const running = all.filter((one) => !done.has(one));
            input.onProgress({ kind: "stage", stage: name, done: done.size, total: all.length, running });
          }
        }
      },
  };
}

const NEED_THE_END: ReadonlySet<string> = new Set(["laptop", "gateway", "sweep", "quality"]);

/**
 * Counters and neighbours of the end matter to whoever asks about the office's own network; a check of the systems
 * alone does without.
 */
function readsAgain(only: readonly string[]): boolean {
  return only.length === 0 || only.some((group) => NEED_THE_END.has(group));
}
