// oxlint-disable no-control-regex -- matching control characters is the purpose
/** What hostile texts hold: colours, a window title, C1, marks of direction, a bell, a return and a line of their own. */
export const POISON = "\u001b[31m\u001b]0;x\u0007\u009b2J\u202e\u200f\u2066\u061c\u007f\u2028\rX⟦\n\n\n⟧\u001b[0m";

/** Empty lines that only a hostile text can make; one line end may come from folding a long line. */
export const INJECTED = /⟦[^\S\n]*\n[^\S\n]*\n/u;

/** Control characters beside the ends of lines and tabs, and signs that turn the direction of writing. */
export const RAW =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/u;

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * The same value with poison behind each of its strings, wherever the schema lets it stand.
 * @param accepts whether a whole value still fits its schema
 */
export function poisoned<T>(
  value: T,
  accepts: (value: unknown) => boolean,
): { readonly value: T; readonly places: number } {
  const copy = structuredClone(value) as Json;
  let places = 0;
  const walk = (holder: Record<string, Json>, key: string): void => {
    const found = holder[key];
    if (typeof found === "string") {
      holder[key] = found + POISON;
      if (accepts(copy)) places += 1;
      else holder[key] = found;
    } else if (typeof found === "object" && found !== null)
      for (const inner of Object.keys(found)) walk(found as Record<string, Json>, inner);
  };
  for (const key of Object.keys(copy as object)) walk(copy as Record<string, Json>, key);
  return { value: copy as T, places };
}
