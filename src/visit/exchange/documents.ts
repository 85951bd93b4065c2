import { MAX_VISIT_CHARS, textOf, TooLargeError } from "./bytes.ts";

/** One JSON text of a file, with the place that a message names. */
export interface DocumentText {
  /** 1 for a file that is one document, else the line. */
  readonly line: number;
  readonly text: string;
}

/** The JSON documents of a file: each line of .ndjson and .ndjson.gz, the whole of .json and .json.gz. */
export async function* documentsOf(file: string, cap: number): AsyncGenerator<DocumentText> {
  if (!/\.ndjson(?:\.gz)?$/iu.test(file)) {
    let whole = "";
    for await (const piece of textOf(file, Math.min(cap, MAX_VISIT_CHARS))) whole += piece;
    yield { line: 1, text: whole };
    return;
  }
  let rest = "";
  let line = 0;
  for await (const piece of textOf(file, cap)) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_VISIT_CHARS) throw new TooLargeError(file);
    for (const text of lines) {
      line += 1;
      if (text.trim() !== "") yield { line, text };
    }
  }
  if (rest.trim() !== "") yield { line: line + 1, text: rest };
}
