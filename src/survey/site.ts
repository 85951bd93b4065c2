import { foldText } from "../base/fold.ts";
import type { Site } from "../visit/schema.ts";
import { siteId } from "../visit/site-id.ts";
import { currentUnitOf } from "./units/all-units.ts";
import { CURRENT_LIST, unitRefOf, type Unit } from "./units/unit.ts";

/** Kinds of building by what people call them; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, Site["type"]])[] = [
  [/\bhanh chinh cong\b|\bmot cua\b/u, "ttphvhcc"],
  [/\bmam non\b|\bmn\b/u, "truong_mn"],
  [/\btieu hoc\b|\bth\b/u, "truong_th"],
  [/\btrung hoc co so\b|\bthcs\b/u, "truong_thcs"],
  [/\bubnd\b|\buy ban\b/u, "ubnd"],
];

/** The kind of building that a name suggests; `khac` where it suggests none. */
export function siteTypeOf(name: string): Site["type"] {
  const folded = foldText(name);
  return BY_NAME.find(([pattern]) => pattern.test(folded))?.[1] ?? "khac";
}

/** A site with its stable id. `name` may still be empty: the checklist asks for it. */
export function makeSite(facts: Omit<Site, "id">): Site {
  const name = facts.name.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  return { ...facts, name, id: siteId({ ...facts, name }) };
}

/**
 * Commune of today and former commune for whatever unit a person named; null where no source tells the commune of
 * today. A unit of today has no former one until somebody says which.
 */
export function placeOf(unit: Unit): Pick<Site, "unit" | "formerUnit"> | null {
  const current = currentUnitOf(unit);
  if (current === null) return null;
  return { unit: unitRefOf(current), formerUnit: unit.list === CURRENT_LIST ? null : unitRefOf(unit) };
}
