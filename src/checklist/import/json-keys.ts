/** A key of an object of a JSON document that is written twice; JSON.parse keeps only the last. */
export interface DoubleKey {
  /** "devices[2].answers.water" */
  readonly path: string;
  /** What the first one held, as written; cut. */
  readonly found: string;
}

/** Strings, brackets, commas and colons are all that tells keys from values. */
const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\],:]/gsu;

/** What is open at a place of the text. */
interface Open {
  readonly path: string;
  readonly keys: Map<string, number>;
  /** Number of the item in a list; -1 in an object. */
  at: number;
  key: string;
  awaitsKey: boolean;
}

/** Keys that stand twice in one object of a text that JSON.parse takes. */
export function doubleKeys(text: string): DoubleKey[] {
  const double: DoubleKey[] = [];
  const open: Open[] = [];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const here = open.at(-1);
    if (token === "{" || token === "[") open.push(opened(token, here));
    else if (token === "}" || token === "]") open.pop();
    else if (here === undefined) continue;
    else if (token === "," && here.at >= 0) here.at += 1;
    else if (token === ",") here.awaitsKey = true;
    else if (here.awaitsKey && token !== ":") {
      here.key = String(JSON.parse(token));
      here.awaitsKey = false;
      const before = here.keys.get(here.key);
      if (before !== undefined) double.push({ path: pathOf(here), found: text.slice(before, before + 200) });
      here.keys.set(here.key, index);
    }
  }
  return double;
}

function opened(bracket: string, around: Open | undefined): Open {
  const list = bracket === "[";
  const path = around === undefined ? "" : pathOf(around);
  return { path, keys: new Map(), at: list ? 0 : -1, key: "", awaitsKey: !list };
}

function pathOf({ path, at, key }: Open): string {
  if (at >= 0) return `${path}[${at}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Are more brackets open at once than in any sheet of answers? Parsers and printers would run out of stack over it. */
export function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > MOST_OPEN) return true;
  }
  return false;
}
const MOST_OPEN = 500;
