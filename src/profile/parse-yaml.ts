import { LineCounter, parseDocument } from "yaml";
import type { Parsed } from "./parsed.ts";

/** References that a YAML file may resolve to; ten lines of nested ones would otherwise fill the memory. */
const MOST_ALIASES = 50;

/** Parses YAML 1.2, or tells line and column of a mistake in JSON. Never throws, whatever the text holds. */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      version: "1.2",
      schema: "core",
      prettyErrors: false,
      logLevel: "silent",
    });
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
