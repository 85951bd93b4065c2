import stringWidth from "string-width";

/** Breaks text at spaces so that no line is wider than the terminal; words wider than a line stay whole. */
export function wrapText(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, Math.max(columns, 20)))
    .join("\n");
}

function wrapLine(line: string, columns: number): string[] {
  const indent = /^\s*/u.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = "";
  for (const word of line.trim().split(/\s+/u)) {
    const next = current === "" ? `${indent}${word}` : `${current} ${word}`;
    if (current !== "" && stringWidth(next) > columns) {
      lines.push(current);
      current = `${indent}${word}`;
    } else current = next;
  }
  return [...lines, current];
}

/** Cuts a line to the terminal's width, with an ellipsis. */
export function fitLine(line: string, columns: number): string {
  if (stringWidth(line) <= columns) return line;
  let cut = line;
  while (cut !== "" && stringWidth(cut) > columns - 1) cut = cut.slice(0, -1);
  return `${cut}…`;
}
