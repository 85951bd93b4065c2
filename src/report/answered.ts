import { answerText, questionText } from "../form/labels.ts";
import type { Question } from "../form/question.ts";
import type { Lang } from "../base/languages.ts";
import type { Answers } from "../visit/schema.ts";
import { viewTime } from "./csv/people.ts";

/** Answers as "question: answer", in the order in which they were given; skipped ones are left out. */
export function answered(questions: readonly Question[], answers: Answers, lang: Lang): string[] {
  return Object.entries(answers).flatMap(([id, value]) => {
    const told = answerText(questions, id, value, lang);
    const isTime = questions.find((each) => each.id === id)?.kind === "time";
    const shown = isTime ? viewTime(told, true) : told;
    return shown === "" || value === "" ? [] : [`${questionText(questions, id, lang).replace(/[?:]$/u, "")}: ${shown}`];
  });
}
