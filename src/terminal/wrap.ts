import stringWidth from "string-width";

/**
 * Breaks a text at spaces into lines of at most `width` columns; later lines begin with `hang` spaces. Words longer
 * than a line stay whole.
 */
export function wrap(text: string, width: number, indent = 0, hang = indent): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let empty = true;
  for (const word of text.split(" ").filter((one) => one !== "")) {
    if (!empty && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = " ".repeat(hang) + word;
    } else {
      line += (empty ? "" : " ") + word;
    }
    empty = false;
  }
  return [...lines, line].join("\n");
}

/** Fills up with spaces to `width` columns as a terminal counts them. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Cuts to `width` columns, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept) + stringWidth(segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
