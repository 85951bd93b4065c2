import type { Parsed } from "./parsed.ts";

/** Brackets open at once; the parsers would take seconds, or the stack, over a file of nothing else. */
const MOST_OPEN = 500;

/** Parses JSON or YAML 1.2. Never throws, whatever the text holds. */
export async function parseData(text: string): Promise<Parsed> {
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
  // Twenty milliseconds that a profile in JSON does not pay.
  const { parseYaml } = await import("./parse-yaml.ts");
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
