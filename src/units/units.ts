import { isCurrent, refOf, type Unit } from "./unit.ts";
import type { UnitTable } from "./table.ts";

/** All lists of this machine as one: those of the product and those that were added. */
export interface Units {
  /** Ids of the lists, newest first. */
  readonly lists: readonly string[];
  /** The tables behind, those that were added first. */
  readonly tables: readonly UnitTable[];
  /** The unit that a reference names: "vn-2025-07:19207". */
  byRef(ref: string): Unit | null;
  /** What a unit is part of today; itself where it still is one; null where no source tells. */
  today(unit: Unit): Unit | null;
  /** Name of a province of today: "Tỉnh Quảng Trị" for "44"; empty where no list has it. */
  provinceName(code: string): string;
  /** Codes of the provinces of today, in order. */
  provinces(): readonly string[];
  /** Units that became part of a unit of today, in the order of their lists and codes. */
  formerOf(unit: Unit): Unit[];
  /** Units of today, of one province or of all. */
  ofToday(provinceCode: string | null): Unit[];
}

/** Steps from an old unit to the one of today: one for each reform in between. */
const MOST_STEPS = 8;

/**
 * @param replaced what units of today of another list became since, by reference: an added list tells it. Where one became several, nobody
 * knows which part is meant: no unit of today.
 */
export function joinTables(tables: readonly UnitTable[], replaced: ReadonlyMap<string, readonly string[]>): Units {
  const lists = tables.flatMap((table) => table.lists);
  const order = byListThenCode(lists);
  const byRef = lookUpOnce(tables);
  const today = (unit: Unit): Unit | null => {
    let at: Unit | null = unit;
    for (let step = 0; at !== null && step < MOST_STEPS; step += 1) {
      const next: readonly string[] | undefined = replaced.get(refOf(at));
      if (next === undefined && isCurrent(at)) return at;
      const ref: string | null = next === undefined ? at.now : next.length === 1 ? (next[0] ?? null) : null;
      at = ref === null ? null : byRef(ref);
    }
    return null;
  };
  return {
    lists,
    tables,
    byRef,
    today,
    provinceName: (code) => tables.map((table) => table.provinces().get(code)).find((name) => name !== undefined) ?? "",
    provinces: () => [...new Set(tables.flatMap((table) => [...table.provinces().keys()]))].toSorted(),
    formerOf: (unit) => {
      const ref = refOf(unit);
      const direct = tables.flatMap((table) => table.formerOf(ref));
      const since = [...replaced].flatMap(([old, next]) =>
        next.includes(ref) ? [byRef(old)].filter((found) => found !== null) : [],
      );
      return [...direct, ...since].toSorted(order);
    },
    ofToday: (provinceCode) =>
      tables
        .flatMap((table) => table.all())
        .filter(
          (unit) =>
            (provinceCode === null || unit.provinceCode === provinceCode) &&
            isCurrent(unit) &&
            !replaced.has(refOf(unit)),
        )
        .toSorted(order),
  };
}

/** Many old units became one of today: each is looked up once. */
function lookUpOnce(tables: readonly UnitTable[]): (ref: string) => Unit | null {
  const met = new Map<string, Unit | null>();
  return (ref) => {
    const unit = met.get(ref) ?? lookUp(tables, ref);
    met.set(ref, unit);
    return unit;
  };
}

function lookUp(tables: readonly UnitTable[], ref: string): Unit | null {
  const at = ref.indexOf(":");
  const list = ref.slice(0, at);
  const table = tables.find((each) => each.lists.includes(list));
  return table?.coded(ref.slice(at + 1)).find((unit) => unit.list === list) ?? null;
}

/** Newest list first, then by code. */
export function byListThenCode(lists: readonly string[]): (left: Unit, right: Unit) => number {
  return (left, right) =>
    lists.indexOf(left.list) - lists.indexOf(right.list) ||
    (left.code < right.code ? -1 : left.code > right.code ? 1 : 0);
}
