import leven from "leven";

/** More slips than this in a short word, and it is another word. */
const MOST_SLIPS = 3;

/**
 * The word of a list that was probably meant: the same beginning, or few letters apart (Levenshtein distance of at most
 * half the letters). Undefined where none is near.
 */
export function nearest(typed: string, words: Iterable<string>): string | undefined {
  const limit = Math.min(MOST_SLIPS, Math.floor(typed.length / 2));
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of words) {
    const slips = typed.length > 2 && word.startsWith(typed) ? 0 : leven(typed.toLowerCase(), word.toLowerCase());
    if (slips <= limit && (best === undefined || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}
