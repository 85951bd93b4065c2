/**
 * How many random cases a property is tried on: a fifth of `whole` in `npm test`, all of them where QBRECOVER_PROPERTY_RUNS
 * says `whole` (`.ci/run --nightly`).
 */
export function runs(whole: number): number {
  return isWhole() ? whole : Math.ceil(whole / 5);
}

/**
 * Every third of a list by day, beginning where `offset` says, so that the lists of many cases cover each other; all of
 * it at night.
 */
export function sampled<T>(list: readonly T[], offset: number): readonly T[] {
  return isWhole() ? list : list.filter((_, at) => (at + offset) % 3 === 0);
}

const isWhole = (): boolean => process.env["QBRECOVER_PROPERTY_RUNS"] === "whole";
