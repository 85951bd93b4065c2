import { answersFile } from "../../text/answers-file.ts";
import { unitLine, type Gazetteer } from "../../survey/places.ts";
import { hasUnit, makeSite, placeOf, siteTypeOf, unknownUnit } from "../../survey/site.ts";
import { survey as surveyTexts } from "../../text/survey.ts";
import { offeredUnits } from "../../units/near.ts";
import { resolveUnit } from "../../units/resolve.ts";
import type { Unit } from "../../units/unit.ts";
import type { Answers, Site } from "../../visit/schema.ts";
import { siteTypeOrOther, type SiteType } from "../../visit/site-types.ts";
import { textOf, type Reader } from "./reader.ts";
import type { RawCell } from "./raw.ts";

const MOST_OFFERED = 5;

/** What a file tells about the place; each part may be missing. */
export interface FilePlace {
  /** Null where the file names none that is known. */
  readonly place: Pick<Site, "unit" | "formerUnit"> | null;
  /** What it says of the commune, as written. */
  readonly written: string;
  readonly name: string;
  readonly type: SiteType | null;
}

/**
 * Commune, building and its kind. A commune that is not understood is told by its place, with near names; the building
 * is kept all the same.
 * @param cells the site's cells
 * @param header the same, read
 * @param places null where the file is about no place
 * @param known a commune that is told elsewhere: on the command line (above the file) or by the visit (below it)
 */
export function placeOfFile(
  cells: ReadonlyMap<string, RawCell>,
  header: Answers,
  places: Gazetteer | null,
  known: KnownUnit,
  reader: Reader,
): FilePlace {
  const name = textOf(header["name"]);
  const written = textOf(header["unit"]);
  const type = typeof header["type"] === "string" && header["type"] !== "" ? siteTypeOrOther(header["type"]) : null;
  const cell = cells.get("unit") ?? cells.get("name") ?? { text: "", place: "unit" };
  const place = places === null || written === "" ? null : unitOf(cell, written, places, known === "option", reader);
  if (places !== null && written === "" && known === null)
    reader.remark({
      place: cell.place,
      text: answersFile[reader.lang].unitMissing(near(name, places, reader)),
      missing: true,
    });
  return { place, written, name, type };
}

export type KnownUnit = "option" | "visit" | null;

/**
 * The site of the visit: what the command line says first, then the file, then what the visit knows already.
 * @param given from the command line
 * @param known of the visit that the file is added to
 */
export function siteOfFile(
  { place, written, name, type }: FilePlace,
  given: Site | undefined,
  known: Site | null,
): Site | null {
  const told = name !== "" || type !== null || written !== "";
  if (given === undefined && !told) return known;
  // What was known is not forgotten because a later file tells less.
  const finalName = [given?.name ?? "", name, known?.name ?? ""].find((each) => each !== "") ?? "";
  const finalType = type ?? (finalName === known?.name ? known.type : siteTypeOf(finalName));
  const { unit, formerUnit } = given ??
    place ??
    (known !== null && hasUnit(known) ? known : null) ?? { unit: unknownUnit(written), formerUnit: null };
  return makeSite({ unit, formerUnit, name: finalName, type: finalType });
}

/** @param quiet the command line stands above it: nothing has to be told of it here */
function unitOf(cell: RawCell, written: string, places: Gazetteer, quiet: boolean, reader: Reader): FilePlace["place"] {
  const texts = answersFile[reader.lang];
  const tell = (text: string, missing: boolean): void => {
    if (!quiet) reader.remark({ place: cell.place, text, missing });
  };
  const resolved = resolveUnit(places.units, written, places.province);
  switch (resolved.kind) {
    case "one": {
      const place = placeOf(places.units, resolved.unit);
      if (place === null) tell(texts.unitGone(written), true);
      else if (places.province !== null && resolved.unit.provinceCode !== places.province)
        tell(texts.unitElsewhere(written, listed([resolved.unit], places, reader)), false);
      return place;
    }
    case "several":
      tell(texts.unitSeveral(written, listed(resolved.units, places, reader)), true);
      return null;
    case "none":
      tell(texts.unitUnknown(written, near(written, places, reader)), true);
      return null;
  }
}

function near(text: string, places: Gazetteer, reader: Reader): string {
  const units = offeredUnits(places.units, text, places.province, MOST_OFFERED);
  return units.length === 0 ? "" : `${surveyTexts[reader.lang].similar}\n${listed(units, places, reader)}`;
}

function listed(units: readonly Unit[], places: Gazetteer, reader: Reader): string {
  const more = units.length > MOST_OFFERED ? [`  … +${units.length - MOST_OFFERED}`] : [];
  return [...units.slice(0, MOST_OFFERED).map((unit) => unitLine(places, unit, reader.lang)), ...more].join("\n");
}
