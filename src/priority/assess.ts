import type { Tri } from "../evidence/common.ts";
import type { Answers, Site } from "../visit/schema.ts";
import type { PriorityPolicy } from "./policy.ts";

/** What the order of one site depends on: its newest survey and the count of its damaged devices. */
export interface SiteSurvey {
  readonly visit: string;
  readonly site: Site;
  readonly survey: Answers;
  /** ISO 8601; days of waiting are counted up to here. */
  readonly surveyedAt: string;
  readonly damagedDevices: number;
}

export const TIERS = ["T0", "T1", "T2", "T3"] as const;
export type Tier = (typeof TIERS)[number];

/** A site's standing against the policy, before sorting. `unknown` criteria are neither yes nor no. */
export interface Assessment {
  readonly source: SiteSurvey;
  readonly tier: Tier;
  /** a: Internet line lost; b: nobody to mend; c1: one-stop unusable; c2: another shared system unusable. */
  readonly criteria: { readonly a: Tri; readonly b: Tri; readonly c1: Tri; readonly c2: Tri };
  readonly c2Count: number;
  readonly c2Unknown: number;
  readonly partial: number;
  readonly backlog: number | null;
  /** ISO date since when there is power; null where nobody told. */
  readonly poweredSince: string | null;
  /** Survey fields to ask by telephone first. */
  readonly verify: readonly string[];
}

/** Holds one survey against the policy (pure). Missing answers count as unknown, never as no. */
export function assess(source: SiteSurvey, policy: PriorityPolicy): Assessment {
  const answer = (field: string): string | undefined => {
    const value = source.survey[field];
    return typeof value === "string" && value !== "" && !policy.unknown.includes(value) ? value : undefined;
  };
  const isOneOf = (field: string, values: readonly string[]): Tri => {
    const value = answer(field);
    return value === undefined ? "unknown" : values.includes(value);
  };
  const others = policy.otherSystems.map((field) => isOneOf(field, policy.met.otherSystem));
  const c2Count = others.filter((state) => state === true).length;
  const c2Unknown = others.filter((state) => state === "unknown").length;
  const criteria = {
    a: isOneOf("internet", policy.met.internet),
    b: isOneOf("staff", policy.met.staff),
    c1: isOneOf("onestop", policy.met.onestop),
    c2: c2Count > 0 ? true : c2Unknown > 0 ? ("unknown" as const) : false,
  };
  const partial = [
    isOneOf("internet", policy.partial.internet),
    isOneOf("staff", policy.partial.staff),
    isOneOf("onestop", policy.partial.onestop),
    ...policy.otherSystems.map((field) => isOneOf(field, policy.partial.otherSystem)),
  ].filter((state) => state === true).length;
  const backlog = source.survey["onestop_backlog"];
  const since = source.survey["grid_since"];
  return {
    source,
    tier: tierOf(source, policy, criteria, isOneOf),
    criteria,
    c2Count,
    c2Unknown,
    partial,
    backlog: typeof backlog === "number" ? backlog : null,
    poweredSince: typeof since === "string" && since !== "" ? since : null,
    verify: ["access", "water_now", "grid", "internet", "staff", "onestop", ...policy.otherSystems].filter(
      (field) => answer(field) === undefined,
    ),
  };
}

function tierOf(
  source: SiteSurvey,
  policy: PriorityPolicy,
  criteria: Assessment["criteria"],
  isOneOf: (field: string, values: readonly string[]) => Tri,
): Tier {
  if (
    isOneOf("access", policy.cannotStart.access) === true ||
    isOneOf("water_now", policy.cannotStart.water_now) === true
  )
    return "T3";
  const grid = source.survey["grid"];
  // No power, or nobody knows whether there is: a team that drives there may stand in the dark.
  if (typeof grid !== "string" || grid === "" || policy.waitsForPower.grid.includes(grid)) return "T2";
  return Object.values(criteria).every((state) => state === false) ? "T1" : "T0";
}
