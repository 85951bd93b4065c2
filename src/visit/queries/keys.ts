import type { Connection } from "../db/connection.ts";
import { isDamage } from "../db/errors.ts";
import { asRow } from "../rows/json.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** A visit by its number in this store and by its id; `row` false where an index names it and its row is not there. */
export interface VisitKey {
  readonly n: number;
  readonly id: string;
  readonly row: boolean;
}

/**
 * The visits that a filter chooses, oldest first, also where parts of the file are damaged: from the table itself, held
 * against the index of ids, so that a row that cannot be found any more is named and not passed over. Keys only: a long
 * read would hold back the checkpoint of whoever writes meanwhile.
 */
export function visitKeys(db: Connection, filter: VisitFilter): readonly VisitKey[] {
  let found: VisitKey[];
  try {
    found = chosen(db, filter).map((key) => ({ ...key, row: true }));
  } catch (error) {
    if (!isDamage(error)) throw error;
    found = salvaged(db, filter);
  }
  // A filter by content cannot tell whether a lost row would have passed; one that names visits, or none, can.
  const lost = isWhole(filter) ? lostRows(db, filter, found) : [];
  return [...found, ...lost];
}

interface Named {
  n: number;
  id: string;
}

function chosen(db: Connection, filter: VisitFilter): Named[] {
  const { where, values } = whereClause(filter);
  // Ids that are named are looked up; all are read from the table, whose order no damaged index can spoil.
  const table = filter.ids === undefined && filter.limit === undefined ? "visits v NOT INDEXED" : "visits v";
  return db
    .sql(`SELECT v.n, v.id FROM ${table} ${where} ORDER BY v.started_ms, v.id`)
    .all(...values)
    .map((row) => asRow<Named>(row));
}

const isWhole = ({ ids: _ids, ...others }: VisitFilter): boolean =>
  Object.values(others).every((value) => value === undefined);

function lostRows(db: Connection, { ids }: VisitFilter, found: readonly Named[]): VisitKey[] {
  const known = new Set(found.map(({ n }) => n));
  const wanted = ids === undefined ? null : new Set(ids);
  return indexed(db)
    .filter(({ n, id }) => !known.has(n) && (wanted === null || wanted.has(id)))
    .map((key) => ({ ...key, row: false }));
}

/** What the index of ids holds, as far as it can be read. */
function indexed(db: Connection): Named[] {
  return readable(db, "SELECT n, id FROM visits INDEXED BY sqlite_autoindex_visits_1");
}

/** Every number that any table or index still names, each looked up alone. */
function salvaged(db: Connection, filter: VisitFilter): VisitKey[] {
  const { limit, ...rest } = filter;
  const names = new Map(indexed(db).map(({ n, id }) => [n, id]));
  for (const other of ["devices", "scans", "systems"])
    for (const { n } of readable(db, `SELECT DISTINCT visit AS n, '' AS id FROM ${other}`))
      if (!names.has(n)) names.set(n, `#${n}`);
  for (const { n, id } of readable(db, "SELECT n, id FROM visits")) names.set(n, id);
  const { where, values } = whereClause(rest);
  const one = `SELECT v.n, v.id FROM visits v ${where === "" ? "WHERE" : `${where} AND`} v.n = ?`;
  const keys = [...names]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([n, id]): VisitKey[] => {
      try {
        const row = db.sql(one).get(...values, n);
        return row === undefined ? [] : [{ ...asRow<Named>(row), row: true }];
      } catch (error) {
        if (!isDamage(error)) throw error;
        return [{ n, id, row: false }];
      }
    });
  return limit === undefined ? keys : keys.slice(-limit);
}

/** Rows up to where the file can no longer be read. */
function readable(db: Connection, text: string): Named[] {
  const rows: Named[] = [];
  try {
    for (const row of db.sql(text).iterate()) rows.push(asRow<Named>({ n: Number(row["n"]), id: String(row["id"]) }));
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return rows;
}
