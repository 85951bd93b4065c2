import type { Visit } from "../schema.ts";
import { fromColumn } from "./json.ts";

/** Columns of `visits` that a Visit has; the facts of its scan are beside them. */
export interface HeaderRow {
  n: number;
  id: string;
  campaign: string;
  stage: Visit["stage"];
  technician: string;
  started_at: string;
  updated_at: string;
  updated_ms: number;
  finished_at: string | null;
  site_id: string | null;
  site_name: string | null;
  site_type: string | null;
  unit_code: string | null;
  unit_list: string | null;
  unit_name: string | null;
  former_code: string | null;
  former_list: string | null;
  former_name: string | null;
  survey: string;
  safety: string;
  [column: string]: unknown;
}

/** Milliseconds of an ISO time, 0 where it is none: only for sorting and filtering, the text itself is kept. */
function epochOf(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isFinite(ms) ? ms : 0;
}

/** Values of the header's columns. */
export function headerColumns(visit: Visit): Record<string, string | number | null> {
  const { site, scan } = visit;
  const quality = scan?.verdict.quality;
  return {
    id: visit.id,
    campaign: visit.campaign,
    stage: visit.stage,
    technician: visit.technician,
    started_at: visit.startedAt,
    started_ms: epochOf(visit.startedAt),
    updated_at: visit.updatedAt,
    updated_ms: epochOf(visit.updatedAt),
    finished_at: visit.finishedAt,
    site_id: site?.id ?? null,
    site_name: site?.name ?? null,
    site_type: site?.type ?? null,
    unit_code: site?.unit.code ?? null,
    unit_list: site?.unit.list ?? null,
    unit_name: site?.unit.name ?? null,
    former_code: site?.formerUnit?.code ?? null,
    former_list: site?.formerUnit?.list ?? null,
    former_name: site?.formerUnit?.name ?? null,
    survey: JSON.stringify(visit.survey),
    safety: JSON.stringify(visit.safety),
    answer_count: Object.keys(visit.survey).length + Object.keys(visit.safety).length,
    status: scan?.verdict.status ?? null,
    root_cause: scan?.verdict.findings[0]?.cause ?? null,
    scanned_at: scan?.evidence.startedAt ?? null,
    profile_id: scan?.evidence.profile.id ?? null,
    profile_version: scan?.evidence.profile.version ?? null,
    profile_hash: scan?.evidence.profileHash ?? null,
    tool_version: scan?.evidence.tool.version ?? null,
    grade: quality?.grade ?? null,
    web_grade: quality?.webGrade ?? null,
    median_ms: quality?.medianMs ?? null,
    jitter_ms: quality?.jitterMs ?? null,
    loss_percent: quality?.lossPercent ?? null,
  };
}

/** The building of a header row. */
export function siteOf(
  row: Pick<
    HeaderRow,
    | "site_id"
    | "site_name"
    | "site_type"
    | "unit_code"
    | "unit_list"
    | "unit_name"
    | "former_code"
    | "former_list"
    | "former_name"
  >,
): Visit["site"] {
  if (row.site_id === null) return null;
  return {
    id: row.site_id,
    unit: { code: row.unit_code ?? "", list: row.unit_list ?? "", name: row.unit_name ?? "" },
    formerUnit:
      row.former_code === null
        ? null
        : { code: row.former_code, list: row.former_list ?? "", name: row.former_name ?? "" },
    name: row.site_name ?? "",
    type: siteType(row.site_type),
  };
}

function siteType(value: string | null): NonNullable<Visit["site"]>["type"] {
  switch (value) {
    case "ubnd":
    case "ttphvhcc":
    case "truong_mn":
    case "truong_th":
    case "truong_thcs":
      return value;
    default:
      return "khac";
  }
}

/** A Visit without devices and scan, from its header row. */
export function headerVisit(row: HeaderRow): Visit {
  return {
    schemaVersion: 1,
    id: row.id,
    campaign: row.campaign,
    stage: row.stage,
    technician: row.technician,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
    site: siteOf(row),
    survey: fromColumn<Visit["survey"]>(row.survey),
    safety: fromColumn<Visit["safety"]>(row.safety),
    devices: [],
    scan: null,
  };
}
