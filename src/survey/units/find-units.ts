import { foldText, matchesWords, toneNeutral } from "../../base/fold.ts";
import { ALL_UNITS } from "./all-units.ts";
import { UNIT_LISTS, type Unit } from "./unit.ts";

/** A unit that fits a query, better fits first. */
export interface UnitMatch {
  readonly unit: Unit;
  /**
   * 0 same code or same spelling; 1 same name without its kind; 2 same without diacritics; 3 begins so; 4 a word begins
   * so.
   */
  readonly rank: number;
}

const KIND = /^(x[ãa]|ph[ưu][ờo]ng|th[ịi] tr[ấa]n|tt)(?: nt)?\s+/iu;

/**
 * Finds units by old or new name (with or without kind, diacritics, in either Unicode form and either placement of the
 * tone mark) or by code. A code is re-used between lists, so it may well give two units: the caller must show both.
 * @param query what a person typed; "vn-2025-06:19207" asks for one list
 * @returns matches in order: closest spelling, then newest list, then code; empty for an empty query
 */
export function findUnits(query: string): UnitMatch[] {
  const text = query.normalize("NFC").trim();
  if (text === "") return [];
  const [, list, bare] = /^(vn-\d{4}-\d{2}):(.+)$/u.exec(text) ?? [undefined, undefined, text];
  const wanted = (bare ?? text).trim();
  return ALL_UNITS.filter((unit) => list === undefined || unit.list === list)
    .flatMap((unit) => {
      const rank = rankOf(unit, wanted);
      return rank === null ? [] : [{ unit, rank }];
    })
    .toSorted(
      (left, right) =>
        left.rank - right.rank ||
        UNIT_LISTS.indexOf(left.unit.list) - UNIT_LISTS.indexOf(right.unit.list) ||
        Number(left.unit.code) - Number(right.unit.code),
    );
}

/** Name without "Xã", "Phường", "Thị trấn". */
export function bareName(name: string): string {
  return name.replace(KIND, "");
}

/** "xa", "phuong", "thi tran", or null where the text names none. */
function kindOf(text: string): string | null {
  const kind = KIND.exec(text)?.[1];
  if (kind === undefined) return null;
  const folded = foldText(kind);
  return folded === "tt" ? "thi tran" : folded;
}

function rankOf(unit: Unit, wanted: string): number | null {
  if (/^\d+$/u.test(wanted)) return unit.code === wanted.padStart(5, "0") ? 0 : null;
  if (toneNeutral(unit.name) === toneNeutral(wanted)) return 0;
  const wantedBare = bareName(wanted);
  const kind = kindOf(wanted);
  const sameKind = kind === null || kind === kindOf(unit.name);
  if (sameKind && toneNeutral(bareName(unit.name)) === toneNeutral(wantedBare)) return 1;
  const folded = foldText(wantedBare);
  if (folded === "" || !sameKind) return null;
  const name = foldText(bareName(unit.name));
  if (name === folded) return 2;
  if (name.startsWith(folded)) return 3;
  return matchesWords(bareName(unit.name), wantedBare) ? 4 : null;
}
