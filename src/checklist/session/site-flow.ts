import { checklist } from "../../text/checklist.ts";
import { survey as surveyTexts } from "../../text/survey.ts";
import { SITE_TYPES } from "../../survey/data/site-types.ts";
import { makeSite, placeOf, siteTypeOf } from "../../survey/site.ts";
import { ALL_UNITS, currentUnitOf, formerUnitsOf } from "../../survey/units/all-units.ts";
import { findUnits } from "../../survey/units/find-units.ts";
import { CURRENT_LIST, unitRefOf, type Unit } from "../../survey/units/unit.ts";
import type { Site } from "../../visit/schema.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import type { Session } from "./session.ts";

/** Until the place is complete, these survey keys say what was put already; afterwards they are taken out. */
const FORMER = "site_former";
const TYPE = "site_type";
const NONE = "-";

/** Asks where this is: commune, former commune, building. Each answer is stored at once; what is known is not asked. */
export async function askSite(session: Session): Promise<"done" | "back"> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const head = texts.headSite;
  // Bounded by the person: each turn answers one question or goes back one.
  for (;;) {
    const { site, survey } = session.visit();
    if (site === null) {
      const reply = await ui.choose({ head, message: texts.askUnit, options: (typed) => unitOptions(typed, lang) });
      if (reply.kind === "back") return "back";
      const place = reply.kind === "answer" ? placeOf(unitOf(reply.value)) : null;
      if (place !== null) session.saveSite(makeSite({ ...place, name: "", type: "khac" }));
    } else if (site.formerUnit === null && survey[FORMER] === undefined && site.name === "") {
      const former = formerUnitsOf(unitOf(`${site.unit.list}:${site.unit.code}`)).filter(
        (unit) => unit.list === "vn-2025-06",
      );
      const options = [...former.map((unit) => unitOption(unit, lang)), { value: NONE, name: texts.formerUnknown }];
      const reply = await ui.choose({ head: `${head} – ${site.unit.name}`, message: texts.askFormer, options });
      if (reply.kind === "back") session.saveVisit({ site: null });
      else {
        if (reply.kind === "answer" && reply.value !== NONE)
          session.saveSite(makeSite({ ...site, formerUnit: unitRefOf(unitOf(reply.value)) }));
        session.saveAnswer("survey", FORMER, "put");
      }
    } else if (survey[TYPE] === undefined && site.name === "") {
      const options = SITE_TYPES.map(([value, vi, en]): Option => ({ value, name: lang === "vi" ? vi : en }));
      const reply = await ui.choose({ head: placeLine(site), message: texts.askSiteType, options });
      if (reply.kind === "back") {
        session.saveVisit({ site: null, survey: without(survey, FORMER) });
        continue;
      }
      const type = SITE_TYPES.find(([id]) => reply.kind === "answer" && id === reply.value)?.[0] ?? "khac";
      session.saveSite(makeSite({ ...site, type }));
      session.saveAnswer("survey", TYPE, "put");
    } else if (site.name === "") {
      const reply = await ui.ask({
        head: placeLine(site),
        message: texts.askSiteName,
        initial: nameFor(site),
        check: (text) => (text === "" ? texts.needText : null),
      });
      if (reply.kind === "back") {
        session.saveAnswer("survey", TYPE, null);
        continue;
      }
      const name = reply.kind === "answer" ? reply.value : nameFor(site);
      const type = site.type === "khac" ? siteTypeOf(name) : site.type;
      session.saveVisit({ site: makeSite({ ...site, name, type }), survey: without(without(survey, FORMER), TYPE) });
    } else return "done";
  }
}

/** "Xã Quảng Ninh (Xã Hàm Ninh)" */
export function placeLine(site: Site): string {
  return `${site.unit.name}${site.formerUnit === null ? "" : ` (${site.formerUnit.name})`}`;
}

function nameFor(site: Site): string {
  const place = (site.formerUnit ?? site.unit).name;
  return site.type === "ubnd"
    ? `UBND ${place.charAt(0).toLowerCase()}${place.slice(1)}${site.formerUnit === null ? "" : " cũ"}`
    : "";
}

function unitOptions(typed: string, lang: Session["lang"]): readonly Option[] {
  const found =
    typed.trim() === ""
      ? ALL_UNITS.filter((unit) => unit.list === CURRENT_LIST)
      : findUnits(typed).map(({ unit }) => unit);
  return found.filter((unit) => currentUnitOf(unit) !== null).map((unit) => unitOption(unit, lang));
}

function unitOption(unit: Unit, lang: Session["lang"]): Option {
  const texts = surveyTexts[lang];
  const current = currentUnitOf(unit);
  const list = {
    "vn-2025-07": texts.list_vn_2025_07,
    "vn-2025-06": texts.list_vn_2025_06,
    "vn-2020-10": texts.list_vn_2020_10,
  }[unit.list];
  const now = current === null || current === unit ? "" : ` → ${texts.nowPartOf(current.name)}`;
  return { value: `${unit.list}:${unit.code}`, name: `${unit.name} (${unit.code}, ${list})${now}` };
}

function unitOf(value: string): Unit {
  const unit = ALL_UNITS.find((each) => `${each.list}:${each.code}` === value);
  if (unit === undefined) throw new Error(`no unit ${value}`);
  return unit;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...others } = record;
  return others;
}
