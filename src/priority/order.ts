import type { Tri } from "../evidence/common.ts";
import { assess, TIERS, type Assessment, type SiteSurvey } from "./assess.ts";
import type { PriorityPolicy, SortKey } from "./policy.ts";

export interface Ranked extends Assessment {
  /** 1 is helped first. */
  readonly rank: number;
  readonly of: number;
}

/**
 * Sorts sites by the policy's keys, one after the other; the last key makes the order total, so equal input gives equal
 * output.
 */
export function rankSites(surveys: readonly SiteSurvey[], policy: PriorityPolicy): Ranked[] {
  const compareText = new Intl.Collator("vi").compare;
  const assessed = surveys.map((survey) => assess(survey, policy));
  const sorted = assessed.toSorted((left, right) => {
    for (const key of policy.keys) {
      const difference = compareBy(key, left, right, policy, compareText);
      if (difference !== 0) return difference;
    }
    return left.source.visit < right.source.visit ? -1 : 1;
  });
  return sorted.map((assessment, index) => ({ ...assessment, rank: index + 1, of: sorted.length }));
}

type CompareText = (left: string, right: string) => number;

function compareBy(
  key: SortKey,
  left: Assessment,
  right: Assessment,
  policy: PriorityPolicy,
  compareText: CompareText,
): number {
  switch (key) {
    case "tier":
      return TIERS.indexOf(left.tier) - TIERS.indexOf(right.tier);
    case "onestopDown":
      return triRank(left.criteria.c1) - triRank(right.criteria.c1);
    case "criteriaMet":
      return (
        moreFirst(countMet(left, true), countMet(right, true)) ||
        moreFirst(countMet(left, "unknown"), countMet(right, "unknown"))
      );
    case "internetLost":
      return triRank(left.criteria.a) - triRank(right.criteria.a);
    case "noStaff":
      return triRank(left.criteria.b) - triRank(right.criteria.b);
    case "otherSystemsDown":
      return moreFirst(left.c2Count, right.c2Count) || moreFirst(left.c2Unknown, right.c2Unknown);
    case "partialStates":
      return moreFirst(left.partial, right.partial);
    case "onestopBacklog":
      return moreFirst(left.backlog ?? 0, right.backlog ?? 0);
    case "poweredLongest":
      return earlierFirst(left.poweredSince, right.poweredSince);
    case "officeBeforeSchool":
      return (
        Number(!policy.officeTypes.includes(left.source.site.type)) -
        Number(!policy.officeTypes.includes(right.source.site.type))
      );
    case "damagedDevices":
      return moreFirst(left.source.damagedDevices, right.source.damagedDevices);
    case "unitAndSite":
      return (
        compareText(left.source.site.unit.code, right.source.site.unit.code) ||
        compareText(left.source.site.name, right.source.site.name)
      );
  }
}

/** Yes before unknown before no: a site that may be hit stands behind one that is, and before one that is not. */
function triRank(state: Tri): number {
  return state === true ? 0 : state === "unknown" ? 1 : 2;
}

/** Three alternatives: a, b, and "shared systems" (c1 or c2). */
function countMet({ criteria }: Assessment, wanted: Tri): number {
  const shared: Tri =
    criteria.c1 === true || criteria.c2 === true
      ? true
      : criteria.c1 === "unknown" || criteria.c2 === "unknown"
        ? "unknown"
        : false;
  return [criteria.a, criteria.b, shared].filter((state) => state === wanted).length;
}

function moreFirst(left: number, right: number): number {
  return right - left;
}

function earlierFirst(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
