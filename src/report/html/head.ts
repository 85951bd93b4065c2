import type { Lang } from "../../base/languages.ts";
import { practiceBanner } from "../../text/practice.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import { isPractice } from "../../visit/practice.ts";
import type { Site, Visit } from "../../visit/schema.ts";
import { SITE_TYPES, type SiteType } from "../../visit/site-types.ts";
import { BASES_KNOWN_ON, legalBases } from "./legal-bases.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { written } from "./sentence.ts";

/** To be filled in by hand. */
const BLANK = "…………";

/**
 * Day, month and clock of an ISO time at its own place. Days below 10 and months 1 and 2 get a leading zero, as
 * official papers have it.
 */
function clockOf(iso: string): {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
} {
  const [, year = BLANK, month = BLANK, day = BLANK, hour = BLANK, minute = BLANK] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/u.exec(iso) ?? [];
  return { day, month: /^0[3-9]$/u.test(month) ? month.slice(1) : month, year, hour, minute };
}

/** Sign of whoever issues the paper, after its number; where it has none of its own, it is filled in. */
const SIGNS: Readonly<Record<(typeof SITE_TYPES)[SiteType]["letterhead"], string>> = {
  committee: "UBND",
  underCommittee: "……",
  education: "……",
  police: "CA",
  party: "ĐU",
};

/** Agency and number on the left, country, motto, place and date on the right; then the title. */
export function head(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const { day, month, year } = clockOf(visit.startedAt);
  const unit = visit.site === null || visit.site.unit.code === "" ? BLANK : visit.site.unit.name;
  const place = unit.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, "");
  const [above, agency] = agencyOf(visit.site, lang);
  return html`<header class="letterhead">
<div><div>${above}</div><div class="agency">${agency}</div><span class="rule"></span></div>
<div><div class="country">${texts.country}</div><div><span class="motto">${texts.motto}</span></div></div>
<div>${texts.number} ……/BB-${visit.site === null ? "……" : SIGNS[SITE_TYPES[visit.site.type].letterhead]}</div>
<div class="date">${texts.dated(place, day, month, year)}</div>
</header>
${visit.finishedAt === null ? html`<p class="draft">${texts.draft}</p>` : NOTHING}
${isPractice(visit) ? html`<p class="draft">${practiceBanner(lang)}</p>` : NOTHING}
<h1>${texts.title}</h1>
<p class="subtitle">${visit.stage === "after" ? paper[lang].acceptanceSubtitle : texts.subtitle}</p>`;
}

/** Whose paper it is. What is not known is left to be filled in. */
function agencyOf(site: Site | null, lang: Lang): readonly [above: string, agency: string] {
  const texts = record[lang];
  if (site === null) return [texts.committee, BLANK];
  const unit = site.unit.code === "" ? BLANK : site.unit.name.toLocaleUpperCase("vi");
  const name = site.name.toLocaleUpperCase("vi");
  switch (SITE_TYPES[site.type].letterhead) {
    case "committee":
      return [texts.committee, unit];
    case "underCommittee":
      return [`${texts.committee} ${unit}`, name];
    case "education":
      return [texts.education, name];
    case "police":
      return [`${texts.police} ${BLANK}`, name];
    case "party":
      return [`${texts.party} ${BLANK}`, name];
  }
}

/** The laws that the paper rests on, time and place, and who was present: what is not known is left to be filled in. */
export function participants(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const words = paper[lang];
  const { day, month, year, hour, minute } = clockOf(visit.startedAt);
  const { survey } = visit;
  const head = written(survey, "contact_name");
  const surveyor = visit.technician === "" ? written(survey, "surveyor") : visit.technician;
  const others = written(survey, "others_present")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return html`<p class="bases">${words.bases}: ${legalBases(visit.startedAt, lang).join("; ")} ${words.basesKnown(BASES_KNOWN_ON)}.</p>
<p>${texts.today(hour, minute, day, month, year, placeOf(visit.site, lang))}</p>
<h2>${texts.participants}</h2>
${person(texts.user, head, written(survey, "contact_post"), lang)}
${person(texts.team, surveyor, written(survey, "surveyor_post"), lang)}
${others.length === 0 ? NOTHING : html`<p>${texts.others}: ${others.join("; ")}.</p>`}`;
}

function person(side: string, name: string, post: string, lang: Lang): Markup {
  const texts = record[lang];
  const blank = html`<span class="fill"></span>`;
  return html`<p class="lines"><span>${side}: ${texts.person} ${name}</span>${name === "" ? blank : NOTHING}<span>${texts.position} ${post}</span>${post === "" ? blank : NOTHING}</p>`;
}

function placeOf(site: Site | null, lang: Lang): string {
  if (site === null) return BLANK.repeat(4);
  const former = site.formerUnit === null ? "" : ` (${record[lang].former(site.formerUnit.name)})`;
  return `${site.name}, ${site.unit.code === "" ? BLANK : site.unit.name}${former}`;
}
