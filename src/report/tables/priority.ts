import { rankSites, type Ranked } from "../../priority/order.ts";
import { POLICY_QB_2020 } from "../../priority/policy.ts";
import { readSurveys } from "../../priority/read.ts";
import { placeOf, reasonLine, verifyLine } from "../../priority/reason.ts";
import { renderPriority } from "../../priority/render.ts";
import type { Tri } from "../../evidence/common.ts";
import type { Lang } from "../../base/languages.ts";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import type { VisitStore } from "../../visit/store.ts";
import type { Column, Table } from "../table.ts";
import { practiceCell, PRACTICE_COLUMN } from "./visit-columns.ts";

const TRI: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  vi: { yes: "có", no: "không", unknown: "không rõ" },
  en: { yes: "yes", no: "no", unknown: "unknown" },
};
const tri = (id: string, vi: string, en: string): Column => ({
  id,
  kind: "choice",
  heading: { vi, en },
  label: (value, lang) => TRI[lang][value] ?? value,
});

const COLUMNS: readonly Column[] = [
  { id: "rank", kind: "number", heading: { vi: "Hạng", en: "Rank" } },
  { id: "tier", kind: "code", heading: { vi: "Nhóm", en: "Tier" } },
  { id: "policy", kind: "code", heading: { vi: "Quy tắc", en: "Policy" } },
  { id: "unit_code", kind: "code", heading: { vi: "Mã xã", en: "Commune code" } },
  { id: "unit_list", kind: "code", heading: { vi: "Danh mục mã", en: "Code list" } },
  { id: "unit_name", kind: "text", heading: { vi: "Xã/phường", en: "Commune" } },
  { id: "former_unit_name", kind: "text", heading: { vi: "Xã/phường cũ", en: "Former commune" } },
  { id: "site_id", kind: "code", heading: { vi: "Mã trụ sở", en: "Site id" } },
  { id: "site_name", kind: "text", heading: { vi: "Trụ sở", en: "Site" } },
  { id: "visit_id", kind: "code", heading: { vi: "Mã lượt", en: "Visit" } },
  { id: "surveyed_at", kind: "time", heading: { vi: "Khảo sát lúc", en: "Surveyed at" } },
  tri("c1_onestop_down", "Một cửa không dùng được", "One-stop unusable"),
  tri("a_internet_lost", "Mất Internet", "Internet lost"),
  tri("b_no_staff", "Không có nhân lực", "Nobody to mend"),
  tri("c2_other_down", "Hệ thống khác không dùng được", "Other system unusable"),
  { id: "onestop_backlog", kind: "number", heading: { vi: "Hồ sơ đang chờ", en: "Backlog" } },
  { id: "damaged_devices", kind: "number", heading: { vi: "Thiết bị hỏng", en: "Damaged devices" } },
  { id: "to_verify", kind: "text", heading: { vi: "Cần xác minh", en: "To be verified" } },
  { id: "reason", kind: "text", heading: { vi: "Lý do", en: "Reason" } },
  PRACTICE_COLUMN,
];

/** The order in which to help, by the rule of src/priority: one row a site. */
export const priorityTable: Table = {
  columns: COLUMNS,
  scope: "all",
  rows: function* (store, filter, lang) {
    for (const site of ranked(store, filter)) {
      const { source, criteria } = site;
      const { unit, formerUnit } = source.site;
      yield [
        site.rank,
        site.tier,
        POLICY_QB_2020.id,
        unit.code,
        unit.list,
        unit.name,
        formerUnit?.name ?? null,
        source.site.id,
        source.site.name === "" ? placeOf(site, lang) : source.site.name,
        source.visit,
        source.surveyedAt,
        word(criteria.c1),
        word(criteria.a),
        word(criteria.b),
        word(criteria.c2),
        site.backlog,
        source.damagedDevices,
        verifyLine(site, lang),
        reasonLine(site, lang),
        practiceCell(filter),
      ];
    }
  },
  text: (store, filter, lang) => [renderPriority(ranked(store, filter), POLICY_QB_2020, lang)],
};

function ranked(store: VisitStore, filter: VisitFilter): Ranked[] {
  const surveys = store.records.together(filter, (sound) => readSurveys(store.connection, sound));
  return rankSites(surveys, POLICY_QB_2020);
}

function word(state: Tri): string {
  return state === "unknown" ? "unknown" : state ? "yes" : "no";
}
