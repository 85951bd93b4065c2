import { matchesWords } from "../base/fold.ts";
import { nameOnly } from "./area.ts";
import { refOf, type Unit } from "./unit.ts";
import { byListThenCode, type Units } from "./units.ts";
import { bareWords, kindAt, keyOf, spellingOf, wordsOf, type Kind, type Word } from "./words.ts";

/** A unit that fits a query, better fits first. */
export interface UnitMatch {
  readonly unit: Unit;
  /**
   * 0 same code, or the same spelling with its kind; 1 same spelling; 2 same without diacritics; 3 same but for its blanks. Up to here it is the
   * same name (SAME_NAME); 4 that name with another kind; 5 begins so; 6 a word begins so.
   */
  readonly rank: number;
}
export const SAME_NAME = 3;
export const OTHER_KIND = 4;

/** More is no name of a place; keeps the work bounded. */
const MOST_WORDS = 30;
const MOST_LETTERS = 400;
/** The longest name has five words. */
const MOST_IN_NAME = 6;

/**
 * Units of this name or code: old or new, with or without kind, diacritics (in either Unicode form and either placement of the tone mark),
 * district and province. A code was used again between lists, so it may well give several units: the caller must show them.
 * @param query what a person typed; "vn-2025-06:19207" asks for one list, "19207 Quán Hàu" for a code and a name
 * @returns closest spelling first, then newest list, then code; ranks up to OTHER_KIND; empty for an empty query
 */
export function sameUnits(units: Units, query: string): UnitMatch[] {
  const asked = readQuery(units, query);
  return ordered(units, exactMatches(units, asked), asked.list, null);
}

/**
 * The same, and beyond them units that are nearly called so: of another kind, or beginning so, or with a word that does. For typing on.
 * @param provinceCode its units stand first among equally good ones
 */
export function findUnits(units: Units, query: string, provinceCode: string | null): UnitMatch[] {
  const asked = readQuery(units, query);
  return ordered(units, [...exactMatches(units, asked), ...similar(units, asked.words)], asked.list, provinceCode);
}

/** A code has at most five digits; the zeros at its beginning are lost in spreadsheets. */
export function isCode(text: string): boolean {
  return /^\d{1,5}$/u.test(text.trim());
}

interface Query {
  readonly list: string | undefined;
  readonly code: string | undefined;
  readonly words: readonly Word[];
}

/** "vn-2025-06:19207", "19207", "19207 – Quán Hàu", "Quán Hàu" */
function readQuery(units: Units, query: string): Query {
  const whole = query.length > MOST_LETTERS ? "" : query.normalize("NFC").trim();
  const [, named, behind] = /^([a-z][a-z0-9-]*):(.*)$/su.exec(whole) ?? [];
  const list = named !== undefined && units.lists.includes(named) ? named : undefined;
  const text = list === undefined ? whole : (behind ?? "").trim();
  if (isCode(text)) return { list, code: text.padStart(5, "0"), words: [] };
  // A list that was added may have codes of letters.
  if (list !== undefined && units.byRef(`${list}:${text}`) !== null) return { list, code: text, words: [] };
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return { list, code: undefined, words: [] };
  const codes = words.filter((word) => /^\d{5}$/u.test(word.fold));
  const code = codes.length === 1 ? codes[0]?.fold : undefined;
  return { list, code, words: code === undefined ? words : words.filter((word) => word.fold !== code) };
}

function exactMatches(units: Units, { code, words }: Query): UnitMatch[] {
  const named = readings(words).flatMap((reading) => sameName(units, words, reading));
  if (code === undefined) return named;
  if (words.length > 0) return named.filter(({ unit }) => unit.code === code);
  const coded = units.tables.flatMap((table) => table.coded(code)).map((unit) => ({ unit, rank: 0 }));
  // Quarters of a town are called by numbers, too.
  const number = units.tables.flatMap((table) => table.named(String(Number(code)))).map((unit) => ({ unit, rank: 1 }));
  return [...coded, ...number];
}

