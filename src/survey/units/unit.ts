import type { UnitRef } from "../../visit/schema.ts";

/**
 * The lists of units this tool knows, newest first. The id names country, year and month from which (or until which) a
 * list holds.
 */
export const UNIT_LISTS = ["vn-2025-07", "vn-2025-06", "vn-2020-10"] as const;
export type UnitListId = (typeof UNIT_LISTS)[number];

/** The list that a new visit is filed under. */
export const CURRENT_LIST: UnitListId = "vn-2025-07";

/** One commune, ward or township in one list. */
export interface Unit {
  readonly code: string;
  readonly list: UnitListId;
  /** With its kind: "Xã Hàm Ninh". */
  readonly name: string;
  /** Empty since 1/7/2025: there is no district level any more. */
  readonly district: string;
  /** Code in the current list; null where no source tells. A current unit names itself. */
  readonly currentCode: string | null;
}

/** The reference that is stored: a code never travels without its list. */
export function unitRefOf(unit: Unit): UnitRef {
  return { code: unit.code, list: unit.list, name: unit.name };
}
