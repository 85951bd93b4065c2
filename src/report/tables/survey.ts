import { SAFETY_QUESTIONS } from "../../checklist/data/safety-questions.ts";
import { PAPER_QUESTIONS, SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { storedTable } from "../stored-table.ts";
import { questionColumns } from "./question-columns.ts";
import { column, PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

/** One row a visit: the survey's answers, then those of the electrical gate. */
export const surveyTable = storedTable(
  [
    ...VISIT_COLUMNS,
    column("technician", "text", "Người thực hiện", "Technician"),
    ...questionColumns(
      SURVEY_QUESTIONS.filter((question) => !PAPER_QUESTIONS.includes(question)),
      "survey",
    ),
    ...questionColumns(SAFETY_QUESTIONS, "safety", "safety_"),
    // What came later stands last: the order is a promise.
    ...questionColumns(PAPER_QUESTIONS, "survey"),
    PRACTICE_COLUMN,
  ],
  "visits",
);
