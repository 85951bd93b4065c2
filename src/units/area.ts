import { bareWords, keyOf, phrases, wordsOf, type Word } from "./words.ts";

const KINDS_OF_AREA = ["thành phố", "thị xã", "huyện đảo", "huyện", "quận", "tỉnh", "tp", "tx", "t", "h", "q"];
const AREA_AT = phrases(KINDS_OF_AREA.map((text) => [text, null] as const));

/** What people write around a commune's name and means no place: kinds of areas, offices, "formerly", "now". */
const FILLER_AT = phrases(
  [
    ...KINDS_OF_AREA,
    "ủy ban nhân dân",
    "hội đồng nhân dân",
    "trụ sở",
    "đảng ủy",
    "công an",
    "ubnd",
    "hđnd",
    "việt nam",
    "vn",
    "nay",
    "là",
    "thuộc",
    "của",
    "trước đây",
    "cũ",
    "mới",
  ].map((text) => [text, null] as const),
);

/**
 * Do these words name nothing but places that a unit lies in, in whatever order, and fillers?
 * @param names with or without their kind: district, province of then or of now, commune of today
 */
export function nameOnly(words: readonly Word[], names: readonly string[]): boolean {
  const places = names.map(wordsOf);
  const keys = [...places, ...places.map(withoutKind), ...names.map((name) => bareWords(name).words)]
    .map(keyOf)
    .filter((key) => key !== "");
  // Which words a reading can have reached; each step takes a place or a filler.
  const reached = new Set([0]);
  for (let at = 0; at < words.length; at += 1) {
    if (!reached.has(at)) continue;
    for (let end = at + 1; end <= words.length; end += 1)
      if (keys.includes(keyOf(words.slice(at, end)))) reached.add(end);
    for (const { length } of FILLER_AT(words, at)) reached.add(at + length);
  }
  return reached.has(words.length);
}

/** Does the name of a district or province begin here, with its kind? What stands before it was the commune's. */
export function areaBegins(words: readonly Word[], at: number): boolean {
  return AREA_AT(words, at).length > 0;
}

function withoutKind(words: readonly Word[]): readonly Word[] {
  return words.slice(AREA_AT(words, 0)[0]?.length ?? 0);
}
