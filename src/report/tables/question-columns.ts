import type { Question } from "../../form/question.ts";
import { answerText } from "../../form/labels.ts";
import type { StoredColumn } from "../stored-table.ts";
import type { ColumnKind } from "../table.ts";

/**
 * A column for each question of a form, in its order: `ID` or `PREFIX_ID`.
 * @param answer where the answers are stored
 */
export function questionColumns(
  questions: readonly Question[],
  answer: "survey" | "safety" | "device",
  prefix = "",
): StoredColumn[] {
  return questions.map((question) => ({
    id: `${prefix}${question.id}`,
    field: { answer, question: question.id },
    heading: question.label,
    kind: KINDS[question.kind],
    label: (value, lang) => answerText(questions, question.id, value, lang),
  }));
}

const KINDS: Readonly<Record<Question["kind"], ColumnKind>> = {
  choice: "choice",
  number: "number",
  text: "text",
  time: "time",
};
