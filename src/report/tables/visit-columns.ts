import { siteTypeLabel } from "../../survey/labels.ts";
import { PRACTICE_MARK } from "../../text/practice.ts";
import { labelOf, type LabelArea } from "../../text/visit-labels.ts";
import { PRACTICE_PROFILE } from "../../visit/practice.ts";
import type { NamedField } from "../../visit/queries/fields.ts";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import type { ColumnKind } from "../table.ts";
import type { StoredColumn } from "../stored-table.ts";

/** Shorthand for a column of the store: id, kind, headings. */
export function column(id: NamedField, kind: ColumnKind, vi: string, en: string): StoredColumn {
  return { id, field: id, kind, heading: { vi, en } };
}

/** A column of machine values with labels for people. */
export function choice(id: NamedField, area: LabelArea, vi: string, en: string): StoredColumn {
  return { ...column(id, "choice", vi, en), label: (value, lang) => labelOf(area, value, lang) };
}

/** What every row of every table begins with: which visit, when, where. A unit's code never goes without its list. */
export const VISIT_COLUMNS: readonly StoredColumn[] = [
  column("visit_id", "code", "Mã lượt", "Visit"),
  column("campaign", "text", "Đợt", "Campaign"),
  choice("stage", "stage", "Giai đoạn", "Stage"),
  column("visited_at", "time", "Thời điểm", "Visited at"),
  column("site_id", "code", "Mã trụ sở", "Site id"),
  column("site_name", "text", "Trụ sở", "Site"),
  { ...column("site_type", "choice", "Loại trụ sở", "Type of site"), label: siteTypeLabel },
  column("unit_code", "code", "Mã xã", "Commune code"),
  column("unit_list", "code", "Danh mục mã", "Code list"),
  column("unit_name", "text", "Xã/phường", "Commune"),
  column("former_unit_code", "code", "Mã xã cũ", "Former commune code"),
  column("former_unit_list", "code", "Danh mục mã cũ", "Former code list"),
  column("former_unit_name", "text", "Xã/phường cũ", "Former commune"),
];

/** What every table ends with: an exercise is never taken for the field. */
export const PRACTICE_COLUMN: StoredColumn = {
  ...column("practice", "choice", "Luyện tập", "Practice"),
  label: (_value, lang) => PRACTICE_MARK[lang],
};

/** The same for tables that are worked out over many visits. */
export function practiceCell({ practice }: VisitFilter): string | null {
  return practice === true ? PRACTICE_PROFILE : null;
}
