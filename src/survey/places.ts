import type { Lang } from "../base/languages.ts";
import { survey as surveyTexts } from "../text/survey.ts";
import { refOf, type Unit } from "../units/unit.ts";
import type { Units } from "../units/units.ts";

/** What a commune's name is looked up in: all lists, and the province whose communes are meant first. */
export interface Gazetteer {
  readonly units: Units;
  /** Code of the province of today, from the profile; null where the profile tells none. */
  readonly province: string | null;
}

/** A unit in words: name, where it lies, what it is part of today. */
export function unitText({ units }: Gazetteer, unit: Unit, lang: Lang): string {
  const today = units.today(unit);
  const now = today === null || refOf(today) === refOf(unit) ? "" : ` → ${surveyTexts[lang].nowPartOf(today.name)}`;
  return `${[unit.name, unit.district, unit.province].filter((part) => part !== "").join(", ")}${now}`;
}

/** The same as a line of a message that offers some, with the reference to type. */
export function unitLine(places: Gazetteer, unit: Unit, lang: Lang): string {
  return `  ${refOf(unit)}  ${unitText(places, unit, lang)}`;
}

/** The same as something to choose. */
export function unitOption(
  places: Gazetteer,
  unit: Unit,
  lang: Lang,
): { readonly value: string; readonly name: string } {
  return { value: refOf(unit), name: `${unitText(places, unit, lang)} (${unit.code})` };
}
