import { whereClause } from "../visit/queries/filter.ts";
import { asRow } from "../visit/rows/json.ts";
import type { Cell, Column, Table } from "./table.ts";

/** A column that the database gives as it is. */
export interface SqlColumn extends Column {
  readonly sql: string;
}

/**
 * A table whose rows come straight from the store, a page at a time: nothing is parsed, nothing but the current row is
 * in memory.
 * @param from the FROM clause; must have `visits v`, and `position` where there are several rows a visit
 * @param order what orders the rows of one visit
 */
export function sqlTable(columns: readonly SqlColumn[], from: string, order: string): Table {
  return {
    columns,
    scope: "visit",
    *rows(store, filter) {
      const { where, values } = whereClause(filter);
      const list = columns.map((column) => column.sql).join(", ");
      const statement = store.connection.sql(
        `SELECT ${list} FROM ${from} ${where} ORDER BY v.started_ms, v.id${order === "" ? "" : `, ${order}`}`,
      );
      statement.setReturnArrays(true);
      for (const row of statement.iterate(...values)) yield asRow<Cell[]>(row);
    },
  };
}
