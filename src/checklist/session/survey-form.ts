import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { checklist } from "../../text/checklist.ts";
import type { AnswerValue } from "../../visit/schema.ts";
import type { Question } from "../../form/question.ts";
import { safetyGate } from "../triage/gate.ts";
import { gateBanner } from "./safety-flow.ts";
import type { FormRun } from "./run-form.ts";
import type { Session } from "./session.ts";

/** The survey as a form over the visit. */
export function surveyForm(session: Session): FormRun {
  return {
    questions: SURVEY_QUESTIONS,
    answers: () => session.visit().survey,
    powerAllowed: () => true,
    save: (id, value) => session.saveAnswer("survey", id, value),
    head: (at, of) =>
      `${gateBanner(safetyGate(session.visit().safety), session.lang)}${checklist[session.lang].headSurvey(at, of)}`,
    suggest: (question) => suggestion(session, question),
  };
}

/** What is known from elsewhere, to be confirmed by Enter. */
function suggestion(session: Session, question: Question): AnswerValue | undefined {
  const { safety, technician } = session.visit();
  switch (question.id) {
    case "source":
      return "onsite";
    case "surveyed_at":
      return session.now().slice(0, 16);
    case "surveyor":
      return technician;
    case "peak_cm":
      return safety["s8_peak_cm"];
    case "wet_hours":
      return safety["s8_hours"];
    case "electrical_cleared":
      return safety["s4"] === "da_dat" ? "co" : safety["s4"] === "chua" ? "chua" : undefined;
    default:
      return undefined;
  }
}
