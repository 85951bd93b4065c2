import { SAFETY_QUESTIONS } from "../../checklist/data/safety-questions.ts";
import { describeFinding } from "../../explain/describe.ts";
import { remarkOn } from "../../explain/render/systems.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import type { Lang } from "../../base/languages.ts";
import { record } from "../../text/record.ts";
import { labelOf } from "../../text/visit-labels.ts";
import type { Answers, Visit } from "../../visit/schema.ts";
import { answered } from "../answered.ts";
import { viewTime } from "../csv/people.ts";
import { html, type Markup } from "./markup.ts";

const POWER = ["water_now", "peak_cm", "wet_hours", "grid", "grid_since", "electrical_cleared"];
const LINE = ["internet", "internet_carrier", "lost_since", "tslcd", "mobile", "mobile_carrier"];

/** Power and safety, line and local network, shared systems: what was asked and what was measured. */
export function state(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const power = [
    ...answered(SURVEY_QUESTIONS, pick(visit.survey, POWER), lang),
    ...answered(SAFETY_QUESTIONS, visit.safety, lang),
  ];
  return html`<h2>${texts.state}</h2>
<h3>${texts.power}</h3>${list(power, lang)}
<h3>${texts.line}</h3>${lineState(visit, lang)}
<h3>${texts.systems}</h3>${systems(visit, lang)}`;
}

function pick(answers: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(ids.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}

function list(lines: readonly string[], lang: Lang): Markup {
  if (lines.length === 0) return html`<p>${record[lang].notAsked}</p><div class="fill-line"></div>`;
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function lineState(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const told = answered(SURVEY_QUESTIONS, pick(visit.survey, LINE), lang);
  if (visit.scan === null) return list([...told, texts.notScanned], lang);
  const { verdict, evidence } = visit.scan;
  const found = verdict.findings.map((finding) => {
    const { title, explanation } = describeFinding(finding, evidence.profile, lang);
    return `${title}: ${explanation}`;
  });
  return list(
    [
      ...told,
      texts.verdict(viewTime(evidence.startedAt, true), labelOf("status", verdict.status, lang)),
      ...found,
      ...quality(visit.scan, lang),
    ],
    lang,
  );
}

function quality(scan: NonNullable<Visit["scan"]>, lang: Lang): string[] {
  const { grade, medianMs, jitterMs, lossPercent, busy } = scan.verdict.quality;
  if (grade === "unknown" && busy === true) return [record[lang].busy];
  if (grade === "unknown") return [];
  const shown = (value: number | null): string =>
    value === null ? "—" : value.toLocaleString(lang, { maximumFractionDigits: 1 });
  const figures = medianMs === null ? "" : record[lang].figures(shown(medianMs), shown(jitterMs), shown(lossPercent));
  return [record[lang].quality(labelOf("grade", grade, lang), figures)];
}

function systems(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const { scan } = visit;
  if (scan === null) return html`<p>${texts.notScanned}</p>`;
  const known = new Map(scan.evidence.profile.systems.map((system) => [system.id, system]));
  const rows = scan.verdict.systems.map((result, at) => {
    const explained = scan.verdict.findings.find((finding) => finding.cause === result.cause);
    const told = explained === undefined ? null : describeFinding(explained, scan.evidence.profile, lang);
    const system = known.get(result.id);
    const remark = remarkOn(result, scan.evidence.profile, lang);
    return html`<tr><td class="number">${at + 1}</td><td>${system?.name[lang] ?? result.id}</td><td>${breakable(result.target ?? "")}${result.provided === true ? texts.providedMark : ""}</td><td>${labelOf("outcome", result.outcome, lang)}</td><td>${told?.title ?? ""}</td><td>${told === null ? remark : texts.seeConclusions}</td></tr>`;
  });
  return html`<table class="systems"><colgroup><col style="width:11mm"><col style="width:38mm"><col style="width:34mm"><col style="width:20mm"><col style="width:34mm"><col></colgroup>
<thead><tr><th>${texts.colNo}</th><th>${texts.colSystem}</th><th>${texts.colTarget}</th><th>${texts.colResult}</th><th>${texts.colCause}</th><th>${texts.colAdvice}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** A host name that may break after a dot, so that it is not torn within a word. */
function breakable(target: string): readonly Markup[] {
  return target.split(/(?<=[.:])/u).map((part) => html`${part}<wbr>`);
}
