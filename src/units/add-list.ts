import { EXIT, UserError } from "../base/exit.ts";
import type { Lang } from "../base/languages.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { formatPath, valueAt } from "../profile/mistake.ts";
import { parseData } from "../profile/parse.ts";
import { readProfileText } from "../profile/read-file.ts";
import { tellSyntax } from "../profile/tell.ts";
import { writeWhole } from "../profile/write-whole.ts";
import { units as unitTexts } from "../text/units.ts";
import { checkList, type ListMistake } from "./added-list.ts";
import { BUILTIN_LISTS } from "./builtin.ts";
import { addedFile, loadUnits } from "./load.ts";

const MOST_SHOWN = 60;

/** What `units add` did. */
export interface AddedUnits {
  readonly id: string;
  readonly count: number;
  readonly file: string;
  readonly replaced: boolean;
}

/**
 * Puts a list of units among those of this machine. One of the same id takes the place of the old one only if it has all its codes: stored
 * visits refer to them.
 * @throws UserError (78) with every mistake at once: place, expectation, value
 */
export async function addList(file: string, shown: string, dataDir: string, lang: Lang): Promise<AddedUnits> {
  const texts = unitTexts[lang];
  const parsed = await parseData(await readProfileText(file, lang));
  if (!parsed.ok) throw new UserError(tellSyntax(shown, parsed, lang), EXIT.config);
  const { units } = await loadUnits(dataDir);
  const checked = checkList(parsed.value, units, BUILTIN_LISTS);
  if (!checked.ok) throw new UserError(tell(shown, parsed.value, checked.mistakes, lang), EXIT.config);
  const { list } = checked;
  const before = units.tables.find((table) => table.lists.includes(list.id))?.all() ?? [];
  const codes = new Set(list.units.map((unit) => unit.code));
  const lost = before.filter((unit) => !codes.has(unit.code)).map((unit) => unit.code);
  if (lost.length > 0) throw new UserError(texts.lostCodes(list.id, oneLine(lost.join(", "), 200)), EXIT.config);
  const target = addedFile(dataDir, list.id);
  await writeWhole(target, list, lang);
  return { id: list.id, count: list.units.length, file: target, replaced: before.length > 0 };
}

function tell(file: string, source: unknown, mistakes: readonly ListMistake[], lang: Lang): string {
  const texts = unitTexts[lang];
  const lines = mistakes.slice(0, MOST_SHOWN).map((mistake) => {
    const value = valueAt(source, mistake.path);
    const found = value === undefined ? texts.nothing : oneLine(JSON.stringify(value) ?? "", 80);
    return `  ${texts.mistake(oneLine(formatPath(mistake.path), 120) || texts.whole, expected(mistake, lang), found)}`;
  });
  const more = mistakes.length > MOST_SHOWN ? [`  ${texts.more(mistakes.length - MOST_SHOWN)}`] : [];
  return [texts.mistakes(file, mistakes.length), ...lines, ...more].join("\n");
}

/** What should stand there: by the rule, or for a wrong shape by the name of the field. */
function expected({ path: place, rule }: ListMistake, lang: Lang): string {
  const texts = unitTexts[lang];
  switch (rule) {
    case "id":
      return texts.expectId;
    case "once":
      return texts.expectOnce;
    case "ref":
      return texts.expectRef;
    case "either":
      return texts.expectEither;
    case "name":
      return texts.expectName;
    case "lat":
      return texts.expectLat;
    case "lon":
      return texts.expectLon;
    case "province":
      return texts.expectProvince;
    case "shape":
      return expectedShape(place, lang);
  }
}

function expectedShape(place: ListMistake["path"], lang: Lang): string {
  const texts = unitTexts[lang];
  const inUnit = place[0] === "units" && place.length > 1;
  const field = place.findLast((part) => typeof part === "string");
  const byField: Readonly<Record<string, string>> = inUnit
    ? {
        code: texts.expectCode,
        name: texts.expectName,
        district: texts.expectText,
        province: texts.expectProvince,
        now: texts.expectRef,
        was: texts.expectRef,
        lat: texts.expectLat,
        lon: texts.expectLon,
        units: "{ code, name, … }",
      }
    : {
        id: texts.expectId,
        name: texts.expectNames,
        vi: texts.expectText,
        en: texts.expectText,
        units: texts.expectUnits,
      };
  return (field === undefined ? undefined : byField[field]) ?? (inUnit ? texts.expectKey : texts.expectList);
}
