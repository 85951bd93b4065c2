import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "../db/migrations.ts";
import type { PageRow, Value } from "./pages.ts";

/** Tables that hold what people wrote and what was measured; all others repeat it. */
export const TABLES = ["visits", "devices", "scans", "profiles", "machines"] as const;
export type TableName = (typeof TABLES)[number];
export type Row = Readonly<Record<string, unknown>>;

const HASH = /^[0-9a-f]{64}$/u;
const MACHINE = /^[0-9a-f]{16}$/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Names of the columns of each table in the order in which records hold them, and how many the first version had. */
export type Shapes = Readonly<Record<TableName, { readonly names: readonly string[]; readonly least: number }>>;

/** From the schema itself, made in memory. */
export function shapesOfStore(): Shapes {
  const first = namesAfter(1);
  const now = namesAfter(MIGRATIONS.length);
  // A table that came later has all its columns from its beginning.
  const shape = (table: TableName) => ({ names: now[table], least: first[table].length || now[table].length });
  return eachTable(shape);
}

function eachTable<T>(of: (table: TableName) => T): Record<TableName, T> {
  return {
    visits: of("visits"),
    devices: of("devices"),
    scans: of("scans"),
    profiles: of("profiles"),
    machines: of("machines"),
  };
}

function namesAfter(steps: number): Record<TableName, readonly string[]> {
  const database = new DatabaseSync(":memory:");
  try {
    for (const { sql } of MIGRATIONS.slice(0, steps)) database.exec(sql);
    const names = (table: TableName): string[] =>
      database
        .prepare("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid")
        .all(table)
        .map(({ name }) => String(name));
    return eachTable(names);
  } finally {
    database.close();
  }
}

/** The table that a row found in a page belongs to, with its columns by name; null where it fits none. */
export function recognise(row: PageRow, shapes: Shapes): { readonly table: TableName; readonly row: Row } | null {
  const table = TABLES.find((name) => fits(row, name, shapes));
  if (table === undefined) return null;
  const { names } = shapes[table];
  const values = Object.fromEntries(names.map((name, at) => [name, row.values[at] ?? null]));
  // A table's row number stands beside its record, and stands as null in it.
  if (table === "visits" || table === "machines") return { table, row: { ...values, n: row.rowid } };
  return { table, row: table === "scans" ? { ...values, visit: row.rowid } : values };
}

function fits({ rowid, values }: PageRow, table: TableName, shapes: Shapes): boolean {
  const { names, least } = shapes[table];
  if (values.length < least || values.length > names.length) return false;
  const [first, second, third] = values;
  switch (table) {
    case "visits":
      return rowid !== null && first === null && matches(second, UUID);
    case "devices":
      return rowid === null && typeof first === "number" && typeof second === "number";
    case "scans":
      return rowid !== null && first === null && matches(second, HASH);
    case "machines":
      return rowid !== null && first === null && typeof second === "number" && matches(third, MACHINE);
    case "profiles":
      return rowid === null && matches(first, HASH) && typeof second === "string" && second.startsWith("{");
  }
}

const matches = (value: Value | undefined, pattern: RegExp): boolean =>
  typeof value === "string" && pattern.test(value);
