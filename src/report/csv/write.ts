import { stringify } from "csv-stringify/sync";
import type { Lang } from "../../base/languages.ts";
import type { Cell, Column } from "../table.ts";
import { safeText } from "../../csv/cell.ts";
import type { Dialect } from "../../csv/dialect.ts";
import { forPeople } from "./people.ts";

/** Rows a chunk: enough that the writer's start is not felt, few enough to stay out of the memory figures. */
const BATCH = 250;
/**
 * What is quoted beside the separator and quotes: line ends of any kind (RFC 4180), the other separator, and blanks at
 * the ends, which some readers drop.
 */
const QUOTED = /[,;\r\n]|^[\s\u3000]|[\s\u3000]$/u;

/** A table as CSV (RFC 4180: CRLF, quotes doubled), in chunks of text. */
export function* csvChunks(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  dialect: Dialect,
  lang: Lang,
): Generator<string> {
  const people = dialect.form === "people";
  const cellText = (cell: Cell, column: Column): string => {
    if (cell === null) return "";
    if (people) return forPeople(cell, column, dialect, lang);
    return typeof cell === "number" ? String(cell) : safeText(cell);
  };
  const heads = columns.map((column) => (people ? safeText(column.heading[lang]) : column.id));
  // The library's own guard against formulas knows the first sign of a cell alone; safeText looks behind blanks, too.
  const write = (batch: readonly string[][], bom: boolean): string =>
    stringify([...batch], { bom, delimiter: dialect.delimiter, record_delimiter: "windows", quoted_match: QUOTED });
  let batch = [heads];
  let first = true;
  for (const row of rows) {
    batch.push(columns.map((column, at) => cellText(row[at] ?? null, column)));
    if (batch.length < BATCH) continue;
    yield write(batch, first && dialect.bom);
    batch = [];
    first = false;
  }
  if (batch.length > 0) yield write(batch, first && dialect.bom);
}
