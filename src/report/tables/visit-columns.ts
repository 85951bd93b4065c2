import { siteTypeLabel } from "../../survey/labels.ts";
import { labelOf, type LabelArea } from "../../text/visit-labels.ts";
import type { ColumnKind } from "../table.ts";
import type { SqlColumn } from "../sql-table.ts";

/** Shorthand for a column of the data: id, SQL, kind, headings. */
export function column(id: string, sql: string, kind: ColumnKind, vi: string, en: string): SqlColumn {
  return { id, sql, kind, heading: { vi, en } };
}

/** A column of machine values with labels for people. */
export function choice(id: string, sql: string, area: LabelArea, vi: string, en: string): SqlColumn {
  return { id, sql, kind: "choice", heading: { vi, en }, label: (value, lang) => labelOf(area, value, lang) };
}

/** What every row of every table begins with: which visit, when, where. A unit's code never goes without its list. */
export const VISIT_COLUMNS: readonly SqlColumn[] = [
  column("visit_id", "v.id", "code", "Mã lượt", "Visit"),
  column("campaign", "v.campaign", "text", "Đợt", "Campaign"),
  choice("stage", "v.stage", "stage", "Giai đoạn", "Stage"),
  column("visited_at", "v.started_at", "time", "Thời điểm", "Visited at"),
  column("site_id", "v.site_id", "code", "Mã trụ sở", "Site id"),
  column("site_name", "v.site_name", "text", "Trụ sở", "Site"),
  { ...column("site_type", "v.site_type", "choice", "Loại trụ sở", "Type of site"), label: siteTypeLabel },
  column("unit_code", "v.unit_code", "code", "Mã xã", "Commune code"),
  column("unit_list", "v.unit_list", "code", "Danh mục mã", "Code list"),
  column("unit_name", "v.unit_name", "text", "Xã/phường", "Commune"),
  column("former_unit_code", "v.former_code", "code", "Mã xã cũ", "Former commune code"),
  column("former_unit_list", "v.former_list", "code", "Danh mục mã cũ", "Former code list"),
  column("former_unit_name", "v.former_name", "text", "Xã/phường cũ", "Former commune"),
];
