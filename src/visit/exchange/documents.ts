import { piecesOf } from "./bytes.ts";
import { LimitError, MOST_CHARS } from "./limits.ts";

/** One JSON text of a file, with the place that a message names; `broken` where a part of the file cannot be read. */
export interface DocumentText {
  /** 1 for a file that is one document, else the line. */
  readonly line: number;
  readonly text: string;
  readonly broken: string | null;
}

/** The JSON documents of a file: each line of .ndjson and .ndjson.gz, the whole of .json and .json.gz. */
export async function* documentsOf(file: string): AsyncGenerator<DocumentText> {
  const lines = /\.ndjson(?:\.gz)?$/iu.test(file);
  // Pieces of the line that is being read: put together once, when its end has come.
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  const take = (part: string): void => {
    parts.push(part);
    length += part.length;
    if (length > MOST_CHARS) throw new LimitError("line", lines ? line : 0);
  };
  const finish = (broken: string | null = null): DocumentText => {
    const found = { line, text: parts.join(""), broken };
    parts = [];
    length = 0;
    return found;
  };
  // Wrong bytes become U+FFFD; JSON made of them fails with a message, or carries the sign where people see it.
  let decoder = new TextDecoder("utf-8");
  for await (const piece of piecesOf(file)) {
    if ("broken" in piece) {
      decoder = new TextDecoder("utf-8");
      yield finish(piece.broken);
      line += 1;
      continue;
    }
    const text = decoder.decode(piece.bytes, { stream: true });
    if (!lines) {
      take(text);
      continue;
    }
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      take(text.slice(from, end));
      const found = finish();
      if (found.text.trim() !== "") yield found;
      line += 1;
      from = end + 1;
    }
    take(text.slice(from));
  }
  take(decoder.decode());
  const last = finish();
  if (last.text.trim() !== "" || !lines) yield last;
}
