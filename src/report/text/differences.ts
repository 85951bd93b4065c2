import { ALL_DEVICE_QUESTIONS } from "../../checklist/data/catalogue.ts";
import { SAFETY_QUESTIONS } from "../../checklist/data/safety-questions.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import { answerText, questionText } from "../../form/labels.ts";
import type { Question } from "../../form/question.ts";
import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { differences as texts } from "../../text/differences.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { partsOf } from "../../visit/parts.ts";
import { finalDisposition } from "../../visit/rows/device.ts";
import type { Answers, Device, Visit } from "../../visit/schema.ts";
import { viewTime } from "../csv/people.ts";

/** One place where two states of a visit differ, in words; an empty side has nothing there. */
export interface Difference {
  readonly what: string;
  readonly one: string;
  readonly other: string;
}

const FACTS = ["campaign", "stage", "technician", "startedAt", "finishedAt", "site"] as const;
const DEVICE_FACTS = ["quantity", "label", "brand", "model", "serial", "assetTag", "room", "note"] as const;
/** Whole values are in the files; a line must stay readable. */
const SHOWN = 80;

/** Where two states of a visit differ, part by part, in the words of the language. */
export function differencesOf(one: Visit, other: Visit, lang: Lang): Difference[] {
  const [left, right] = [partsOf(one), partsOf(other)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key));
  return keys.flatMap((key) => inWords(key, one, other, lang));
}

function inWords(key: string, one: Visit, other: Visit, lang: Lang): Difference[] {
  const words = texts[lang];
  const section = key.slice(0, key.indexOf(":"));
  const id = key.slice(key.indexOf(":") + 1);
  const fact = FACTS.find((name) => name === key);
  if (fact !== undefined) return [pair(words[fact], factText(one, fact, lang), factText(other, fact, lang))];
  if (key === "scan") return [pair(words.scan, scanText(one, lang), scanText(other, lang))];
  if (section === "device") return deviceWords(id, one, other, lang);
  const questions = section === "safety" ? SAFETY_QUESTIONS : SURVEY_QUESTIONS;
  const of = (visit: Visit): Answers => (section === "safety" ? visit.safety : visit.survey);
  return [answerPair(questions, id, of(one), of(other), lang)];
}

function deviceWords(id: string, one: Visit, other: Visit, lang: Lang): Difference[] {
  const words = texts[lang];
  const [left, right] = [one, other].map((visit) => visit.devices.find((device) => device.id === id));
  const name = deviceName(left ?? right, lang);
  if (left === undefined || right === undefined)
    return [pair(name, left === undefined ? "" : words.there, right === undefined ? "" : words.there)];
  const facts = DEVICE_FACTS.filter((fact) => left[fact] !== right[fact]).map((fact) =>
    pair(`${name}, ${words[fact]}`, String(left[fact]), String(right[fact])),
  );
  const asked = [...new Set([...Object.keys(left.answers), ...Object.keys(right.answers)])];
  const answers = asked
    .filter((question) => JSON.stringify(left.answers[question]) !== JSON.stringify(right.answers[question]))
    .map((question) => answerPair(ALL_DEVICE_QUESTIONS, question, left.answers, right.answers, lang, `${name}, `));
  const photos = [left, right].map((device) => device.photos.map(({ sha256 }) => sha256.slice(0, 8)).join(" "));
  const found = [
    ...facts,
    ...answers,
    ...(photos[0] === photos[1] ? [] : [pair(`${name}, ${words.photos}`, photos[0] ?? "", photos[1] ?? "")]),
    ...decided(name, left, right, lang),
  ];
  return found.length === 0 ? [pair(name, words.there, words.otherwise)] : found;
}

function decided(name: string, left: Device, right: Device, lang: Lang): Difference[] {
  const [one, other] = [left, right].map((device) => {
    const disposition = finalDisposition(device);
    return disposition === null ? "" : labelOf("disposition", disposition, lang);
  });
  return one === other ? [] : [pair(`${name}, ${texts[lang].disposition}`, one ?? "", other ?? "")];
}

function deviceName(device: Device | undefined, lang: Lang): string {
  if (device === undefined) return "";
  return [deviceTypeLabel(device.type, lang), device.label, device.room].filter((part) => part !== "").join(", ");
}

function answerPair(
  questions: readonly Question[],
  id: string,
  one: Answers,
  other: Answers,
  lang: Lang,
  before = "",
): Difference {
  const told = (answers: Answers): string => answerText(questions, id, answers[id], lang);
  return pair(`${before}${questionText(questions, id, lang)}`, told(one), told(other));
}

function factText(visit: Visit, fact: (typeof FACTS)[number], lang: Lang): string {
  const value = visit[fact];
  if (value === null || value === "") return "";
  if (typeof value !== "string") return `${value.name} (${value.unit.name} ${value.unit.code})`;
  if (fact === "stage") return labelOf("stage", value, lang);
  return fact === "startedAt" || fact === "finishedAt" ? viewTime(value, true) : value;
}

function scanText({ scan }: Visit, lang: Lang): string {
  if (scan === null) return "";
  return `${labelOf("status", scan.verdict.status, lang)}, ${viewTime(scan.evidence.startedAt, true)}`;
}

function pair(what: string, one: string, other: string): Difference {
  return { what: oneLine(what, SHOWN), one: oneLine(one, SHOWN), other: oneLine(other, SHOWN) };
}
