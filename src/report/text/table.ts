import { oneLine } from "../../base/terminal-safe.ts";
import { renderTable, tableFits } from "../../terminal/table.ts";
import { report } from "../../text/report.ts";
import type { Lang } from "../../base/languages.ts";
import { viewTime } from "../csv/people.ts";
import type { Cell, Column } from "../table.ts";

/** Rows that are aligned together. */
const PAGE = 200;

/**
 * A table for the terminal: aligned where it fits, otherwise one block a row with what is filled in. Chunks of text.
 */
export function* textTable(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  lang: Lang,
  width: number,
): Generator<string> {
  const heads = columns.map((column) => column.heading[lang]);
  const shown = heads.map((title) => ({ title, fit: "cut" }) as const);
  let page: string[][] = [];
  const flush = (): string => {
    if (tableFits(shown, page, width)) return renderTable(shown, page, { width, rule: true });
    return page.map((row) => block(heads, row)).join("\n");
  };
  for (const row of rows) {
    page.push(columns.map((column, at) => show(row[at] ?? null, column, lang)));
    if (page.length < PAGE) continue;
    yield flush();
    page = [];
  }
  if (page.length > 0) yield flush();
}

function block(heads: readonly string[], row: readonly string[]): string {
  return heads.map((head, at) => (row[at] === "" ? "" : `${head}: ${row[at]}\n`)).join("");
}

function show(cell: Cell, column: Column, lang: Lang): string {
  if (cell === null) return "";
  const text = String(cell);
  switch (column.kind) {
    case "choice":
      return oneLine(column.label?.(text, lang) ?? text, 2000);
    case "time":
      return oneLine(viewTime(text, true), 100);
    case "date":
      return oneLine(viewTime(text, false), 100);
    case "yesNo":
      return report[lang][cell === 1 ? "yes" : "no"];
    case "number":
    case "code":
    case "text":
      return oneLine(text, 2000);
  }
}
