import type { Lang } from "../../base/languages.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Visit } from "../../visit/schema.ts";
import type { RawAnswers, Remark } from "./raw.ts";
import type { Understood } from "./understand.ts";

/** Cells that the command line stands above: told, because they are not in the visit. */
export function overruled(
  raw: RawAnswers,
  file: Understood,
  { header }: { readonly header: Partial<Visit> },
  lang: Lang,
): Remark[] {
  const given = header.site ?? null;
  const unit =
    file.place.place?.unit.code === given?.unit.code && file.place.place?.formerUnit?.code === given?.formerUnit?.code;
  const options: readonly (readonly [id: string, option: string, overruled: boolean, value: string])[] = [
    ["unit", "--unit", given !== null && !unit, given?.unit.name ?? ""],
    ["name", "--site", given !== null && given.name !== "" && given.name !== file.place.name, given?.name ?? ""],
    ["campaign", "--campaign", differs(header.campaign, file.header.campaign), header.campaign ?? ""],
    ["technician", "--technician", differs(header.technician, file.header.technician), header.technician ?? ""],
    ["stage", "--stage", differs(header.stage, file.header.stage), header.stage ?? ""],
  ];
  return options.flatMap(([id, option, isOverruled, value]) => {
    const cell = raw.site.get(id);
    if (!isOverruled || cell === undefined || cell.text === "") return [];
    return [{ place: cell.place, text: answersFile[lang].overruled(cell.text, option, value), missing: false }];
  });
}

function differs(given: string | undefined, told: string | undefined): boolean {
  return given !== undefined && given !== told;
}
