import type { Connection } from "../db/connection.ts";
import { headerVisit } from "../rows/header.ts";
import type { Answers, Site } from "../schema.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** The newest survey of a site, with what was counted in the same visit. */
export interface StoredSurvey {
  readonly visit: string;
  readonly site: Site;
  readonly survey: Answers;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Devices that cannot be used as they are; null where none was assessed. */
  readonly damaged: number | null;
}

/**
 * The newest survey of every site. A visit without a site cannot be driven to, one without a survey says nothing: both
 * are left out. A dry device that nobody could try yet is held, not damaged.
 */
export function newestSurveys(db: Connection, filter: VisitFilter): StoredSurvey[] {
  const { where, values } = whereClause(filter);
  const rows = db
    .sql(
      `WITH chosen AS (
         SELECT n FROM (
           SELECT v.n, row_number() OVER (PARTITION BY v.site_id ORDER BY v.started_ms DESC, v.id DESC) AS place
           FROM visits v ${where === "" ? "WHERE" : `${where} AND`} v.site_id IS NOT NULL AND v.survey <> '{}')
         WHERE place = 1)
       SELECT v.*, (SELECT sum(d.quantity) FROM devices d
                    WHERE d.visit = v.n AND d.disposition IS NOT NULL AND d.disposition <> 'REUSE'
                      AND NOT (d.disposition = 'HOLD' AND d.water IS 'none')) AS damaged
       FROM chosen JOIN visits v ON v.n = chosen.n`,
    )
    .all(...values);
  return rows.flatMap((row) => {
    const { id, site, survey, startedAt } = headerVisit(row);
    const damaged = row["damaged"] === null ? null : Number(row["damaged"]);
    return site === null ? [] : [{ visit: id, site, survey, startedAt, damaged }];
  });
}
