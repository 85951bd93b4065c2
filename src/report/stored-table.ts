import type { Field } from "../visit/queries/fields.ts";
import { tableRows, type Source } from "../visit/queries/table-rows.ts";
import type { Column, Table } from "./table.ts";

/** A column that the store gives as it is. */
export interface StoredColumn extends Column {
  readonly field: Field;
}

/** A table whose rows come straight from the store. */
export function storedTable(columns: readonly StoredColumn[], source: Source): Table {
  const fields = columns.map(({ field }) => field);
  return {
    columns,
    scope: "visit",
    rows: (store, filter) => tableRows(store, source, fields, filter),
  };
}
