import type { Unit } from "./unit.ts";
import { bareWords, keyOf } from "./words.ts";

/**
 * Lists of units as they are kept: one text, a line a unit, sorted by the folded name, so that a name is found in a few steps and the fourteen
 * thousand lines are never taken apart. Fields: key, number of the list, code, name, number of the area, and at last either "@lat,lon"
 * (a unit of today; "@" where its place is not known) or what it became: a code of the current list, "list:code", or nothing. A line end stands
 * before the first line and after the last.
 */
export interface UnitsText {
  readonly lists: readonly string[];
  /** District and province of their time, and code of the province of today, separated like the fields of a line. */
  readonly areas: readonly string[];
  /** The bundled product has them as bytes. */
  readonly units: string | Buffer;
}
/** A unit to be written; `now` null for one of today. */
export type UnitRow = Omit<Unit, "now"> & { readonly now: string | null };

export function unitsText(rows: readonly UnitRow[]): UnitsText {
  const lists = [...new Set(rows.map((row) => row.list))];
  const areas = new Map<string, number>();
  const lines = rows.map((row) => {
    const area = [row.district, row.province, row.provinceCode].join("\t");
    const at = areas.get(area) ?? areas.size;
    areas.set(area, at);
    const place = row.now ?? `@${row.point === null ? "" : `${row.point.lat},${row.point.lon}`}`;
    return [keyOf(bareWords(row.name).words), lists.indexOf(row.list), row.code, row.name, at, place].join("\t");
  });
  return {
    lists,
    areas: [...areas.keys()],
    units: ["", ...lines.toSorted((left, right) => (left < right ? -1 : 1)), ""].join("\n"),
  };
}
