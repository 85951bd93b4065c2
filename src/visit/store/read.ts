import type { Connection } from "../db/connection.ts";
import { isDamage } from "../db/errors.ts";
import type { VisitFilter } from "../queries/filter.ts";
import { resolveId } from "../queries/resolve.ts";
import { listVisits, type VisitSummary } from "../queries/summary.ts";
import type { Records } from "../records.ts";
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

/** The list in one statement; where damage spoils that, each visit alone. */
export function listed(db: Connection, records: Records, filter: VisitFilter): readonly VisitSummary[] {
  try {
    return listVisits(db, filter);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [...records.portions(filter, (portion) => listVisits(db, portion), "onFailure")].toReversed();
  }
}
