import type { SQLOutputValue } from "node:sqlite";
import type { Connection } from "../db/connection.ts";

/** What a column of the store holds. */
export type SqlValue = string | number | null;

/** A row as SQLite gives it. */
export type StoredRow = Readonly<Record<string, SQLOutputValue>>;

/**
 * One column of a table and the way of its value: `from` a record into the store, `to` a record that is read again.
 * A table is one list of these; whatever writes or reads its rows goes through the list.
 */
export interface StoreColumn<Whole> {
  readonly column: string;
  readonly from: (record: Whole) => SqlValue;
  /** Absent for what repeats other columns, so that lists and reports find it without parsing. */
  readonly to?: (record: Whole, value: SQLOutputValue) => void;
}

/** Puts the stored values into a record that is blank so far, column after column in the order of the list. */
export function readColumns<Whole>(columns: readonly StoreColumn<Whole>[], row: StoredRow, blank: Whole): Whole {
  for (const { column, to } of columns) to?.(blank, row[column] ?? null);
  return blank;
}

/** The values that a record has in the store, by column. */
export function valuesOf<Whole>(columns: readonly StoreColumn<Whole>[], record: Whole): Record<string, SqlValue> {
  return Object.fromEntries(columns.map(({ column, from }) => [column, from(record)]));
}

/** Inserts a record; `fixed` are columns beside the list: keys and positions. Returns the row's number. */
export function insertColumns<Whole>(
  db: Connection,
  table: string,
  columns: readonly StoreColumn<Whole>[],
  record: Whole,
  fixed: Readonly<Record<string, SqlValue>> = {},
): number {
  const names = [...Object.keys(fixed), ...columns.map(({ column }) => column)];
  const statement = db.sql(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`);
  return Number(statement.run(...Object.values(fixed), ...columns.map(({ from }) => from(record))).lastInsertRowid);
}

/** Writes a record over the row with these keys. True where there was one. */
export function updateColumns<Whole>(
  db: Connection,
  table: string,
  columns: readonly StoreColumn<Whole>[],
  record: Whole,
  keys: Readonly<Record<string, SqlValue>>,
): boolean {
  const set = columns.map(({ column }) => `${column} = ?`).join(", ");
  const where = Object.keys(keys)
    .map((key) => `${key} = ?`)
    .join(" AND ");
  const values = [...columns.map(({ from }) => from(record)), ...Object.values(keys)];
  return db.sql(`UPDATE ${table} SET ${set} WHERE ${where}`).run(...values).changes !== 0;
}
