import type { Lang } from "../base/languages.ts";

/** Kinds of building (CONTRACT: the ids), in the order in which they are offered. */
export const SITE_TYPE_IDS = [
  "ubnd",
  "ttphvhcc",
  "truong_mn",
  "truong_th",
  "truong_thcs",
  "truong_thpt",
  "tram_y_te",
  "cong_an_xa",
  "co_quan_dang",
  "khac",
] as const;
export type SiteType = (typeof SITE_TYPE_IDS)[number];

/** Everything that hangs on a kind of building; a new kind does not compile before all of it is told. */
interface SiteTypeFacts {
  readonly label: Readonly<Record<Lang, string>>;
  /** What people call it, without diacritics; null for none. */
  readonly called: RegExp | null;
  /** An office of the authorities, which is helped before a school. */
  readonly office: boolean;
  /** Whose name stands above the site's own on official paper. */
  readonly letterhead: "committee" | "underCommittee" | "education" | "police" | "party";
}

export const SITE_TYPES: Readonly<Record<SiteType, SiteTypeFacts>> = {
  ubnd: {
    label: { vi: "Trụ sở UBND", en: "People's committee office" },
    called: /\bubnd\b|\buy ban\b/u,
    office: true,
    letterhead: "committee",
  },
  ttphvhcc: {
    label: { vi: "Trung tâm Phục vụ hành chính công xã", en: "Commune administrative service centre" },
    called: /\bhanh chinh cong\b|\bmot cua\b/u,
    office: true,
    letterhead: "underCommittee",
  },
  truong_mn: {
    label: { vi: "Trường mầm non", en: "Kindergarten" },
    called: /\bmam non\b|\bmn\b/u,
    office: false,
    letterhead: "underCommittee",
  },
  truong_th: {
    label: { vi: "Trường tiểu học", en: "Primary school" },
    called: /\btieu hoc\b|\bth\b/u,
    office: false,
    letterhead: "underCommittee",
  },
  truong_thcs: {
    label: { vi: "Trường trung học cơ sở", en: "Lower secondary school" },
    called: /\btrung hoc co so\b|\bthcs\b/u,
    office: false,
    letterhead: "underCommittee",
  },
  truong_thpt: {
    label: { vi: "Trường trung học phổ thông", en: "Upper secondary school" },
    called: /\btrung hoc pho thong\b|\bthpt\b/u,
    office: false,
    letterhead: "education",
  },
  tram_y_te: {
    label: { vi: "Trạm y tế", en: "Health station" },
    called: /\btram y te\b|\btyt\b/u,
    office: true,
    letterhead: "underCommittee",
  },
  cong_an_xa: {
    label: { vi: "Công an xã", en: "Commune police" },
    called: /\bcong an\b/u,
    office: true,
    letterhead: "police",
  },
  co_quan_dang: {
    label: { vi: "Cơ quan Đảng", en: "Party office" },
    called: /\bdang uy\b|\bco quan dang\b|\bvan phong dang\b/u,
    office: true,
    letterhead: "party",
  },
  khac: { label: { vi: "Khác", en: "Other" }, called: null, office: false, letterhead: "underCommittee" },
};

/** A kind of building as it was stored or typed; "khac" where a newer version wrote one that is not known here. */
export function siteTypeOrOther(value: unknown): SiteType {
  return SITE_TYPE_IDS.find((id) => id === value) ?? "khac";
}
