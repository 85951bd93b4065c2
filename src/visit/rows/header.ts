import { blankVisit } from "../new-visit.ts";
import type { Site, Visit } from "../schema.ts";
import { siteTypeOrOther } from "../site-types.ts";
import { readColumns, type StoreColumn, type StoredRow } from "./column.ts";
import { asRow, fromColumn } from "./json.ts";

type Column = StoreColumn<Visit>;

/** A fact of the visit itself that is a text. */
const fact = (column: string, key: "id" | "campaign" | "technician" | "startedAt" | "updatedAt"): Column => ({
  column,
  from: (visit) => visit[key],
  to: (visit, value) => {
    visit[key] = String(value);
  },
});

/** Milliseconds of an ISO time, 0 where it is none: only for sorting and filtering, the text itself is kept. */
function epochOf(iso: string): number {
  const ms = Date.parse(iso);
  return Number.isFinite(ms) ? ms : 0;
}

/** A part of the building; `site_id` stands before them and makes it. */
const siteColumn = (
  column: string,
  from: (site: Site) => string | undefined,
  to: (site: Site, value: string) => void,
): Column => ({
  column,
  from: ({ site }) => (site === null ? null : (from(site) ?? null)),
  to: ({ site }, value) => {
    if (site !== null && value !== null) to(site, String(value));
  },
});

const unitColumn = (part: "code" | "list" | "name"): Column =>
  siteColumn(
    `unit_${part}`,
    ({ unit }) => unit[part],
    ({ unit }, value) => {
      unit[part] = value;
    },
  );

/** `former_code` stands before the other two and makes the former unit. */
const formerColumn = (part: "code" | "list" | "name"): Column =>
  siteColumn(
    `former_${part}`,
    ({ formerUnit }) => formerUnit?.[part],
    (site, value) => {
      if (part === "code") site.formerUnit = { code: value, list: "", name: "" };
      else if (site.formerUnit !== null) site.formerUnit[part] = value;
    },
  );

const SITE_COLUMNS: readonly Column[] = [
  {
    column: "site_id",
    from: ({ site }) => site?.id ?? null,
    to: (visit, value) => {
      if (value !== null)
        visit.site = {
          id: String(value),
          unit: { code: "", list: "", name: "" },
          formerUnit: null,
          name: "",
          type: "khac",
        };
    },
  },
  siteColumn(
    "site_name",
    ({ name }) => name,
    (site, value) => {
      site.name = value;
    },
  ),
  siteColumn(
    "site_type",
    ({ type }) => type,
    (site, value) => {
      site.type = siteTypeOrOther(value);
    },
  ),
  unitColumn("code"),
  unitColumn("list"),
  unitColumn("name"),
  formerColumn("code"),
  formerColumn("list"),
  formerColumn("name"),
];

const answerColumn = (column: "survey" | "safety"): Column => ({
  column,
  from: (visit) => JSON.stringify(visit[column]),
  to: (visit, value) => {
    visit[column] = fromColumn<Visit["survey"]>(value);
  },
});

/** Columns of `visits` that say what people wrote. */
export const FACT_COLUMNS: readonly Column[] = [
  fact("id", "id"),
  fact("campaign", "campaign"),
  {
    column: "stage",
    from: ({ stage }) => stage,
    to: (visit, value) => {
      visit.stage = asRow<Visit["stage"]>(value);
    },
  },
  fact("technician", "technician"),
  fact("started_at", "startedAt"),
  { column: "started_ms", from: ({ startedAt }) => epochOf(startedAt) },
  fact("updated_at", "updatedAt"),
  { column: "updated_ms", from: ({ updatedAt }) => epochOf(updatedAt) },
  {
    column: "finished_at",
    from: ({ finishedAt }) => finishedAt,
    to: (visit, value) => {
      visit.finishedAt = value === null ? null : String(value);
    },
  },
  ...SITE_COLUMNS,
  answerColumn("survey"),
  answerColumn("safety"),
  { column: "answer_count", from: ({ survey, safety }) => Object.keys(survey).length + Object.keys(safety).length },
];

type Scan = NonNullable<Visit["scan"]>;

/** What lists and reports say of a scan without reading it; the scan itself is a row of `scans`. */
const scanColumn = (column: string, from: (scan: Scan) => string | number | null): Column => ({
  column,
  from: ({ scan }) => (scan === null ? null : from(scan)),
});

/** Columns of `visits` that repeat the scan. */
const SCAN_COLUMNS: readonly Column[] = [
  scanColumn("status", ({ verdict }) => verdict.status),
  scanColumn("root_cause", ({ verdict }) => verdict.findings[0]?.cause ?? null),
  scanColumn("scanned_at", ({ evidence }) => evidence.startedAt),
  scanColumn("profile_id", ({ evidence }) => evidence.profile.id),
  scanColumn("profile_version", ({ evidence }) => evidence.profile.version),
  scanColumn("profile_hash", ({ evidence }) => evidence.profileHash),
  scanColumn("tool_version", ({ evidence }) => evidence.tool.version),
  scanColumn("grade", ({ verdict }) => verdict.quality.grade),
  scanColumn("web_grade", ({ verdict }) => verdict.quality.webGrade),
  scanColumn("median_ms", ({ verdict }) => verdict.quality.medianMs),
  scanColumn("jitter_ms", ({ verdict }) => verdict.quality.jitterMs),
  scanColumn("loss_percent", ({ verdict }) => verdict.quality.lossPercent),
];

/** All columns of `visits` beside its number. */
export const HEADER_COLUMNS: readonly Column[] = [...FACT_COLUMNS, ...SCAN_COLUMNS];

/** A Visit without devices and scan, from its header row. */
export function headerVisit(row: StoredRow): Visit {
  return readColumns(FACT_COLUMNS, row, blankVisit());
}
