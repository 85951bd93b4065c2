import { PAPER_QUESTIONS, SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { checklist } from "../../text/checklist.ts";
import type { Question } from "../../form/question.ts";
import { safetyGate } from "../triage/gate.ts";
import { gateBanner } from "./safety-flow.ts";
import type { FormRun } from "./run-form.ts";
import type { Session } from "./session.ts";

/** Devices are counted by the checklist, and the paper has questions of its own. */
const ON_SCREEN: readonly Question[] = SURVEY_QUESTIONS.filter(
  (question) => !/^(?:damaged|total)_/u.test(question.id) && !PAPER_QUESTIONS.includes(question),
);

/** The survey as a form over the visit. */
export function surveyForm(session: Session): FormRun {
  return {
    questions: ON_SCREEN,
    answers: () => session.visit().survey,
    powerAllowed: () => true,
    restMayBeSkipped: true,
    save: (id, value) => session.saveAnswer("survey", id, value),
    head: (at, of) =>
      `${gateBanner(safetyGate(session.visit().safety), session.lang)}${checklist[session.lang].headSurvey(at, of)}`,
  };
}
