import { careLines } from "../../checklist/care-list.ts";
import { SAFETY_QUESTIONS } from "../../checklist/data/safety-questions.ts";
import type { Question } from "../../form/question.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { renderVerdict } from "../../explain/render/verdict.ts";
import { wrap } from "../../terminal/wrap.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { siteTypeLabel } from "../../survey/labels.ts";
import type { Lang } from "../../base/languages.ts";
import { practiceBanner } from "../../text/practice.ts";
import { summary } from "../../text/visit-summary.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { survey as surveyTexts } from "../../text/survey.ts";
import { isPractice } from "../../visit/practice.ts";
import type { Answers, Site, Visit } from "../../visit/schema.ts";
import { answered } from "../answered.ts";
import { viewTime } from "../csv/people.ts";
import { machinesText } from "../machines.ts";
import { deviceLines } from "./device.ts";

/** Summaries of visits for a terminal or a telephone's screen, one after the other. */
export function* visitTexts(visits: Iterable<Visit>, lang: Lang, width: number): Generator<string> {
  let first = true;
  for (const visit of visits) {
    yield `${first ? "" : `\n${"═".repeat(width)}\n\n`}${visitText(visit, lang, width)}`;
    first = false;
  }
}

/**
 * The readable summary of one visit: where and when, the network's verdict with its systems, survey, safety, devices.
 */
export function visitText(visit: Visit, lang: Lang, width: number): string {
  const sections = [
    isPractice(visit) ? practiceBanner(lang) : "",
    header(visit, lang, width),
    network(visit, lang, width),
    machinesText(visit, lang, width),
  ];
  const texts = summary[lang];
  sections.push(asked(texts.survey, SURVEY_QUESTIONS, visit.survey, lang, width));
  sections.push(asked(texts.safety, SAFETY_QUESTIONS, visit.safety, lang, width));
  sections.push(devices(visit, lang, width));
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function header(visit: Visit, lang: Lang, width: number): string {
  const texts = summary[lang];
  const { site } = visit;
  const formerUnit = site?.formerUnit ?? null;
  const former = formerUnit === null ? "" : ` ${texts.former(formerUnit.name)}`;
  const where =
    site === null ? texts.noSite : `${site.name} · ${siteTypeLabel(site.type, lang)} · ${unitText(site, former, lang)}`;
  const state = visit.finishedAt === null ? texts.unfinished : `${texts.finished} ${viewTime(visit.finishedAt, true)}`;
  const rows = [
    [texts.visit, `${visit.id} · ${labelOf("stage", visit.stage, lang)} · ${state}`],
    [texts.site, where],
    [texts.time, viewTime(visit.startedAt, true)],
    [texts.technician, visit.technician],
    [texts.campaign, visit.campaign],
  ] as const;
  return rows
    .flatMap(([name, value]) => (value === "" ? [] : [wrap(oneLine(`${name}: ${value}`, 1000), width)]))
    .join("\n");
}

function unitText({ unit }: Site, former: string, lang: Lang): string {
  if (unit.code !== "") return `${unit.name}${former} · ${unit.code} [${unit.list}]`;
  return `${surveyTexts[lang].unknownPlace}${unit.name === "" ? "" : ` (${unit.name})`}`;
}

function network(visit: Visit, lang: Lang, width: number): string {
  const texts = summary[lang];
  if (visit.scan === null) return `${texts.network}\n${texts.notScanned}`;
  const { verdict, evidence } = visit.scan;
  const { id, version } = evidence.profile;
  const source = `${texts.profile(id, version, evidence.profileHash.slice(0, 12))}; ${texts.tool(evidence.tool.version)}`;
  return `${texts.network}\n${renderVerdict(verdict, evidence, lang, { columns: width, explain: false, colour: false })}${wrap(oneLine(source, 500), width)}`;
}

function asked(title: string, questions: readonly Question[], answers: Answers, lang: Lang, width: number): string {
  const lines = answered(questions, answers, lang).map((line) => wrap(oneLine(line, 1000), width));
  return lines.length === 0 ? "" : [title, ...lines].join("\n");
}

/** What is washed and dried first; nothing where nothing is to be cleaned. */
function careSection(visit: Visit, lang: Lang, width: number): string[] {
  const lines = careLines(visit.devices, visit.safety, lang);
  const shown = lines.map((line) => wrap(oneLine(line.trim(), 1000), width, line.length - line.trimStart().length));
  return lines.length === 0 ? [] : ["", ...shown];
}

function devices(visit: Visit, lang: Lang, width: number): string {
  const texts = summary[lang];
  if (visit.devices.length === 0) return texts.noDevices;
  const count = visit.devices.reduce((sum, device) => sum + device.quantity, 0);
  return [
    texts.devices(visit.devices.length, count),
    ...visit.devices.map((device, at) => deviceLines(device, at + 1, lang, width)),
    ...careSection(visit, lang, width),
  ].join("\n");
}
