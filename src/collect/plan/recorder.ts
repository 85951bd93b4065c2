import type { Observation } from "../../evidence/schema.ts";

/** Keeps what was observed, the newest under each id, until it is closed. */
export interface Recorder {
  /**
   * Takes an observation; after `close` it is dropped, so that a straggler can't change evidence already handed out.
   */
  add(observation: Observation): void;
  addAll(observations: readonly Observation[]): void;
  /** In the order in which each id was first seen. */
  all(): Observation[];
  close(): void;
}

/** @param onObservation told of each observation as it is taken, replacements included. */
export function createRecorder(onObservation: (observation: Observation) => void): Recorder {
  const kept = new Map<string, Observation>();
  let open = true;
  const add = (seen: Observation): void => {
    if (!open) return;
    const observation = cutShort(seen) ? { ...seen, outcome: "unknown" as const } : seen;
    kept.set(observation.id, observation);
    onObservation(observation);
  };
  return {
    add,
    addAll: (observations) => observations.forEach(add),
    all: () => [...kept.values()],
    close: () => {
      open = false;
    },
  };
}

/** A probe that was stopped has not failed: nobody waited for its answer. */
function cutShort({ outcome, failure }: Observation): boolean {
  return outcome === "failed" && (failure?.code === "ABORTED" || failure?.code === "DEADLINE");
}
