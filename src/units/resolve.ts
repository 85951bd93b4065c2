import { isCode, SAME_NAME, sameUnits, type UnitMatch } from "./find.ts";
import { isCurrent, refOf, type Unit } from "./unit.ts";
import type { Units } from "./units.ts";
import { bareWords, spellingOf } from "./words.ts";

/** What a written unit means: one unit, several to choose from, or nothing known. */
export type Resolved =
  | { readonly kind: "one"; readonly unit: Unit }
  | { readonly kind: "several"; readonly units: readonly Unit[] }
  | { readonly kind: "none" };

/**
 * Takes a name or code for the one unit it can mean, or says which it may be: nothing is guessed.
 * @param provinceCode province of today whose units are meant where other provinces have units of that name too; null where none is known
 */
export function resolveUnit(units: Units, written: string, provinceCode: string | null): Resolved {
  const pool = poolOf(sameUnits(units, written), provinceCode);
  const [only, ...more] = pool;
  if (only !== undefined && more.length === 0) return { kind: "one", unit: only };
  const todays = pool.map((unit) => units.today(unit));
  const successors = new Set(todays.map((unit) => (unit === null ? null : refOf(unit))));
  const names = pool.map((unit) => spellingOf(bareWords(unit.name).words));
  // A unit that lived on under its own name (Thượng Trạch) is one place.
  const places = pool.filter(
    (unit, at) =>
      isCurrent(unit) ||
      !pool.some(
        (other, index) => names[index] === names[at] && isCurrent(other) && refOf(other) === refOf(todays[at] ?? unit),
      ),
  );
  const [first, ...others] = places;
  if (first === undefined) return { kind: "none" };
  if (others.length === 0) return { kind: "one", unit: first };
  // Parts of one commune of today, whichever is meant. Not for a bare code: it was used again for other areas, and which is meant matters.
  const [today] = todays;
  if (successors.size === 1 && today !== null && today !== undefined && !isCode(written))
    return { kind: "one", unit: today };
  return { kind: "several", units: places };
}

/** The closest spellings of the province; where the name fits better elsewhere, those too, so that it is asked. */
function poolOf(matches: readonly UnitMatch[], provinceCode: string | null): readonly Unit[] {
  const closest = (among: readonly UnitMatch[]): readonly UnitMatch[] =>
    among.filter(({ rank }) => rank === Math.min(...among.map((match) => match.rank)));
  const same = closest(matches.filter(({ rank }) => rank <= SAME_NAME));
  if (same.length === 0) return [];
  const here = closest(matches.filter(({ unit }) => provinceCode !== null && unit.provinceCode === provinceCode));
  const [one] = here;
  const better = one === undefined ? same : same.filter(({ rank }) => rank < one.rank);
  return [...here, ...better].map(({ unit }) => unit);
}
