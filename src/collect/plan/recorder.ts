import type { Observation } from "../../evidence/schema.ts";

/** Keeps what was observed, the newest under each id, until it is closed. */
export interface Recorder {
  /** Takes an observation; after `close` it is dropped, so that a straggler can't change evidence already handed out. */
  add(observation: Observation): void;
  addAll(observations: readonly Observation[]): void;
  get(id: string): Observation | undefined;
  /** In the order in which each id was first seen. */
  all(): Observation[];
  close(): void;
}

/** @param onObservation told of each observation as it is taken, replacements included. */
export function createRecorder(onObservation: (observation: Observation) => void): Recorder {
  const kept = new Map<string, Observation>();
  let open = true;
  const add = (observation: Observation): void => {
    if (!open) return;
    kept.set(observation.id, observation);
    onObservation(observation);
  };
  return {
    add,
    addAll: (observations) => observations.forEach(add),
    get: (id) => kept.get(id),
    all: () => [...kept.values()],
    close: () => {
      open = false;
    },
  };
}
