import { UserError } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { stringOption } from "../base/options.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Lang } from "../base/languages.ts";
import { survey as surveyTexts } from "../text/survey.ts";
import { offeredUnits } from "../units/near.ts";
import { resolveUnit } from "../units/resolve.ts";
import type { Unit } from "../units/unit.ts";
import type { Site } from "../visit/schema.ts";
import { unitLine, type Gazetteer } from "./places.ts";
import { makeSite, placeOf, siteTypeOf } from "./site.ts";

/** Candidates that a message names. */
export const MOST_OFFERED = 8;

/** Asks a person which of several units is meant; null where nobody can be asked. */
export type AskUnit = (units: readonly Unit[]) => Promise<Unit | null>;

/**
 * The site that `--unit` and `--site` name; null where neither is given. The name may be empty (only --unit): it is
 * asked for later.
 * @param openPlaces called only where a unit is named: the lists take some milliseconds
 * @throws UserError 64 for a unit that is not known or may be several, with the candidates
 */
export async function siteFromOptions(
  options: OptionValues,
  openPlaces: () => Promise<Gazetteer>,
  ask: AskUnit,
  lang: Lang,
): Promise<Site | null> {
  const asked = stringOption(options, "unit")?.trim() ?? "";
  const name = stringOption(options, "site")?.trim() ?? "";
  if (asked === "") {
    if (name !== "") throw new UserError(surveyTexts[lang].siteNeedsUnit);
    return null;
  }
  const places = await openPlaces();
  const unit = await oneUnit(places, asked, ask, lang);
  const place = placeOf(places.units, unit);
  if (place === null) throw new UserError(surveyTexts[lang].noSuccessor(unit.name));
  return makeSite({ ...place, name: oneLine(name, 200), type: siteTypeOf(name) });
}

async function oneUnit(places: Gazetteer, asked: string, ask: AskUnit, lang: Lang): Promise<Unit> {
  const texts = surveyTexts[lang];
  const shown = oneLine(asked, 60);
  const resolved = resolveUnit(places.units, asked, places.province);
  switch (resolved.kind) {
    case "one":
      return resolved.unit;
    case "several": {
      const chosen = await ask(resolved.units);
      if (chosen !== null) return chosen;
      throw new UserError(texts.ambiguousUnit(shown, listed(places, resolved.units, lang)));
    }
    case "none": {
      const near = offeredUnits(places.units, asked, places.province, MOST_OFFERED);
      throw new UserError(
        near.length === 0 ? texts.unknownUnit(shown) : texts.similarUnits(shown, listed(places, near, lang)),
      );
    }
  }
}

function listed(places: Gazetteer, units: readonly Unit[], lang: Lang): string {
  const more = units.length > MOST_OFFERED ? [`  … +${units.length - MOST_OFFERED}`] : [];
  return [...units.slice(0, MOST_OFFERED).map((unit) => unitLine(places, unit, lang)), ...more].join("\n");
}
