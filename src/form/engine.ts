import type { Answers } from "../visit/schema.ts";
import { SKIPPED, type Condition, type Question } from "./question.ts";

/**
 * Which question comes next (pure, no screen). Answers are the only state, so a killed process goes on where it was:
 * what is answered or skipped is never put again.
 */
export interface FormState {
  readonly questions: readonly Question[];
  readonly answers: Answers;
  /** The site's safety gate is passed: questions that need power may be put. */
  readonly powerAllowed: boolean;
}

/** Does the question make sense with the answers so far, whether or not power is allowed? */
export function applies(question: Question, answers: Answers): boolean {
  return (question.when ?? []).every((condition) => holds(condition, answers));
}

function holds({ question, in: yes, notIn }: Condition, answers: Answers): boolean {
  const answer = answers[question];
  if (answer === undefined) return false;
  const value = String(answer);
  return (yes === undefined || yes.includes(value)) && (notIn === undefined || !notIn.includes(value));
}

/** Questions to put at the moment, in order. */
export function visibleQuestions({ questions, answers, powerAllowed }: FormState): Question[] {
  return questions.filter((question) => (powerAllowed || question.needsPower !== true) && applies(question, answers));
}

/** The first question without an answer; undefined where the form is complete. */
export function nextQuestion(state: FormState): Question | undefined {
  return visibleQuestions(state).find((question) => state.answers[question.id] === undefined);
}

/** The visible question before `id` (or the last answered one where `id` is undefined); undefined at the beginning. */
export function previousQuestion(state: FormState, id: string | undefined): Question | undefined {
  const visible = visibleQuestions(state);
  const at = id === undefined ? visible.length : visible.findIndex((question) => question.id === id);
  return visible.slice(0, Math.max(at, 0)).findLast((question) => state.answers[question.id] !== undefined);
}

/** How many of the questions visible at the moment are answered or skipped. */
export function formProgress(state: FormState): { readonly answered: number; readonly total: number } {
  const visible = visibleQuestions(state);
  return {
    answered: visible.filter((question) => state.answers[question.id] !== undefined).length,
    total: visible.length,
  };
}

/**
 * Answers that still count: those of questions that apply. A corrected answer can make later ones meaningless; they
 * stay stored but say nothing. Skipped questions are left out, but leave what depends on them open, as "not known"
 * would.
 */
export function effectiveAnswers(questions: readonly Question[], answers: Answers): Answers {
  const counting: Answers = {};
  for (const question of questions)
    if (applies(question, counting)) counting[question.id] = answers[question.id] ?? SKIPPED;
  return Object.fromEntries(Object.entries(counting).filter(([, value]) => value !== SKIPPED));
}
