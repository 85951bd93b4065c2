import type { UnitRef } from "../visit/schema.ts";

/** The list that a new visit is filed under: the communes since 1/7/2025. The id names country, year and month since (or until) which it holds. */
export const CURRENT_LIST = "vn-2025-07";

/** One commune, ward, township or special zone in one list. */
export interface Unit {
  readonly list: string;
  /** Code within its list. Codes were used again for other areas: alone it means nothing. */
  readonly code: string;
  /** With its kind: "Xã Hàm Ninh". */
  readonly name: string;
  /** Empty since 1/7/2025: there is no district level any more. */
  readonly district: string;
  /** Province of its own time: "Tỉnh Quảng Bình". */
  readonly province: string;
  /** Code of the province that its area belongs to today; empty where a list does not tell. */
  readonly provinceCode: string;
  /** A unit of today names itself; an older one what it became ("vn-2025-07:19207"), null where no source tells. */
  readonly now: string | null;
  /** Middle of its largest part, WGS 84 degrees; null where a list does not tell. */
  readonly point: Point | null;
}

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** "vn-2025-07:19207" */
export function refOf({ list, code }: Pick<Unit, "list" | "code">): string {
  return `${list}:${code}`;
}

export function isCurrent(unit: Unit): boolean {
  return unit.now === refOf(unit);
}

/** The reference that is stored: a code never travels without its list. */
export function unitRefOf({ code, list, name }: Unit): UnitRef {
  return { code, list, name };
}
