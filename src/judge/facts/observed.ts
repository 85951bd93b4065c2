import type { CollectorName, Evidence, Observation, ObservationOf } from "../../evidence/schema.ts";
import type { FailureCode } from "../../evidence/common.ts";

/**
 * All observations of one collector, in the order of their ids, so that the order of recording never matters to a
 * verdict.
 */
export function observed<C extends CollectorName>(evidence: Evidence, collector: C): readonly ObservationOf<C>[] {
  const isOne = (observation: Observation): observation is ObservationOf<C> => observation.collector === collector;
  return evidence.observations.filter(isOne).toSorted((a, b) => compareText(a.id, b.id));
}

/** Order by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const NOT_ATTEMPTED: ReadonlySet<FailureCode> = new Set([
  "NOT_AVAILABLE",
  "NOT_CONFIGURED",
  "PREREQUISITE_DEAD",
  "DEADLINE",
  "ABORTED",
  "ADDRESS_UNAVAILABLE",
]);

/** Did a failure come from the network, or did the probe merely not run to its end? */
export function isReal(code: FailureCode | undefined): boolean {
  return code === undefined || !NOT_ATTEMPTED.has(code);
}

const SILENCE: ReadonlySet<FailureCode> = new Set([
  "TIMEOUT",
  "HOST_UNREACHABLE",
  "NET_UNREACHABLE",
  "NO_ROUTE",
  "TTL_EXCEEDED",
]);

/** Nobody answered at the address, as against somebody who answered "no". */
export function isSilence(code: FailureCode | null | undefined): boolean {
  return code !== null && code !== undefined && SILENCE.has(code);
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
