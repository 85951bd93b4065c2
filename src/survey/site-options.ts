import { UserError } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Lang } from "../base/languages.ts";
import { survey as surveyTexts } from "../text/survey.ts";
import type { Site } from "../visit/schema.ts";
import { makeSite, placeOf, siteTypeOf } from "./site.ts";
import { currentUnitOf } from "./units/all-units.ts";
import { findUnits, type UnitMatch } from "./units/find-units.ts";
import type { Unit } from "./units/unit.ts";

/** Candidates that a message names. */
const SHOWN = 8;
/** Up to here a match is the same name; beyond it only begins so. */
const SAME_NAME = 2;

/**
 * The site that `--unit` and `--site` name; null where neither is given. The name may be empty (only --unit): it is
 * asked for later.
 * @throws UserError 64 for a unit that is not known or may be several, with the candidates
 */
export function siteFromOptions(options: OptionValues, lang: Lang): Site | null {
  const asked = textOption(options, "unit");
  const name = textOption(options, "site") ?? "";
  if (asked === undefined) {
    if (name !== "") throw new UserError(surveyTexts[lang].siteNeedsUnit);
    return null;
  }
  return siteNamed(asked, name, lang);
}

/** The site with this unit (name or code) and building. @throws UserError 64 as above */
export function siteNamed(asked: string, name: string, lang: Lang): Site {
  const texts = surveyTexts[lang];
  const unit = oneUnit(asked, lang);
  const place = placeOf(unit);
  if (place === null) throw new UserError(texts.noSuccessor(unit.name));
  return makeSite({ ...place, name: oneLine(name, 200), type: siteTypeOf(name) });
}

function oneUnit(asked: string, lang: Lang): Unit {
  const texts = surveyTexts[lang];
  const matches = findUnits(asked);
  const shown = oneLine(asked, 60);
  const [first] = matches;
  if (first === undefined) throw new UserError(texts.unknownUnit(shown));
  if (first.rank > SAME_NAME) throw new UserError(texts.similarUnits(shown, listed(matches, lang)));
  const best = matches.filter((match) => match.rank === first.rank);
  if (best.length === 1) return first.unit;
  // A name that lived on in its own successor (Thượng Trạch) is one place; a bare code is not: it was re-used for other
  // areas.
  const successors = new Set(best.map(({ unit }) => currentUnitOf(unit)));
  const [only] = successors;
  if (!/^\d+$/u.test(asked.trim()) && successors.size === 1 && only !== undefined && only !== null) return only;
  throw new UserError(texts.ambiguousUnit(shown, listed(best, lang)));
}

function listed(matches: readonly UnitMatch[], lang: Lang): string {
  return matches
    .slice(0, SHOWN)
    .map(({ unit }) => {
      const current = currentUnitOf(unit);
      return surveyTexts[lang].candidate(
        `${unit.list}:${unit.code}`,
        unit.name,
        unit.district,
        current === null || current === unit ? "" : current.name,
      );
    })
    .join("\n");
}

function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
