import { UNITS_2020_10_GONE } from "./data-2020-10.ts";
import { UNITS_2025_06 } from "./data-2025-06.ts";
import { UNITS_2025_07 } from "./data-2025-07.ts";
import { CURRENT_LIST, type Unit } from "./unit.ts";

/** Every unit of every list, newest list first. */
export const ALL_UNITS: readonly Unit[] = [
  ...UNITS_2025_07.map(([code, name]): Unit => ({ code, list: "vn-2025-07", name, district: "", currentCode: code })),
  ...UNITS_2025_06.map(([code, name, district, currentCode]): Unit => ({
    code,
    list: "vn-2025-06",
    name,
    district,
    currentCode,
  })),
  ...UNITS_2020_10_GONE.map(([code, name, district, currentCode]): Unit => ({
    code,
    list: "vn-2020-10",
    name,
    district,
    currentCode,
  })),
];

/** The unit of today for an older one; null where no source tells which. */
export function currentUnitOf(unit: Unit): Unit | null {
  return ALL_UNITS.find((other) => other.list === CURRENT_LIST && other.code === unit.currentCode) ?? null;
}

/** Former units that became part of a unit of today, in the order of their codes. */
export function formerUnitsOf(unit: Unit): Unit[] {
  return ALL_UNITS.filter((other) => other.list !== CURRENT_LIST && other.currentCode === unit.code);
}
