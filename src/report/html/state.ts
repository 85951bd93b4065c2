import { describeFinding, systemName } from "../../explain/describe.ts";
import { remarkOn } from "../../explain/render/systems.ts";
import { answerText } from "../../form/labels.ts";
import { isUnknown } from "../../form/question.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import { record } from "../../text/record.ts";
import { SITE_SAFETY, SURVEY_LINE, SURVEY_POWER } from "../../text/record-states.ts";
import { labelOf } from "../../text/visit-labels.ts";
import type { Visit } from "../../visit/schema.ts";
import { viewTime } from "../csv/people.ts";
import { html, NOTHING, type Markup } from "./markup.ts";
import { clauses, stopped, written } from "./sentence.ts";

/** Systems that the page names; the annex has all. */
const MOST_NAMED = 4;

/** Power and safety, line and local network: what was seen and what was measured, as sentences. */
export function state(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  return html`<h2>${texts.state}</h2>
<h3>${texts.power}</h3>${told(power(visit, lang), lang)}
<h3>${texts.line}</h3>${told(line(visit, lang), lang)}`;
}

function told(sentences: readonly string[], lang: Lang): Markup {
  const text = sentences.filter((each) => each !== "").join(" ");
  return html`<p>${text === "" ? record[lang].notAsked : text}</p>`;
}

/** Safety first; what the survey says of the same is left out. */
function power({ safety, survey }: Visit, lang: Lang): string[] {
  const words = paper[lang];
  const bySafety = written(safety, "s8_peak_cm") !== "";
  const [peak, hours] = bySafety
    ? [written(safety, "s8_peak_cm"), written(safety, "s8_hours")]
    : [written(survey, "peak_cm"), written(survey, "wet_hours")];
  const { electrical_cleared: cleared, ...rest } = survey;
  const asked = safety["s4"] === undefined && cleared !== undefined ? { ...rest, electrical_cleared: cleared } : rest;
  const since = written(survey, "grid_since");
  return [
    ...clauses(SITE_SAFETY, safety, lang).map(stopped),
    ...(peak === "" ? [] : [stopped(words.peak(peak, hours))]),
    ...clauses(SURVEY_POWER, asked, lang).map(stopped),
    ...(since === "" ? [] : [stopped(words.gridSince(viewTime(since, true)))]),
  ];
}

function line(visit: Visit, lang: Lang): string[] {
  const texts = record[lang];
  const words = paper[lang];
  const { survey } = visit;
  const carrier = written(survey, "internet_carrier");
  const lost = written(survey, "lost_since");
  const asked = [
    ...clauses(SURVEY_LINE, survey, lang).map(stopped),
    ...(isUnknown(carrier)
      ? []
      : [stopped(words.carrier(answerText(SURVEY_QUESTIONS, "internet_carrier", carrier, lang)))]),
    ...(lost === "" ? [] : [stopped(words.lostSince(viewTime(lost, true)))]),
  ];
  if (visit.scan === null) return [...asked, texts.notScanned];
  const { verdict, evidence } = visit.scan;
  const tried = verdict.systems.filter(({ outcome }) => outcome === "ok" || outcome === "slow" || outcome === "failed");
  const failed = tried
    .filter(({ outcome }) => outcome === "failed")
    .map(({ id }) => systemName(evidence.profile, id, lang));
  return [
    ...asked,
    texts.verdict(viewTime(evidence.startedAt, true), labelOf("status", verdict.status, lang)),
    ...(tried.length === 0 ? [] : [words.passed(tried.length - failed.length, tried.length)]),
    ...(failed.length === 0
      ? []
      : [words.notPassed(failed.slice(0, MOST_NAMED).join("; "), Math.max(0, failed.length - MOST_NAMED))]),
    ...quality(visit.scan, lang),
  ];
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

/** The annex with each system: address, result, cause. Nothing without a scan. */
export function systems(visit: Visit, lang: Lang): Markup {
  const texts = record[lang];
  const { scan } = visit;
  if (scan === null) return NOTHING;
  const known = new Map(scan.evidence.profile.systems.map((system) => [system.id, system]));
  const rows = scan.verdict.systems.map((result, at) => {
    const explained = scan.verdict.findings.find((finding) => finding.cause === result.cause);
    const told = explained === undefined ? null : describeFinding(explained, scan.evidence.profile, lang);
    const system = known.get(result.id);
    const remark = remarkOn(result, scan.evidence.profile, lang);
    return html`<tr><td class="number">${at + 1}</td><td>${system?.name[lang] ?? result.id}</td><td>${breakable(result.target ?? "")}${result.provided === true ? texts.providedMark : ""}</td><td>${labelOf("outcome", result.outcome, lang)}</td><td>${told?.title ?? ""}</td><td>${told === null ? remark : texts.seeConclusions}</td></tr>`;
  });
  return html`<h2>${paper[lang].annexSystems}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${paper[lang].tableSystems}"><table class="systems"><caption>${paper[lang].tableSystems}</caption><colgroup><col style="width:9mm"><col style="width:52mm"><col style="width:36mm"><col style="width:22mm"><col style="width:24mm"><col></colgroup>
<thead><tr>${[texts.colNo, texts.colSystem, texts.colTarget, texts.colResult, texts.colCause, texts.colAdvice].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** A host name that may break after a dot, so that it is not torn within a word. */
function breakable(target: string): readonly Markup[] {
  return target.split(/(?<=[.:])/u).map((part) => html`${part}<wbr>`);
}
