import { checklist } from "../../text/checklist.ts";
import { visibleQuestions } from "../../form/engine.ts";
import { answerText } from "../../form/labels.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import { runForm, stateOf, type FormRun } from "./run-form.ts";
import type { Session } from "./session.ts";

const DONE = "-";

/**
 * Lists the answers of a form with type-ahead search; the chosen one is put again, and whatever questions it opens.
 * Until "done" or Esc.
 */
export async function correctAnswers(session: Session, form: FormRun): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  for (;;) {
    const answers = form.answers();
    const questions = visibleQuestions(stateOf(form));
    const options = questions.map((question): Option => ({
      value: question.id,
      name: `${question.label[lang]}: ${answerText(form.questions, question.id, answers[question.id], lang)}`,
    }));
    const reply = await ui.choose({
      message: texts.correctWhich,
      options: [{ value: DONE, name: texts.correctDone }, ...options],
    });
    const chosen = reply.kind === "answer" ? questions.find((question) => question.id === reply.value) : undefined;
    if (chosen === undefined) return;
    await runForm(session, form, chosen);
  }
}
