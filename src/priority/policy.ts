import { SITE_TYPE_IDS, SITE_TYPES, type SiteType } from "../visit/site-types.ts";

/**
 * The order in which sites are helped, as data: what counts as a criterion, which keys are compared, in which order.
 * Lexicographic, no weights: a later key decides only between sites that all earlier keys hold equal.
 *
 * Source: the programme's launch report of 26/10/2020 ("ưu tiên … đã được khôi phục điện lưới … nhưng bị mất dịch vụ
 * đường truyền internet; không có nhân lực …; hoặc … không thể kết nối … các hệ thống thông tin dùng chung của tỉnh,
 * nhất là hệ thống một cửa điện tử"). The sentence can also be read so that "có điện" stands before the first criterion
 * only; here it is the gate for all three, because without power a team can do nothing.
 */
export const SORT_KEYS = [
  "tier",
  "onestopDown",
  "criteriaMet",
  "internetLost",
  "noStaff",
  "otherSystemsDown",
  "partialStates",
  "onestopBacklog",
  "poweredLongest",
  "officeBeforeSchool",
  "damagedDevices",
  "unitAndSite",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface PriorityPolicy {
  /** Printed on every list, so that a reader knows by which rule it was ordered. */
  readonly id: string;
  readonly keys: readonly SortKey[];
  /** Survey answers that close the gate: the site cannot be reached, or has no power. */
  readonly cannotStart: { readonly access: readonly string[]; readonly water_now: readonly string[] };
  readonly waitsForPower: { readonly grid: readonly string[] };
  readonly met: {
    readonly internet: readonly string[];
    readonly staff: readonly string[];
    readonly onestop: readonly string[];
    readonly otherSystem: readonly string[];
  };
  readonly partial: Readonly<Record<"internet" | "staff" | "onestop" | "otherSystem", readonly string[]>>;
  readonly otherSystems: readonly string[];
  /** Answers that say "nobody knows"; an absent answer counts as one of these. */
  readonly unknown: readonly string[];
  /** Kinds of building that are helped before schools where all else is equal. */
  readonly officeTypes: readonly SiteType[];
}

export const POLICY_QB_2020: PriorityPolicy = {
  id: "qb-2020.1",
  keys: SORT_KEYS,
  cannotStart: { access: ["chua_vao_duoc"], water_now: ["co"] },
  waitsForPower: { grid: ["chua_co", "khong_ro"] },
  met: { internet: ["mat"], staff: ["khong_co"], onestop: ["khong_dung_duoc"], otherSystem: ["khong_dung_duoc"] },
  partial: {
    internet: ["cham_chap_chon"],
    staff: ["co_nhung_thieu"],
    onestop: ["cham_loi"],
    otherSystem: ["cham_loi"],
  },
  otherSystems: ["docs", "mail", "sign", "vc", "report"],
  unknown: ["khong_ro", "unknown"],
  officeTypes: SITE_TYPE_IDS.filter((id) => SITE_TYPES[id].office),
};
