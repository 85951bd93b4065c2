import leven from "leven";
import { areaBegins } from "./area.ts";
import { findUnits } from "./find.ts";
import { isCurrent, refOf, type Unit } from "./unit.ts";
import { byListThenCode, type Units } from "./units.ts";
import { kindAt, keyOf, wordsOf, type Word } from "./words.ts";

const MOST_WORDS = 12;

/**
 * What to offer where a name fits no unit: units of the province that begin so or are of another kind, else near names.
 * @param provinceCode province of today that is looked at first, where it is known
 */
export function offeredUnits(units: Units, text: string, provinceCode: string | null, most: number): readonly Unit[] {
  const begun = findUnits(units, text, provinceCode)
    .map(({ unit }) => unit)
    .filter((unit) => provinceCode === null || unit.provinceCode === provinceCode);
  return begun.length > 0 ? begun.slice(0, most) : nearUnits(units, text, provinceCode, most);
}

/**
 * Units whose names are nearly what a text says, or stand somewhere in it: what to offer where nothing fits. Nearest first (and only those that
 * stand in it where there are some), those of the province first among equals, then those of today.
 * @param provinceCode province of today that is looked at first, where it is known
 */
export function nearUnits(units: Units, text: string, provinceCode: string | null, most: number): Unit[] {
  const whole = nameIn(text);
  const found = new Map<string, { readonly unit: Unit; readonly distance: number }>();
  const add = (unit: Unit, distance: number): void => {
    if (distance < (found.get(refOf(unit))?.distance ?? Infinity)) found.set(refOf(unit), { unit, distance });
  };
  const named = (key: string): Unit[] => units.tables.flatMap((table) => table.named(key));
  const typed = keyOf(whole);
  const limit = typed.length <= 4 ? 1 : 2;
  const keys = typed.length < 2 ? [] : units.tables.flatMap((table) => table.keys());
  for (const key of keys.filter(({ length }) => Math.abs(length - typed.length) <= limit)) {
    const distance = leven(typed, key, { maxDistance: limit + 1 });
    if (distance <= limit) for (const unit of named(key)) add(unit, distance);
  }
  for (const run of runsOf(whole)) for (const unit of named(keyOf(run))) add(unit, 0);
  const order = byListThenCode(units.lists);
  const here = ({ unit }: { readonly unit: Unit }): number =>
    provinceCode !== null && unit.provinceCode === provinceCode ? 0 : 1;
  const today = ({ unit }: { readonly unit: Unit }): number => (isCurrent(unit) ? 0 : 1);
  const nearest = Math.min(...[...found.values()].map(({ distance }) => distance));
  return [...found.values()]
    .filter(({ distance }) => distance === nearest || (nearest > 0 && distance <= limit))
    .toSorted(
      (left, right) =>
        left.distance - right.distance ||
        here(left) - here(right) ||
        today(left) - today(right) ||
        order(left.unit, right.unit),
    )
    .slice(0, most)
    .map(({ unit }) => unit);
}

/** The words that are most likely the commune's name: behind its kind, before a district or province, a comma or a bracket. */
function nameIn(text: string): readonly Word[] {
  const parts = text
    .split(/[,;()/\n]| [-–] /u)
    .map(wordsOf)
    .filter((part) => part.length > 0);
  const words = (parts.find((part) => part.some((_word, at) => kindAt(part, at) !== null)) ?? parts[0] ?? []).slice(
    0,
    MOST_WORDS,
  );
  const begin = words.reduce((from, _word, at) => {
    const kind = kindAt(words, at);
    return kind !== null && at + kind.length < words.length ? Math.max(from, at + kind.length) : from;
  }, 0);
  const end = words.findIndex((_word, at) => at > begin && areaBegins(words, at));
  return words.slice(begin, end < 0 ? words.length : end);
}

/** Every run of at least two words; one word alone is too often part of another name. */
function runsOf(words: readonly Word[]): (readonly Word[])[] {
  return words.flatMap((_word, from) =>
    words.slice(from + 1).map((_next, length) => words.slice(from, from + length + 2)),
  );
}
