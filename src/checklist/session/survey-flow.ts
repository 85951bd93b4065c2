import { nextQuestion, visibleQuestions } from "../../form/engine.ts";
import { answerText, questionText } from "../../form/labels.ts";
import { SKIPPED } from "../../form/question.ts";
import { shownTime } from "../../base/shown-time.ts";
import { DECIDING, PAPER_QUESTIONS, SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { knownAnswers } from "../../survey/known.ts";
import { checklist } from "../../text/checklist.ts";
import type { Answers, Visit } from "../../visit/schema.ts";
import { runForm, stateOf } from "./run-form.ts";
import type { Session } from "./session.ts";
import { surveyForm } from "./survey-form.ts";

/**
 * The survey: what is known is shown and taken with one key; then what decides where to help first; the rest is left with
 * one key. Devices are counted by the checklist, never asked for here.
 */
export async function runSurvey(session: Session): Promise<"done" | "back"> {
  const whole = surveyForm(session);
  if (nextQuestion(stateOf(whole)) === undefined) return "done";
  const known = whatIsKnown(session);
  const taken = await offerKnown(session, known);
  if (taken === "back") return "back";
  const suggest = (question: { readonly id: string }): Answers[string] | undefined => known[question.id];
  const deciding = { ...whole, suggest, questions: whole.questions.filter(({ id }) => DECIDING.includes(id)) };
  if ((await runForm(session, deciding)) === "back") return "back";
  return (await leavesRest(session)) ? "done" : runForm(session, { ...whole, suggest });
}

/** Of the paper of the last visit, what is likely the same in this one. */
const SAME_AGAIN: readonly string[] = ["contact_post", "surveyor_post", "confirmed_by", "send_to"];

/** What the paper needs, asked once and only here; what the last visit told stands under the cursor. */
export async function runPaper(session: Session): Promise<void> {
  const form = surveyForm(session);
  const last = lastSurvey(session);
  await runForm(session, {
    ...form,
    questions: PAPER_QUESTIONS,
    suggest: ({ id }) => (SAME_AGAIN.includes(id) ? last[id] : undefined),
  });
}

function whatIsKnown(session: Session): Answers {
  return knownAnswers(session.visit(), lastSurvey(session), session.now(), SURVEY_QUESTIONS);
}

/** The survey of the last other visit of this place; {} where there is none. */
function lastSurvey(session: Session): Answers {
  const { id, site } = session.visit();
  if (site === null) return {};
  const others = session.store.list({ siteId: site.id }).filter((each) => each.id !== id);
  const last = others.toSorted((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt))[0];
  const visit: Visit | null = last === undefined ? null : session.store.get(last.id);
  return visit?.survey ?? {};
}

async function offerKnown(session: Session, known: Answers): Promise<"done" | "back"> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const ids = Object.keys(known);
  if (ids.length === 0) return "done";
  ui.say(
    [
      texts.known,
      ...ids.map((id) => {
        const told = answerText(SURVEY_QUESTIONS, id, known[id], lang);
        return `  ${questionText(SURVEY_QUESTIONS, id, lang).replace(/[?:]$/u, "")}: ${shownTime(told, true) ?? told}`;
      }),
    ].join("\n"),
  );
  const reply = await ui.choose({
    message: texts.knownAsk,
    options: [
      { value: "take", name: texts.knownTake },
      { value: "ask", name: texts.knownEach },
    ],
  });
  if (reply.kind === "back") return "back";
  const survey = { ...session.visit().survey, ...known };
  if (reply.kind === "answer" && reply.value === "take") session.saveVisit({ survey });
  return "done";
}

/** True where a person leaves what decides nothing; it is stored as asked and skipped, so that nothing asks again. */
async function leavesRest(session: Session): Promise<boolean> {
  const texts = checklist[session.lang];
  const open = visibleQuestions(stateOf(surveyForm(session))).filter(
    ({ id }) => session.visit().survey[id] === undefined,
  );
  if (open.length === 0) return true;
  const reply = await session.ui.choose({
    message: texts.rest(open.length),
    options: [
      { value: "leave", name: texts.restLeave },
      { value: "ask", name: texts.restAsk },
    ],
  });
  if (reply.kind !== "answer" || reply.value !== "leave") return false;
  const skipped = Object.fromEntries(open.map(({ id }) => [id, SKIPPED]));
  session.saveVisit({ survey: { ...session.visit().survey, ...skipped } });
  return true;
}
