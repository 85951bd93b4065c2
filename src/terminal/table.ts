import stringWidth from "string-width";
import { oneLine } from "../base/terminal-safe.ts";
import { cut, pad, wrap } from "./wrap.ts";

export interface Column {
  readonly title: string;
  /**
   * What gives way where the terminal is narrow: `whole` (the usual) never does, `wrap` goes on in further lines, `cut`
   * ends with an ellipsis.
   */
  readonly fit?: "whole" | "wrap" | "cut";
  /** Numbers stand at the end of their column. */
  readonly number?: boolean;
}

export interface TableLook {
  /** Columns of the terminal; none where the table may be as wide as it is. */
  readonly width?: number;
  /** Spaces before each line. */
  readonly indent?: number;
  /** A line under the titles. */
  readonly rule?: boolean;
}

type Rows = readonly (readonly string[])[];

const GAP = "  ";
/** Below these a column says nothing: its lines would be single words, or hardly more than the ellipsis. */
const LEAST = { whole: Number.POSITIVE_INFINITY, wrap: 14, cut: 6 } as const;
/** More is no cell but an attack on the screen. */
const LONGEST_CELL = 2000;

/**
 * Rows as lines of aligned columns, measured by what a terminal really shows (Vietnamese in either normal form, wide
 * signs of East Asia). Cells are made safe for a terminal. Columns without any title make a table without a heading.
 */
export function tableLines(columns: readonly Column[], rows: Rows, look: TableLook = {}): string[] {
  const titled = columns.some(({ title }) => title !== "");
  const all = safeCells(columns, rows).slice(titled ? 0 : 1);
  const widths = widthsOf(columns, all, look);
  const lines = all.map((row) => rowLines(columns, row, widths, look.indent ?? 0));
  if (titled && look.rule === true)
    lines.splice(1, 0, [" ".repeat(look.indent ?? 0) + widths.map((width) => "─".repeat(width)).join(GAP)]);
  return lines.flat();
}

/** The same as one text, each line with its end. */
export function renderTable(columns: readonly Column[], rows: Rows, look: TableLook): string {
  return tableLines(columns, rows, look)
    .map((line) => `${line}\n`)
    .join("");
}

/** False where even the least widths do not fit: a block a row reads better then. */
export function tableFits(columns: readonly Column[], rows: Rows, width: number): boolean {
  const widths = widthsOf(columns, safeCells(columns, rows), { width });
  return sum(widths) + GAP.length * (widths.length - 1) <= width;
}

/** The titles and all rows, each with a text for every column. */
function safeCells(columns: readonly Column[], rows: Rows): string[][] {
  const cells = rows.map((row) => columns.map((_, at) => oneLine(row[at] ?? "", LONGEST_CELL)));
  return [columns.map(({ title }) => title), ...cells];
}

/**
 * Natural widths; the widest column gives way first, until all fit. Columns that wrap keep their longest word whole as
 * long as others can give way.
 */
function widthsOf(columns: readonly Column[], rows: Rows, { width, indent = 0 }: TableLook): readonly number[] {
  const widest = (at: number, parts: (cell: string) => readonly string[]): number =>
    rows.reduce((most, row) => Math.max(most, ...parts(row[at] ?? "").map((part) => stringWidth(part))), 0);
  const widths = columns.map((_, at) => widest(at, (cell) => [cell]));
  if (width === undefined) return widths;
  const room = width - indent - GAP.length * (widths.length - 1);
  const least = columns.map(({ fit = "whole" }) => LEAST[fit]);
  const words = columns.map(({ fit }, at) =>
    Math.max(least[at] ?? 0, fit === "wrap" ? widest(at, (cell) => cell.split(" ")) : 0),
  );
  return giveWay(giveWay(widths, words, room), least, room);
}

/** Takes from the widest until the sum fits; none goes below its floor. */
function giveWay(natural: readonly number[], floors: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over -= 1) {
    const giving = widths.map((each, at) => (each > (floors[at] ?? 0) ? each : 0));
    const most = Math.max(...giving);
    if (most === 0) break;
    widths[giving.indexOf(most)] = most - 1;
  }
  return widths;
}

function rowLines(
  columns: readonly Column[],
  row: readonly string[],
  widths: readonly number[],
  indent: number,
): string[] {
  const cells = columns.map(({ fit }, at) => {
    const [text, width] = [row[at] ?? "", widths[at] ?? 0];
    if (fit === "cut") return [cut(text, width)];
    return fit === "wrap" ? wrap(text, width).split("\n") : [text];
  });
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, at) =>
      pad(lines[line] ?? "", widths[at] ?? 0, columns[at]?.number === true ? "start" : "end"),
    );
    return (" ".repeat(indent) + parts.join(GAP)).trimEnd();
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
