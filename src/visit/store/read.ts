import type { Connection } from "../db/connection.ts";
import { whereClause, type VisitFilter } from "../queries/filter.ts";
import { resolveId } from "../queries/resolve.ts";
import { scanHash } from "../rows/scan.ts";
import { headerRow, readVisit } from "../rows/visit.ts";
import type { Visit } from "../schema.ts";
import { noVisit } from "./errors.ts";
import type { Seen } from "./seen.ts";

/** The visit with this id or prefix, kept in mind as seen; UserError 64 where none or several fit. */
export function getVisit(db: Connection, seen: Seen, idOrPrefix: string): Visit {
  const row = headerRow(db, resolveId(db, idOrPrefix));
  if (row === null) throw noVisit(idOrPrefix, db.lang);
  const visit = readVisit(db, row);
  seen.keep(visit, scanHash(db, row.n));
  return visit;
}

/** Whole visits one after the other, oldest first, never all in memory. */
export function* iterateVisits(db: Connection, filter: VisitFilter): Generator<Visit> {
  const { where, values } = whereClause(filter);
  // Ids first: a long read would hold back the checkpoint of whoever writes meanwhile.
  const ids = db.guard(() => db.sql(`SELECT v.id FROM visits v ${where} ORDER BY v.started_ms, v.id`).all(...values));
  for (const { id } of ids) {
    const visit = db.guard(() => {
      const row = headerRow(db, String(id));
      return row === null ? null : readVisit(db, row);
    });
    if (visit !== null) yield visit;
  }
}
