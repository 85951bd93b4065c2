import { asRow } from "../rows/json.ts";
import type { VisitStore } from "../store/visit-store.ts";
import { fieldSql, type Field } from "./fields.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** What a row stands for, with the order of the rows of one visit. */
const SOURCES = {
  visits: { from: "visits v", order: "" },
  devices: { from: "visits v JOIN devices d ON d.visit = v.n", order: ", d.position" },
  systems: { from: "visits v JOIN systems s ON s.visit = v.n", order: ", s.position" },
} as const;
export type Source = keyof typeof SOURCES;

/** Rows of plain values, visit by visit, oldest first, some visits at a time; damaged ones are passed over. */
export function tableRows(
  { connection, records }: Pick<VisitStore, "connection" | "records">,
  source: Source,
  fields: readonly Field[],
  filter: VisitFilter,
): Generator<readonly (string | number | null)[]> {
  const { from, order } = SOURCES[source];
  return records.portions(filter, (portion) => {
    const { where, values } = whereClause(portion);
    const statement = connection.sql(
      `SELECT ${fields.map(fieldSql).join(", ")} FROM ${from} ${where} ORDER BY v.started_ms, v.id${order}`,
    );
    statement.setReturnArrays(true);
    return statement.all(...values).map((row) => asRow<(string | number | null)[]>(row));
  });
}
