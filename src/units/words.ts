/** One word of a name as it was typed, without diacritics and case, and with diacritics in one spelling. */
export interface Word {
  readonly typed: string;
  readonly fold: string;
  /**
   * The tone mark behind the syllable instead of on its vowel: "Hoà" and "Hòa" are the same, "Hóa" is not, and neither
   * is "Hồa": other marks (ă, ô, ơ) belong to their letters.
   */
  readonly spelling: string;
}

/** Neither blanks, nor punctuation, nor digits; or digits. */
const WORD = /[^\s!-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+|[0-9]+/gu;
/** Grave, acute, tilde, hook above, dot below. */
const TONES = "\u0300\u0301\u0303\u0309\u0323";

/** Words of a text; letters and digits apart, so that "P1 Q8" is read as "P 1 Q 8". */
export function wordsOf(text: string): Word[] {
  return (text.normalize("NFC").match(WORD) ?? []).map(wordOf);
}

function wordOf(typed: string): Word {
  let fold = "";
  let letters = "";
  let tones = "";
  for (const sign of typed.toLowerCase().normalize("NFD")) {
    const isMark = sign >= "\u0300" && sign <= "\u036f";
    if (!isMark) fold += sign === "đ" ? "d" : sign;
    if (TONES.includes(sign)) tones += sign;
    else letters += sign;
  }
  return { typed, fold, spelling: letters.normalize("NFC") + tones };
}

/** What names are found by: neither diacritics, case, blanks, hyphens nor apostrophes, since "Đa Krông" is "Đakrông". */
export function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.fold).join("");
}

/** The same with diacritics. */
export function spellingOf(words: readonly Word[]): string {
  return words.map((word) => word.spelling).join("");
}

/** The kinds of unit, and how people shorten them. */
const KINDS = [
  {
    kind: "thị trấn",
    written: ["thị trấn nông trường", "thị trấn nt", "thị trấn n t", "thị trấn", "tt nt", "tt", "nông trường", "nt"],
  },
  { kind: "phường", written: ["phường", "ph", "p"] },
  { kind: "đặc khu", written: ["đặc khu", "đk"] },
  { kind: "xã", written: ["xã", "x"] },
] as const;
export type Kind = (typeof KINDS)[number]["kind"];

const KIND_AT = phrases(KINDS.flatMap(({ kind, written }) => written.map((text) => [text, kind] as const)));

/** The kind that begins at a word, with the number of words it takes. "Xá" and "Quán" with their own marks are no kinds. */
export function kindAt(words: readonly Word[], at: number): { readonly kind: Kind; readonly length: number } | null {
  const [found] = KIND_AT(words, at);
  return found === undefined ? null : { kind: found.value, length: found.length };
}

/** Which of some phrases stand at a word, in their own order. Looked up by their first word: most words begin none. */
export function phrases<T>(
  entries: readonly (readonly [text: string, value: T])[],
): (words: readonly Word[], at: number) => readonly { readonly value: T; readonly length: number }[] {
  const byFirst = Map.groupBy(
    entries.map(([text, value]) => ({ value, words: wordsOf(text) })),
    ({ words }) => words[0]?.fold ?? "",
  );
  return (words, at) =>
    (byFirst.get(words[at]?.fold ?? "") ?? [])
      .filter((phrase) => phrase.words.every((word, index) => isWord(words[at + index], word)))
      .map((phrase) => ({ value: phrase.value, length: phrase.words.length }));
}

/** Written so, or without any diacritics. */
function isWord(typed: Word | undefined, wanted: Word): boolean {
  return typed?.fold === wanted.fold && (typed.spelling === typed.fold || typed.spelling === wanted.spelling);
}

/** A unit's name without its kind, as words. */
export function bareWords(name: string): { readonly kind: Kind | null; readonly words: readonly Word[] } {
  const words = wordsOf(name);
  const kind = kindAt(words, 0);
  // A name is more than its kind.
  return kind === null || kind.length === words.length
    ? { kind: null, words }
    : { kind: kind.kind, words: words.slice(kind.length) };
}
