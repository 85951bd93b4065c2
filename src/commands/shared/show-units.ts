import type { Lang } from "../../base/languages.ts";
import { terminalSafe } from "../../base/terminal-safe.ts";
import { unitLine, type Gazetteer } from "../../survey/places.ts";
import type { Point, Unit } from "../../units/unit.ts";

/**
 * Units, one a line: reference, name, where it lies, what it is part of today, and the middle of that. No table: making one takes longer than
 * finding a unit.
 */
export function showUnits(places: Gazetteer, shown: readonly Unit[], lang: Lang): string {
  const lines = shown.map(
    (unit) => `${unitLine(places, unit, lang).trim()}${pointText(places.units.today(unit)?.point ?? null)}\n`,
  );
  return terminalSafe(lines.join(""));
}

/** One unit for programs. */
export function unitDocument({ units }: Gazetteer, unit: Unit): object {
  const today = units.today(unit);
  const of = ({ list, code, name, district, province, provinceCode }: Unit): object => ({
    list,
    code,
    name,
    district,
    province,
    provinceCode,
  });
  return {
    ...of(unit),
    today: today === null ? null : { ...of(today), lat: today.point?.lat ?? null, lon: today.point?.lon ?? null },
  };
}

function pointText(point: Point | null): string {
  return point === null ? "" : `  [${point.lat.toFixed(4)}, ${point.lon.toFixed(4)}]`;
}
