import stringWidth from "string-width";
import { pad, wrap } from "./wrap.ts";

const GAP = "  ";

/**
 * Rows in columns as a terminal counts them. Columns named in `flexible` share what the others leave and wrap within
 * it, so nothing is cut off.
 * @param width columns of the terminal; @param indent spaces before each line
 */
export function grid(
  rows: readonly (readonly string[])[],
  flexible: readonly number[],
  width: number,
  indent: number,
): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, at) =>
    Math.max(0, ...rows.map((row) => stringWidth(row[at] ?? ""))),
  );
  const widths = share(natural, flexible, width - indent - GAP.length * (count - 1));
  return rows
    .flatMap((row) => {
      const cells = natural.map((_, at) => wrap(row[at] ?? "", widths[at] ?? 0).split("\n"));
      const height = Math.max(1, ...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        (" ".repeat(indent) + cells.map((lines, at) => pad(lines[line] ?? "", widths[at] ?? 0)).join(GAP)).trimEnd(),
      );
    })
    .join("\n");
}

const LEAST = 14;

// The narrowest flexible column takes what it needs up to an equal share; the next ones divide the rest.
function share(natural: readonly number[], flexible: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  let free = width - natural.reduce((sum, each, at) => sum + (flexible.includes(at) ? 0 : each), 0);
  let left = flexible.length;
  for (const at of flexible.toSorted((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0))) {
    const part = Math.max(LEAST, Math.min(natural[at] ?? 0, Math.floor(free / left)));
    widths[at] = part;
    free -= part;
    left -= 1;
  }
  return widths;
}
