import type { Evidence } from "../../evidence/schema.ts";
import type { Connection } from "../db/connection.ts";
import { asRow, fromColumn } from "../rows/json.ts";

/** What an office told about the profile's systems, at one visit. */
export interface ToldUse {
  readonly site: string;
  readonly startedAt: string;
  readonly told: Evidence["site"];
}

interface Row {
  readonly site_name: string | null;
  readonly started_at: string;
  readonly told: string;
}

const TOLD = "json_extract(s.evidence, '$.site')";

/** What the newest scan of a site was told, by whatever laptop it came; null where the site has none by this profile. */
export function lastUse(db: Connection, profileId: string, siteId: string, exceptVisit: string): ToldUse | null {
  const row = db
    .sql(
      `SELECT v.site_name, v.started_at, ${TOLD} AS told FROM visits v JOIN scans s ON s.visit = v.n
       WHERE v.site_id = ? AND v.profile_id = ? AND v.id <> ? ORDER BY v.started_ms DESC, v.id DESC LIMIT 1`,
    )
    .get(siteId, profileId, exceptVisit);
  return row === undefined ? null : toldOf(row);
}

/** What the offices were told of that gave addresses, newest first. */
export function recentUses(db: Connection, profileId: string, limit: number): ToldUse[] {
  const rows = db
    .sql(
      `SELECT v.site_name, v.started_at, ${TOLD} AS told FROM visits v JOIN scans s ON s.visit = v.n
       WHERE v.profile_id = ? AND json_extract(s.evidence, '$.site.provided') IS NOT NULL
       ORDER BY v.started_ms DESC, v.id DESC LIMIT ?`,
    )
    .all(profileId, limit);
  return rows.map(toldOf);
}

function toldOf(raw: unknown): ToldUse {
  const row = asRow<Row>(raw);
  return { site: row.site_name ?? "", startedAt: row.started_at, told: fromColumn<Evidence["site"]>(row.told) };
}
