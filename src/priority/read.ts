import type { Connection } from "../visit/db/connection.ts";
import { whereClause, type VisitFilter } from "../visit/queries/filter.ts";
import { siteOf, type HeaderRow } from "../visit/rows/header.ts";
import { asRow, fromColumn } from "../visit/rows/json.ts";
import type { Answers } from "../visit/schema.ts";
import type { SiteSurvey } from "./assess.ts";

interface Row extends HeaderRow {
  damaged: number | null;
}

/**
 * The newest survey of every site. A visit without a site cannot be driven to, one without a survey says nothing: both
 * are left out. A dry device that nobody could try yet is held, not damaged.
 */
export function readSurveys(db: Connection, filter: VisitFilter): SiteSurvey[] {
  const { where, values } = whereClause(filter);
  const rows = db
    .sql(
      `WITH chosen AS (
         SELECT n FROM (
           SELECT v.n, row_number() OVER (PARTITION BY v.site_id ORDER BY v.started_ms DESC, v.id DESC) AS place
           FROM visits v ${where === "" ? "WHERE" : `${where} AND`} v.site_id IS NOT NULL AND v.survey <> '{}')
         WHERE place = 1)
       SELECT v.*, (SELECT sum(d.quantity) FROM devices d WHERE d.visit = v.n AND d.disposition IS NOT NULL AND d.disposition <> 'REUSE'
                AND NOT (d.disposition = 'HOLD' AND d.water IS 'none')) AS damaged
       FROM chosen JOIN visits v ON v.n = chosen.n`,
    )
    .all(...values);
  return rows.flatMap((raw) => {
    const row = asRow<Row>(raw);
    const site = siteOf(row);
    if (site === null) return [];
    const survey = fromColumn<Answers>(row.survey);
    return [
      {
        visit: row.id,
        site,
        survey,
        surveyedAt: toldTime(survey["surveyed_at"]) ?? row.started_at,
        damagedDevices: row.damaged ?? toldDamaged(survey),
      },
    ];
  });
}

/** When the survey says it was taken: a sheet is often typed in days later. */
function toldTime(value: unknown): string | null {
  return typeof value === "string" && Number.isFinite(Date.parse(value)) ? value : null;
}

/** Before anybody assessed the devices, the counts that the office gave over the telephone. */
function toldDamaged(survey: Answers): number {
  return Object.entries(survey).reduce(
    (sum, [field, value]) => (field.startsWith("damaged_") && typeof value === "number" ? sum + value : sum),
    0,
  );
}