/** Each unit once, at its best. */
function ordered(
  units: Units,
  matches: readonly UnitMatch[],
  list: string | undefined,
  provinceCode: string | null,
): UnitMatch[] {
  const best = new Map<string, UnitMatch>();
  for (const match of matches)
    if (
      (list === undefined || match.unit.list === list) &&
      match.rank < (best.get(refOf(match.unit))?.rank ?? Infinity)
    )
      best.set(refOf(match.unit), match);
  const order = byListThenCode(units.lists);
  const elsewhere = ({ unit }: UnitMatch): number =>
    provinceCode === null || unit.provinceCode === provinceCode ? 0 : 1;
  return [...best.values()].toSorted(
    (left, right) => left.rank - right.rank || elsewhere(left) - elsewhere(right) || order(left.unit, right.unit),
  );
}

/** Where the commune's name may begin: at the first word, or behind a kind wherever that stands ("UBND xã …"). */
interface Reading {
  readonly before: number;
  readonly name: number;
  readonly kind: Kind | null;
}

function readings(words: readonly Word[]): Reading[] {
  const behindKinds = words.flatMap((_word, at): Reading[] => {
    const kind = kindAt(words, at);
    return kind === null || at + kind.length >= words.length
      ? []
      : [{ before: at, name: at + kind.length, kind: kind.kind }];
  });
  return words.length === 0 ? [] : [{ before: 0, name: 0, kind: null }, ...behindKinds];
}

/** Units called as the words from the reading's place on, the longest name that there is; all other words must tell where it lies. */
function sameName(units: Units, words: readonly Word[], reading: Reading): UnitMatch[] {
  for (let end = Math.min(words.length, reading.name + MOST_IN_NAME); end > reading.name; end -= 1) {
    const named = words.slice(reading.name, end);
    const around = [...words.slice(0, reading.before), ...words.slice(end)];
    const found = lyingIn(
      units,
      units.tables.flatMap((table) => table.named(keyOf(named))),
      around,
    );
    if (found.length > 0) return found.map((unit) => ({ unit, rank: rankOf(unit, named, reading.kind) }));
  }
  return [];
}

/** Those that lie where the other words say. "nay là xã Quảng Ninh" is looked at last: what each one became must be looked up. */
function lyingIn(units: Units, candidates: readonly Unit[], around: readonly Word[]): readonly Unit[] {
  if (around.length === 0) return candidates;
  const placesOf = (unit: Unit): readonly string[] => [
    unit.district,
    unit.province,
    units.provinceName(unit.provinceCode),
  ];
  const found = candidates.filter((unit) => nameOnly(around, placesOf(unit)));
  return found.length > 0
    ? found
    : candidates.filter((unit) => nameOnly(around, [...placesOf(unit), units.today(unit)?.name ?? ""]));
}

function rankOf(unit: Unit, typed: readonly Word[], kind: Kind | null): number {
  const own = bareWords(unit.name);
  if (kind !== null && kind !== own.kind) return OTHER_KIND;
  if (spellingOf(typed) === spellingOf(own.words)) return kind === null ? 1 : 0;
  return typed.map((word) => word.fold).join(" ") === own.words.map((word) => word.fold).join(" ") ? 2 : 3;
}

/** Names that begin with what was typed, or have words that do: for typing on, and for messages. */
function similar(units: Units, words: readonly Word[]): UnitMatch[] {
  const kind = kindAt(words, 0);
  const bare = words.slice(kind?.length ?? 0);
  const key = keyOf(bare);
  if (key === "") return [];
  const fits = (unit: Unit): boolean => kind === null || bareWords(unit.name).kind === kind.kind;
  const beginning = units.tables.flatMap((table) => table.beginning(key)).filter(fits);
  const typed = bare.map((word) => word.fold).join(" ");
  const within =
    key.length < 2
      ? []
      : units.tables
          .flatMap((table) => table.holding(bare[0]?.fold ?? ""))
          .filter(
            (unit) =>
              fits(unit) &&
              matchesWords(
                bareWords(unit.name)
                  .words.map((word) => word.fold)
                  .join(" "),
                typed,
              ),
          );
  return [...beginning.map((unit) => ({ unit, rank: 5 })), ...within.map((unit) => ({ unit, rank: 6 }))];
}
