import { stringify } from "csv-stringify/sync";
import type { Lang } from "../../text/bilingual.ts";
import type { Cell, Column } from "../table.ts";
import { safeText } from "./cell.ts";
import type { Dialect } from "./dialect.ts";
import { forPeople } from "./people.ts";

const BOM = "\uFEFF";
/** Rows a chunk: large enough to be quick, small enough to stay out of the memory figures. */
const CHUNK = 500;

/** A table as CSV (RFC 4180: CRLF, quotes doubled), in chunks of text. */
export function* csvChunks(columns: readonly Column[], rows: Iterable<readonly Cell[]>, dialect: Dialect, lang: Lang): Generator<string> {
  const people = dialect.form === "people";
  const encode = (lines: readonly (readonly Cell[])[]): string => stringify(lines.map((line) => [...line]), { delimiter: dialect.delimiter, record_delimiter: "windows" });
  yield (dialect.bom ? BOM : "") + encode([columns.map((column) => (people ? safeText(column.heading[lang]) : column.id))]);
  const cell = people
    ? (value: Cell, at: number): Cell => {
        const column = columns[at];
        return column === undefined ? value : forPeople(value, column, dialect, lang);
      }
    : (value: Cell): Cell => (typeof value === "string" ? safeText(value) : value);
  let lines: Cell[][] = [];
  for (const row of rows) {
    lines.push(row.map(cell));
    if (lines.length < CHUNK) continue;
    yield encode(lines);
    lines = [];
  }
  if (lines.length > 0) yield encode(lines);
}
