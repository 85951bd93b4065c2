import type { FailureCode } from "../../evidence/common.ts";
import type { Endpoint, System } from "../../profile/schema.ts";
import { STAGES, type Attempt, type Stage } from "./attempt.ts";
import { compareText, unique } from "./observed.ts";

/** One endpoint of the profile, with all its attempts put together. */
export interface Target {
  readonly key: string;
  readonly system: System;
  readonly endpoint: Endpoint;
  /** `untested`: not tried, or cut off before it could tell. */
  readonly state: "ok" | "failed" | "untested";
  /** Where the best attempt ended, and how. */
  readonly stage: Stage;
  readonly code: FailureCode | null;
  /** The attempt that came furthest. */
  readonly best: Attempt | null;
  /**
   * Attempts that decide the state: over the addresses that the laptop itself would use, or lent ones where it has
   * none.
   */
  readonly attempts: readonly Attempt[];
  /** The best attempt over an address that only a control resolver gave, where the laptop would use another. */
  readonly compared: Attempt | null;
  readonly ids: readonly string[];
}

const further = (a: Attempt, b: Attempt): number =>
  STAGES.indexOf(b.stage) - STAGES.indexOf(a.stage) || a.family - b.family || compareText(a.id, b.id);

/** Puts the attempts of each endpoint together: one address that works is enough. */
export function targetsOf(attempts: readonly Attempt[]): readonly Target[] {
  return unique(attempts.map((one) => one.key)).flatMap((key) => {
    const all = attempts.filter((one) => one.key === key);
    const [first] = all;
    if (first === undefined) return [];
    const tried = all.filter((one) => one.tried && !isAbsentFamily(one));
    const own = tried.filter((one) => one.way === "people" && one.stage !== "resolve");
    const lent = tried.filter((one) => one.way === "control").toSorted(further);
    const deciding = own.length > 0 || lent.length === 0 ? tried.filter((one) => one.way === "people") : lent;
    const [best = null] = deciding.toSorted(further);
    const target: Target = {
      key,
      system: first.system,
      endpoint: first.endpoint,
      state: best === null ? "untested" : best.stage === "done" ? "ok" : "failed",
      stage: best?.stage ?? "resolve",
      code: best?.code ?? null,
      best,
      attempts: deciding,
      compared: own.length > 0 ? (lent[0] ?? null) : null,
      ids: deciding.map((one) => one.id),
    };
    return [target];
  });
}

// A host without an IPv6 address is no failure of IPv6, nor of the host.
function isAbsentFamily(one: Attempt): boolean {
  return one.family === 6 && one.address === null;
}
