import { SAFETY_QUESTIONS } from "../../checklist/data/safety-questions.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { sqlTable } from "../sql-table.ts";
import { questionColumns } from "./question-columns.ts";
import { column, VISIT_COLUMNS } from "./visit-columns.ts";

/** One row a visit: the survey's answers, then those of the electrical gate. */
export const surveyTable = sqlTable(
  [
    ...VISIT_COLUMNS,
    column("technician", "v.technician", "text", "Người thực hiện", "Technician"),
    ...questionColumns(SURVEY_QUESTIONS, "v.survey"),
    ...questionColumns(SAFETY_QUESTIONS, "v.safety", "safety_"),
  ],
  "visits v",
  "",
);
