import { answerText, questionText } from "../checklist/form/labels.ts";
import type { Lang } from "../text/bilingual.ts";
import type { AnswerValue } from "../visit/schema.ts";
import { SITE_TYPES } from "./data/site-types.ts";
import { SURVEY_QUESTIONS } from "./data/questions.ts";

/** Text of a survey question. */
export function surveyQuestionLabel(id: string, lang: Lang): string {
  return questionText(SURVEY_QUESTIONS, id, lang);
}

/** Text of an answer to a survey question. */
export function surveyAnswerLabel(id: string, value: AnswerValue | undefined, lang: Lang): string {
  return answerText(SURVEY_QUESTIONS, id, value, lang);
}

/** Text of a kind of building; the id itself where it is not known. */
export function siteTypeLabel(type: string, lang: Lang): string {
  const row = SITE_TYPES.find(([id]) => id === type);
  return row === undefined ? type : lang === "vi" ? row[1] : row[2];
}
