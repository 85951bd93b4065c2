import { shownTime } from "../../base/shown-time.ts";
import { checklist } from "../../text/checklist.ts";
import type { Answers, AnswerValue } from "../../visit/schema.ts";
import { formProgress, nextQuestion, previousQuestion, type FormState } from "../../form/engine.ts";
import { parseAnswer, rangeOf } from "../../form/parse.ts";
import { SKIPPED, type Question } from "../../form/question.ts";
import type { AskRequest, Option, Reply, Ui } from "../../terminal/prompts/ui.ts";
import type { Session } from "./session.ts";

/** A form put to a person: where its answers lie and how they are stored. */
export interface FormRun {
  readonly questions: readonly Question[];
  answers(): Answers;
  powerAllowed(): boolean;
  /** Must be on the disk when it returns. */
  save(id: string, value: AnswerValue): void;
  /** Line above each question. */
  head(at: number, of: number): string;
  /** Value under the cursor for a question that has no answer yet. */
  suggest?(question: Question): AnswerValue | undefined;
  /** May all that is open be skipped with one key? Not where skipping is dangerous. */
  readonly restMayBeSkipped?: boolean;
  /** Puts a question in its own way; undefined for the usual way. */
  put?(question: Question, head: string): Promise<Reply<AnswerValue>> | undefined;
}

/**
 * Puts all open questions, one after the other, each stored before the next appears.
 * @param from question to begin with although it is answered (going back, correcting)
 * @returns "back" when the person goes back before the first one
 */
export async function runForm(session: Session, run: FormRun, from?: Question): Promise<"done" | "back"> {
  let current = from ?? nextQuestion(stateOf(run));
  while (current !== undefined) {
    const { answered, total } = formProgress(stateOf(run));
    const known = run.answers()[current.id] !== undefined;
    const head = run.head(Math.min(answered + (known ? 0 : 1), total), total);
    const reply = await (run.put?.(current, head) ??
      putQuestion(session, current, {
        head,
        initial: run.answers()[current.id] ?? run.suggest?.(current),
        canSkipRest: run.restMayBeSkipped === true,
      }));
    if (reply.kind === "back") {
      const before = previousQuestion(stateOf(run), current.id);
      if (before === undefined) return "back";
      current = before;
      continue;
    }
    if (reply.kind === "skip" && reply.rest === true) {
      skipRest(run);
      return "done";
    }
    run.save(current.id, reply.kind === "skip" ? SKIPPED : reply.value);
    current = nextQuestion(stateOf(run));
  }
  return "done";
}

/** All that is open counts as asked and skipped: "not known", not "not asked". */
function skipRest(run: FormRun): void {
  for (let open = nextQuestion(stateOf(run)); open !== undefined; open = nextQuestion(stateOf(run)))
    run.save(open.id, SKIPPED);
}

interface PutWith {
  readonly head: string;
  readonly initial: AnswerValue | undefined;
  readonly canSkipRest: boolean;
}

/** Puts one question in the usual way for its kind. */
async function putQuestion(
  { ui, lang }: Pick<Session, "ui" | "lang">,
  question: Question,
  { head, initial, canSkipRest }: PutWith,
): Promise<Reply<AnswerValue>> {
  const unit = question.unit === undefined ? "" : ` (${question.unit})`;
  const message = `${question.label[lang]}${unit}`;
  const told = initial === undefined ? "" : String(initial);
  const shown = question.kind === "time" ? (shownTime(told, true) ?? told) : told;
  if (question.choices !== undefined) {
    const options = question.choices.map((choice): Option => ({ value: choice.id, name: choice.label[lang] }));
    return ui.choose({ head, message, options, initial: shown, deliberate: true, canSkip: true, canSkipRest });
  }
  return askText(ui, question, { head, message, initial: shown, canSkipRest }, lang);
}

async function askText(
  ui: Ui,
  question: Question,
  request: Pick<AskRequest, "head" | "message" | "initial" | "canSkipRest">,
  lang: Session["lang"],
): Promise<Reply<AnswerValue>> {
  const texts = checklist[lang];
  const check = (text: string): string | null => {
    const parsed = parseAnswer(question, text);
    if (text === "") return texts.needText;
    if (parsed.ok) return null;
    return parsed.expected === "number"
      ? texts.needNumber(...rangeOf(question))
      : parsed.expected === "time"
        ? texts.needTime
        : texts.needText;
  };
  const reply = await ui.ask({ ...request, canSkip: true, check });
  if (reply.kind !== "answer") return reply;
  const parsed = parseAnswer(question, reply.value);
  return { kind: "answer", value: parsed.ok ? parsed.value : reply.value };
}

/** The form as the engine sees it. */
export function stateOf(run: FormRun): FormState {
  return { questions: run.questions, answers: run.answers(), powerAllowed: run.powerAllowed() };
}
