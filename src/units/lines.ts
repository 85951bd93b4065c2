/**
 * Sorted lines that are searched as they lie, in bytes: nothing is taken apart or even decoded before it was found, since
 * there are fourteen thousand and one or two are wanted.
 */
export interface Lines {
  /** Lines that begin so, found in a few steps. */
  beginning(start: string): string[];
  /** Lines that hold this, found by going through all. */
  holding(part: string): string[];
  all(): string[];
}

const END = 0x0a;

/** @param text lines in the order of their letters, with a line end before the first and after the last; bytes are UTF-8 */
export function openLines(text: string | Buffer): Lines {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const lineFrom = (start: number): string => bytes.toString("utf8", start, bytes.indexOf(END, start));

  const firstFrom = (wanted: string): number => {
    let low = 1;
    let high = bytes.length;
    while (low < high) {
      const start = bytes.lastIndexOf(END, ((low + high) >> 1) - 1) + 1;
      const line = lineFrom(start);
      if (line < wanted) low = bytes.indexOf(END, start) + 1;
      else high = start;
    }
    return low;
  };
  return {
    beginning: (start) => {
      const found: string[] = [];
      for (let at = firstFrom(start); at < bytes.length; at = bytes.indexOf(END, at) + 1) {
        const line = lineFrom(at);
        if (!line.startsWith(start)) break;
        found.push(line);
      }
      return found;
    },
    holding: (part) => {
      const wanted = Buffer.from(part);
      const starts = new Set<number>();
      if (part === "") return [];
      for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1))
        starts.add(bytes.lastIndexOf(END, at) + 1);
      return [...starts].map(lineFrom);
    },
    all: () =>
      bytes
        .toString("utf8", 1, Math.max(1, bytes.length - 1))
        .split("\n")
        .filter((line) => line !== ""),
  };
}
