import { checklist } from "../../text/checklist.ts";
import { survey as surveyTexts } from "../../text/survey.ts";
import { unitOption, type Gazetteer } from "../../survey/places.ts";
import { hasUnit, makeSite, placeOf, siteTypeOf } from "../../survey/site.ts";
import { findUnits } from "../../units/find.ts";
import { nearUnits } from "../../units/near.ts";
import { refOf, unitRefOf } from "../../units/unit.ts";
import type { Site } from "../../visit/schema.ts";
import { SITE_TYPE_IDS, SITE_TYPES, siteTypeOrOther } from "../../visit/site-types.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import type { Session } from "./session.ts";

/** Until the place is complete, these survey keys say what was put already; afterwards they are taken out. */
const FORMER = "site_former";
const TYPE = "site_type";
const NONE = "-";
/** Near names at the head of the list, and matches of what is typed; who sees more types on. */
const MOST_NEAR = 3;
const MOST_FOUND = 60;

/** Asks where this is: commune, former commune, building. Each answer is stored at once; what is known is not asked. */
export async function askSite(session: Session): Promise<"done" | "back"> {
  // Bounded by the person: each turn answers one question or goes back one.
  for (;;) {
    const { site, survey } = session.visit();
    if (site === null || !hasUnit(site)) {
      if ((await askUnit(session, site)) === "back") return "back";
    } else if (site.name !== "") return "done";
    else if (site.formerUnit === null && survey[FORMER] === undefined) await askFormerUnit(session, site);
    else if (survey[TYPE] === undefined) await askType(session, site);
    else await askName(session, site);
  }
}

async function askUnit(session: Session, site: Site | null): Promise<"done" | "back"> {
  const { ui, lang } = session;
  const head = checklist[lang].headSite;
  const found = await session.places();
  const reply = await ui.choose({
    head: site === null ? head : `${head} – ${placeLine(site, lang)}`,
    message: checklist[lang].askUnit,
    options: unitOptions(found, site, lang),
  });
  if (reply.kind === "back") return "back";
  const unit = reply.kind === "answer" ? found.units.byRef(reply.value) : null;
  const place = unit === null ? null : placeOf(found.units, unit);
  // A building that a sheet named before its commune was known keeps its name and kind.
  if (place !== null) session.saveSite(makeSite({ name: "", type: "khac", ...site, ...place }));
  return "done";
}

async function askFormerUnit(session: Session, site: Site): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const found = await session.places();
  const unit = found.units.byRef(refOf(site.unit));
  const former = (unit === null ? [] : found.units.formerOf(unit)).filter(({ list }) => list !== "vn-2020-10");
  const options = [...former.map((each) => unitOption(found, each, lang)), { value: NONE, name: texts.formerUnknown }];
  const reply = await ui.choose({ head: `${texts.headSite} – ${site.unit.name}`, message: texts.askFormer, options });
  if (reply.kind === "back") {
    session.saveVisit({ site: null });
    return;
  }
  const chosen = reply.kind === "answer" ? found.units.byRef(reply.value) : null;
  if (chosen !== null) session.saveSite(makeSite({ ...site, formerUnit: unitRefOf(chosen) }));
  session.saveAnswer("survey", FORMER, "put");
}

async function askType(session: Session, site: Site): Promise<void> {
  const { ui, lang } = session;
  const options = SITE_TYPE_IDS.map((value): Option => ({ value, name: SITE_TYPES[value].label[lang] }));
  const reply = await ui.choose({ head: placeLine(site, lang), message: checklist[lang].askSiteType, options });
  if (reply.kind === "back") {
    session.saveVisit({ site: null, survey: without(session.visit().survey, FORMER) });
    return;
  }
  session.saveSite(makeSite({ ...site, type: siteTypeOrOther(reply.kind === "answer" ? reply.value : null) }));
  session.saveAnswer("survey", TYPE, "put");
}

async function askName(session: Session, site: Site): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const reply = await ui.ask({
    head: placeLine(site, lang),
    message: texts.askSiteName,
    initial: nameFor(site),
    check: (text) => (text === "" ? texts.needText : null),
  });
  if (reply.kind === "back") {
    session.saveAnswer("survey", TYPE, null);
    return;
  }
  const name = reply.kind === "answer" ? reply.value : nameFor(site);
  const type = site.type === "khac" ? siteTypeOf(name) : site.type;
  const survey = without(without(session.visit().survey, FORMER), TYPE);
  session.saveVisit({ site: makeSite({ ...site, name, type }), survey });
}

/** "Xã Quảng Ninh (Xã Hàm Ninh)" */
export function placeLine(site: Site, lang: Session["lang"]): string {
  if (!hasUnit(site)) return `${surveyTexts[lang].unknownPlace}${site.unit.name === "" ? "" : ` (${site.unit.name})`}`;
  return `${site.unit.name}${site.formerUnit === null ? "" : ` (${site.formerUnit.name})`}`;
}

function nameFor(site: Site): string {
  const place = (site.formerUnit ?? site.unit).name;
  return site.type === "ubnd"
    ? `UBND ${place.charAt(0).toLowerCase()}${place.slice(1)}${site.formerUnit === null ? "" : " cũ"}`
    : "";
}

/** Before anything is typed: what a sheet's words come near to, then the communes of the province. */
function unitOptions(
  places: Gazetteer,
  site: Site | null,
  lang: Session["lang"],
): (typed: string) => readonly Option[] {
  const { units, province } = places;
  const written = site === null || site.unit.name !== "" ? (site?.unit.name ?? "") : site.name;
  const first = [...nearUnits(units, written, province, MOST_NEAR), ...units.ofToday(province)];
  // The prompt asks for the list anew with each key.
  const known = new Map<string, readonly Option[]>();
  const optionsFor = (typed: string): readonly Option[] =>
    (typed === ""
      ? first
      : findUnits(units, typed, province)
          .slice(0, MOST_FOUND)
          .map(({ unit }) => unit)
    )
      .filter((unit) => units.today(unit) !== null)
      .map((unit) => unitOption(places, unit, lang));
  return (typed) => {
    const options = known.get(typed.trim()) ?? optionsFor(typed.trim());
    known.set(typed.trim(), options);
    return options;
  };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...others } = record;
  return others;
}
