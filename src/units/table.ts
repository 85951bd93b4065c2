import { openLines } from "./lines.ts";
import type { UnitsText } from "./text-form.ts";
import { CURRENT_LIST, refOf, type Point, type Unit } from "./unit.ts";

/** Lists of units in the form that is searched. All results are in the order of the text: by key, then newest list first. */
export interface UnitTable {
  readonly lists: readonly string[];
  /** Names of the provinces of today by code. */
  provinces(): ReadonlyMap<string, string>;
  /** Units whose folded name is this. */
  named(key: string): Unit[];
  /** Units whose folded name begins so. */
  beginning(key: string): Unit[];
  /** Units whose folded name has this anywhere. */
  holding(part: string): Unit[];
  /** Units with this code, in whatever list. */
  coded(code: string): Unit[];
  /** Units that became the unit of today with this reference. */
  formerOf(ref: string): Unit[];
  /** Every unit, one list or all of them. */
  all(list?: string): Unit[];
  /** Every folded name once, in order. */
  keys(): readonly string[];
}

export function openTable(data: UnitsText): UnitTable {
  const lines = openLines(data.units);
  let keys: readonly string[] | undefined;
  let provinces: ReadonlyMap<string, string> | undefined;
  const unitsOf = (found: readonly string[]): Unit[] => found.map((line) => unitOf(line, data));
  return {
    lists: data.lists,
    provinces: () => (provinces ??= provincesOf(data.areas)),
    named: (key) => unitsOf(lines.beginning(`${key}\t`)),
    beginning: (key) => unitsOf(lines.beginning(key)),
    holding: (part) => unitsOf(lines.holding(part).filter((line) => keyOfLine(line).includes(part))),
    coded: (code) => unitsOf(lines.holding(`\t${code}\t`)).filter((unit) => unit.code === code),
    formerOf: (ref) => {
      const written = ref.startsWith(`${CURRENT_LIST}:`) ? ref.slice(CURRENT_LIST.length + 1) : ref;
      return unitsOf(lines.holding(`\t${written}\n`)).filter((unit) => unit.now === ref);
    },
    all: (list) => unitsOf(lines.all()).filter((unit) => list === undefined || unit.list === list),
    keys: () => (keys ??= [...new Set(lines.all().map(keyOfLine))]),
  };
}

function keyOfLine(line: string): string {
  return line.slice(0, line.indexOf("\t"));
}

function unitOf(line: string, { lists, areas }: UnitsText): Unit {
  const [, list = "", code = "", name = "", area = "", place = ""] = line.split("\t");
  const [district, province, provinceCode] = areaOf(areas[Number(area)] ?? "");
  const unit = { list: lists[Number(list)] ?? "", code, name, district, province, provinceCode };
  if (place.startsWith("@")) return { ...unit, now: refOf(unit), point: pointOf(place.slice(1)) };
  return { ...unit, now: place === "" ? null : place.includes(":") ? place : `${CURRENT_LIST}:${place}`, point: null };
}

/** Areas of today are whole provinces: they have no district. */
function provincesOf(areas: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    areas
      .filter((area) => area.startsWith("\t"))
      .map(areaOf)
      .map(([, province, code]) => [code, province]),
  );
}

function areaOf(area: string): readonly [district: string, province: string, provinceCode: string] {
  const [district = "", province = "", provinceCode = ""] = area.split("\t");
  return [district, province, provinceCode];
}

function pointOf(text: string): Point | null {
  const [lat, lon] = text.split(",").map(Number);
  return lat === undefined || lon === undefined ? null : { lat, lon };
}
