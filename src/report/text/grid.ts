import stringWidth from "string-width";

/** A column narrower than this says nothing. */
const LEAST = 6;
const GAP = "  ";

/** Text cut to so many terminal columns, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Text filled with blanks to so many terminal columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Widths that fit: the widest column gives way first, those in `whole` never. Null where even the least widths do not fit. */
export function fitWidths(wanted: readonly number[], width: number, whole: readonly number[] = []): readonly number[] | null {
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
export function gridLines(heads: readonly string[], rows: readonly (readonly string[])[], width: number, whole: readonly number[] = []): string[] | null {
  const wanted = heads.map((head, at) => rows.reduce((most, row) => Math.max(most, stringWidth(row[at] ?? "")), stringWidth(head)));
  const widths = fitWidths(wanted, width, whole);
  if (widths === null) return null;
  const line = (cells: readonly string[]): string =>
    widths
      .map((each, at) => pad(cut(cells[at] ?? "", each), each))
      .join(GAP)
      .trimEnd();
  return [line(heads), widths.map((each) => "─".repeat(each)).join(GAP), ...rows.map(line)];
}
