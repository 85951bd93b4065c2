import stringWidth from "string-width";

/**
 * Puts words into lines of at most `width` columns; the first begins with `indent` spaces, later ones with `hang`.
 * Words longer than a line stay whole: addresses and ids are copied by hand.
 */
export function wrapWords(words: readonly string[], width: number, indent = 0, hang = indent): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let used = indent;
  let empty = true;
  for (const word of words) {
    const wide = stringWidth(word);
    if (!empty && used + 1 + wide > width) {
      lines.push(line);
      line = " ".repeat(hang) + word;
      used = hang + wide;
    } else {
      line += (empty ? "" : " ") + word;
      used += wide + (empty ? 0 : 1);
    }
    empty = false;
  }
  return [...lines, line].join("\n");
}

/** The same for a text, broken at its spaces; its own line ends are spaces like others. */
export function wrap(text: string, width: number, indent = 0, hang = indent): string {
  return wrapWords(
    text.split(/[ \t\r\n]+/u).filter((word) => word !== ""),
    width,
    indent,
    hang,
  );
}

/** Narrower than this a prompt is not readable anyway. */
const LEAST = 20;

/** The same for a text of several lines; each keeps the spaces that it begins with. */
export function wrapLines(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrap(line, Math.max(width, LEAST), line.length - line.trimStart().length))
    .join("\n");
}

/** Fills up with spaces to `width` columns as a terminal counts them, at the end or at the beginning. */
export function pad(text: string, width: number, side: "end" | "start" = "end"): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)));
  return side === "end" ? text + blanks : blanks + text;
}

/** Cuts to `width` columns, with an ellipsis. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
