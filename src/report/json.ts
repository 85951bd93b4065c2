import { jsonText } from "../base/json-text.ts";
import type { Cell, Column } from "./table.ts";

/** One JSON array, an element a line, written element by element. */
export function* jsonArray(values: Iterable<unknown>): Generator<string> {
  let opened = false;
  for (const value of values) {
    yield `${opened ? ",\n" : "[\n"}${jsonText(value)}`;
    opened = true;
  }
  yield opened ? "\n]\n" : "[]\n";
}

/** One JSON document a line (ndjson). */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${jsonText(value)}\n`;
}

/** Rows of a table as objects by column id. */
export function* rowObjects(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
): Generator<Record<string, Cell | boolean>> {
  for (const row of rows)
    yield Object.fromEntries(
      columns.map((column, at) => [column.id, column.kind === "yesNo" ? row[at] === 1 : (row[at] ?? null)]),
    );
}
