/** A key of an object of a JSON document that is written twice; JSON.parse keeps only the last. */
export interface DoubleKey {
  /** "devices[2].answers.water" */
  readonly path: string;
  /** What the first one held, as written; cut. */
  readonly found: string;
}

/** Strings, brackets, commas and colons are all that tells keys from values. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gu;

/**
 * Keys that stand twice in one object of a text that JSON.parse takes. Linear.
 */
export function doubleKeys(text: string): DoubleKey[] {
  const double: DoubleKey[] = [];
  const open: {
    readonly path: string;
    readonly keys: Map<string, number>;
    at: number;
    key: string;
    awaitsKey: boolean;
  }[] = [];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const here = open.at(-1);
    if (token === "{" || token === "[") {
      open.push({
        path: here === undefined ? "" : pathOf(here),
        keys: new Map(),
        at: token === "[" ? 0 : -1,
        key: "",
        awaitsKey: token === "{",
      });
    } else if (here === undefined) continue;
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (here.at >= 0) here.at += 1;
      else here.awaitsKey = true;
    } else if (token.startsWith('"') && here.awaitsKey) {
      here.key = String(JSON.parse(token));
      here.awaitsKey = false;
      const before = here.keys.get(here.key);
      if (before !== undefined) double.push({ path: pathOf(here), found: text.slice(before, before + 200) });
      here.keys.set(here.key, index);
    }
  }
  return double;
}

function pathOf({ path, at, key }: { readonly path: string; readonly at: number; readonly key: string }): string {
  if (at >= 0) return `${path}[${at}]`;
  return path === "" ? key : `${path}.${key}`;
}
