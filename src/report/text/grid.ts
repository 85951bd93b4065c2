import stringWidth from "string-width";
import { cut, pad } from "../../terminal/wrap.ts";

/** A column narrower than this says nothing. */
const LEAST = 6;
const GAP = "  ";

/**
 * Widths that fit: the widest column gives way first, those in `whole` never. Null where even the least widths do not
 * fit.
 */
function fitWidths(wanted: readonly number[], width: number, whole: readonly number[] = []): readonly number[] | null {
  const widths = [...wanted];
  const room = width - GAP.length * Math.max(0, widths.length - 1);
  let over = widths.reduce((sum, each) => sum + each, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths.filter((_, at) => !whole.includes(at)));
    if (widest <= LEAST) return null;
    widths[widths.findIndex((each, at) => each === widest && !whole.includes(at))] = widest - 1;
    over -= 1;
  }
  return widths;
}

/**
 * Aligned lines, header first; null where the terminal is too narrow for that many columns.
 * @param width columns of the terminal
 * @param whole columns that are never cut
 */
export function gridLines(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  whole: readonly number[] = [],
): string[] | null {
  const wanted = heads.map((head, at) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[at] ?? "")), stringWidth(head)),
  );
  const widths = fitWidths(wanted, width, whole);
  if (widths === null) return null;
  const line = (cells: readonly string[]): string =>
    widths
      .map((each, at) => pad(cut(cells[at] ?? "", each), each))
      .join(GAP)
      .trimEnd();
  return [line(heads), widths.map((each) => "─".repeat(each)).join(GAP), ...rows.map(line)];
}
