import type { Question } from "../../form/question.ts";
import { answerText } from "../../form/labels.ts";
import type { SqlColumn } from "../sql-table.ts";
import type { ColumnKind } from "../table.ts";

/**
 * A column for each question of a form, in its order: `ID` or `PREFIX_ID`.
 * @param json SQL of the JSON object with the answers
 */
export function questionColumns(questions: readonly Question[], json: string, prefix = ""): SqlColumn[] {
  return questions.map((question) => ({
    id: `${prefix}${question.id}`,
    // Question ids are made of letters, digits and underscores (checked by their schema).
    sql: `${json} ->> '${question.id}'`,
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
