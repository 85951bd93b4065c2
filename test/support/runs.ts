/**
 * How many random cases a property is tried on: a fifth of `whole` in `npm test`, all of them where QBRECOVER_PROPERTY_RUNS
 * says `whole` (`.ci/run --nightly`).
 */
export function runs(whole: number): number {
  return process.env["QBRECOVER_PROPERTY_RUNS"] === "whole" ? whole : Math.ceil(whole / 5);
}
