import { LineCounter, parseDocument } from "yaml";

/** What a file holds, or where it stops making sense. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: "syntax"; readonly line: number; readonly column: number; readonly detail: string }
  | { readonly ok: false; readonly problem: "aliases" | "nesting" | "empty" };

/** References that a YAML file may resolve to; ten lines of nested ones would otherwise fill the memory. */
const MOST_ALIASES = 50;
/** Brackets open at once; the parsers would take seconds, or the stack, over a file of nothing else. */
const MOST_OPEN = 500;

/** Parses JSON or YAML 1.2. Never throws, whatever the text holds. */
export function parseData(text: string): Parsed {
  if (text.trim() === "") return { ok: false, problem: "empty" };
  if (mostOpen(text) > MOST_OPEN) return { ok: false, problem: "nesting" };
  if (/^\s*[{[]/u.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      return { ok: true, value };
    } catch {
      // YAML's parser tells the line and the column of the mistake, which JSON's does not.
    }
  }
  return parseYaml(text);
}

// Brackets within strings count too: a profile has no five hundred of those either.
function mostOpen(text: string): number {
  let open = 0;
  let most = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    open += bracket === "[" || bracket === "{" ? 1 : -1;
    most = Math.max(most, open);
  }
  return most;
}

function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, version: "1.2", schema: "core", prettyErrors: false, logLevel: "silent" });
    const first = document.errors[0];
    if (first !== undefined) {
      const { line, col } = lines.linePos(first.pos[0]);
      return { ok: false, problem: "syntax", line, column: col, detail: first.message };
    }
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return value === null ? { ok: false, problem: "empty" } : { ok: true, value };
  } catch (error) {
    // A stack that overflows is a RangeError; the alias limit is a ReferenceError.
    return { ok: false, problem: error instanceof RangeError ? "nesting" : "aliases" };
  }
}
