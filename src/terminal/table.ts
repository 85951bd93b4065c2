import stringWidth from "string-width";
import { oneLine } from "../base/terminal-safe.ts";

export interface Column {
  readonly title: string;
  /** Gets the space that is left and wraps within it; the others are as wide as their content. */
  readonly flexible?: boolean;
}

const GAP = "  ";
const LEAST_FLEXIBLE = 16;
const LONGEST_CELL = 400;

/**
 * Rows as text, in columns measured by what a terminal really shows (Vietnamese in either normal form, wide signs).
 * Nothing is cut off: flexible columns wrap. Cells are made safe for a terminal.
 * @param width columns of the terminal
 */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = [
    columns.map((column) => column.title),
    ...rows.map((row) => columns.map((_column, at) => oneLine(row[at] ?? "", LONGEST_CELL))),
  ];
  const natural = columns.map((_column, at) => Math.max(...cells.map((row) => stringWidth(row[at] ?? ""))));
  const fixed = columns.reduce(
    (sum, column, at) => sum + (column.flexible === true ? 0 : (natural[at] ?? 0)),
    GAP.length * (columns.length - 1),
  );
  const flexible = columns.filter((column) => column.flexible === true).length;
  const share = Math.max(LEAST_FLEXIBLE, Math.floor((width - fixed) / Math.max(1, flexible)));
  const widths = columns.map((column, at) =>
    column.flexible === true ? Math.min(share, natural[at] ?? 0) : (natural[at] ?? 0),
  );
  return cells
    .map((row) =>
      renderRow(
        row.map((cell, at) => wrap(cell, widths[at] ?? 0)),
        widths,
      ),
    )
    .join("");
}

function renderRow(cells: readonly (readonly string[])[], widths: readonly number[]): string {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_line, at) =>
      `${cells
        .map((lines, column) => pad(lines[at] ?? "", widths[column] ?? 0))
        .join(GAP)
        .trimEnd()}\n`,
  ).join("");
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Lines of at most `width`, broken at spaces; a longer word keeps its length. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && stringWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
