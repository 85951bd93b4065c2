import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { ALL_DEVICE_QUESTIONS, deviceQuestions } from "../data/catalogue.ts";
import { DEVICE_TYPES } from "../data/device-types.ts";
import { SAFETY_QUESTIONS } from "../data/safety-questions.ts";
import type { Question } from "../../form/question.ts";
import { FIELD_COLUMNS, OVERRIDE_COLUMNS, SITE_COLUMNS, TYPE_COLUMN } from "./columns.ts";
import { cleanCell, DEVICE_HEAD } from "./from-csv.ts";
import { expectation } from "./reader.ts";

const DEVICE_COLUMNS: readonly Question[] = [
  TYPE_COLUMN,
  ...FIELD_COLUMNS,
  ...ALL_DEVICE_QUESTIONS,
  ...OVERRIDE_COLUMNS,
];

/**
 * The sheet: a question a row for site, safety and survey, then a table of devices with headings and explanations above
 * it.
 */
export function templateRows(lang: Lang): string[][] {
  const texts = answersFile[lang];
  const row = (section: string) => (question: Question) => [
    section,
    question.id,
    question.label[lang],
    "",
    how(question, lang),
  ];
  return [
    [texts.introSurvey],
    [texts.headSection, texts.headId, texts.headQuestion, texts.headAnswer, texts.headHow],
    ...SITE_COLUMNS.map(row("site")),
    ...SAFETY_QUESTIONS.map(row("safety")),
    ...SURVEY_QUESTIONS.map(row("survey")),
    [],
    [texts.introDevices],
    ["#", ...DEVICE_COLUMNS.map((column) => column.label[lang])],
    ["#", ...DEVICE_COLUMNS.map((column) => how(column, lang))],
    ["#", ...DEVICE_COLUMNS.map((column) => typesOf(column, lang))],
    [DEVICE_HEAD, ...DEVICE_COLUMNS.map((column) => column.id)],
  ];
}

/** The same as JSON, with blanks to fill in and one blank device. */
export function templateJson(): string {
  const blank = (questions: readonly Question[]): Record<string, string> =>
    Object.fromEntries(questions.map((question) => [question.id, ""]));
  const device = { type: "", ...blank(FIELD_COLUMNS), quantity: 1, answers: blank(ALL_DEVICE_QUESTIONS.slice(0, 15)) };
  return `${JSON.stringify({ schemaVersion: 1, site: blank(SITE_COLUMNS), safety: blank(SAFETY_QUESTIONS), survey: blank(SURVEY_QUESTIONS), devices: [device] }, null, 2)}\n`;
}

function how(question: Question, lang: Lang): string {
  const texts = answersFile[lang];
  if (question.id === "unit") return texts.howUnit;
  if (question.choices !== undefined)
    return question.choices.map((choice) => `${choice.id} = ${choice.label[lang]}`).join("; ");
  const what = question.kind === "text" ? texts.howText : expectation(question, lang);
  return `${what}${question.unit === undefined ? "" : ` (${question.unit})`}; ${texts.howBlank}`;
}

/** Types that a column is for; blank where it is for nearly all. */
function typesOf(question: Question, lang: Lang): string {
  const types = DEVICE_TYPES.filter((type) => deviceQuestions(type).some((each) => each.id === question.id));
  return types.length === 0 || types.length > 12
    ? ""
    : answersFile[lang].forTypes(types.map((type) => type.id).join(", "));
}

/** Is it a cell that the template writes itself, in either language? Lists of choices and types are known by their form. */
export function isTemplateText(text: string): boolean {
  return ownTexts().has(text) || LIST_OF_CHOICES.test(text) || LIST_OF_TYPES.test(text);
}
const LIST_OF_CHOICES = /^[a-z0-9_]+ = [^;]+(?:; [a-z0-9_]+ = [^;]+)+$/u;
const LIST_OF_TYPES = /^(?:chỉ|only): [a-z0-9_]+(?:, [a-z0-9_]+)*$/u;
/** What the sheets that offices already hold say where this version says something else. */
const EARLIER_TEXTS: readonly string[] = [
  "tên xã/phường cũ hoặc mới, hoặc mã kèm danh mục (vn-2025-06:19219)",
  "old or new name of the commune, or code with its list (vn-2025-06:19219)",
  "Phòng",
  "Nhãn, tên gọi",
  "Label, what it is called",
];

let texts: ReadonlySet<string> | undefined;
function ownTexts(): ReadonlySet<string> {
  return (texts ??= new Set(
    [...[...templateRows("vi"), ...templateRows("en")].flat(), ...EARLIER_TEXTS].map(cleanCell),
  ));
}
