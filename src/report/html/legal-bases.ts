import type { Lang } from "../../base/languages.ts";

/** A law or decree that the paper rests on, with the days between which it is the right one to name. */
interface LegalBasis {
  readonly name: Readonly<Record<Lang, string>>;
  /** First and last day, ISO; null: open. */
  readonly from: string | null;
  readonly until: string | null;
}

/** When the list was looked up; printed, so that a reader knows how old it is. */
export const BASES_KNOWN_ON = "11/2026";

/** In the order of the paper. Replaced ones stay: a paper of an old day names the law of its day. */
const BASES: readonly LegalBasis[] = [
  {
    name: {
      vi: "Nghị định 151/2017/NĐ-CP về quản lý, sử dụng tài sản công",
      en: "decree 151/2017/NĐ-CP on public assets",
    },
    from: null,
    until: "2025-06-30",
  },
  {
    name: {
      vi: "Nghị định 186/2025/NĐ-CP (sửa đổi bởi Nghị định 286/2025/NĐ-CP) về quản lý, sử dụng tài sản công",
      en: "decree 186/2025/NĐ-CP (amended by 286/2025/NĐ-CP) on public assets",
    },
    from: "2025-07-01",
    until: null,
  },
  {
    name: {
      vi: "Thông tư 02/2022/TT-BTNMT (sửa đổi bởi Thông tư 07/2025 và 09/2026) về chất thải nguy hại",
      en: "circular 02/2022/TT-BTNMT (amended by 07/2025 and 09/2026) on hazardous waste",
    },
    from: null,
    until: null,
  },
  {
    name: { vi: "Luật Bảo vệ bí mật nhà nước 2018", en: "the law of 2018 on state secrets" },
    from: null,
    until: "2026-02-28",
  },
  {
    name: {
      vi: "Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Nghị định 63/2026/NĐ-CP",
      en: "law 117/2025/QH15 on state secrets, decree 63/2026/NĐ-CP",
    },
    from: "2026-03-01",
    until: null,
  },
  {
    name: { vi: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", en: "law 91/2025/QH15 on personal data" },
    from: "2026-01-01",
    until: null,
  },
];

/**
 * Names of the laws that are in force on the day of the paper.
 * @param day ISO 8601, a time may follow
 */
export function legalBases(day: string, lang: Lang): string[] {
  const date = day.slice(0, 10);
  return BASES.filter(({ from, until }) => (from === null || from <= date) && (until === null || date <= until)).map(
    ({ name }) => name[lang],
  );
}
