import type { Connection } from "../db/connection.ts";
import { asRow } from "../rows/json.ts";
import { fieldSql, type Field } from "./fields.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** What a row stands for, with the order of the rows of one visit. */
const SOURCES = {
  visits: { from: "visits v", order: "" },
  devices: { from: "visits v JOIN devices d ON d.visit = v.n", order: ", d.position" },
  systems: { from: "visits v JOIN systems s ON s.visit = v.n", order: ", s.position" },
} as const;
export type Source = keyof typeof SOURCES;

/** Rows of plain values, visit by visit, oldest first: nothing is parsed, nothing but the current row is in memory. */
export function* tableRows(
  db: Connection,
  source: Source,
  fields: readonly Field[],
  filter: VisitFilter,
): Generator<readonly (string | number | null)[]> {
  const { from, order } = SOURCES[source];
  const { where, values } = whereClause(filter);
  const statement = db.sql(
    `SELECT ${fields.map(fieldSql).join(", ")} FROM ${from} ${where} ORDER BY v.started_ms, v.id${order}`,
  );
  statement.setReturnArrays(true);
  for (const row of statement.iterate(...values)) yield asRow<(string | number | null)[]>(row);
}
