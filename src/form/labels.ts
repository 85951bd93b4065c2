import type { Lang } from "../base/languages.ts";
import type { AnswerValue } from "../visit/schema.ts";
import { checklist } from "../text/checklist.ts";
import type { Question } from "./question.ts";

/** Text of a question; its id where the question is not known (an answer from a newer version). */
export function questionText(questions: readonly Question[], id: string, lang: Lang): string {
  return questions.find((each) => each.id === id)?.label[lang] ?? id;
}

/**
 * Text of an answer: the choice's label, the number with its unit, the text itself, or "not known" for a skipped
 * question.
 */
export function answerText(
  questions: readonly Question[],
  id: string,
  value: AnswerValue | undefined,
  lang: Lang,
): string {
  if (value === undefined) return "";
  const question = questions.find((each) => each.id === id);
  if (value === "") return question?.kind === "choice" ? checklist[lang].skipped : "";
  const shown = Array.isArray(value) ? value.join(", ") : String(value);
  const label = question?.choices?.find((choice) => choice.id === shown)?.label[lang];
  return label ?? (typeof value === "number" && question?.unit !== undefined ? `${shown} ${question.unit}` : shown);
}
