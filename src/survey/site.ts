import { foldText } from "../base/fold.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Site, UnitRef } from "../visit/schema.ts";
import { siteId } from "../visit/site-id.ts";
import { SITE_TYPE_IDS, SITE_TYPES, type SiteType } from "../visit/site-types.ts";
import { refOf, unitRefOf, type Unit } from "../units/unit.ts";
import type { Units } from "../units/units.ts";

/** Other offices are called after the committee that they belong to: "Trạm y tế, UBND xã …". */
const LAST_GUESSED: readonly SiteType[] = ["ubnd", "co_quan_dang"];

/** The kind of building that a name suggests; `khac` where it suggests none. */
export function siteTypeOf(name: string): SiteType {
  const folded = foldText(name);
  const fitting = SITE_TYPE_IDS.filter((id) => SITE_TYPES[id].called?.test(folded) === true);
  return fitting.find((id) => !LAST_GUESSED.includes(id)) ?? fitting[0] ?? "khac";
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
export function placeOf(units: Units, unit: Unit): Pick<Site, "unit" | "formerUnit"> | null {
  const today = units.today(unit);
  if (today === null) return null;
  return { unit: unitRefOf(today), formerUnit: refOf(today) === refOf(unit) ? null : unitRefOf(unit) };
}

/** A commune that is not known yet: what was written of it, or nothing. Its building may be known all the same. */
export function unknownUnit(written: string): UnitRef {
  return { code: "", list: "", name: oneLine(written, 200) };
}

export function hasUnit(site: Pick<Site, "unit">): boolean {
  return site.unit.code !== "";
}
