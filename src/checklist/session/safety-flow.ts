import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import { GATE_REASON_TEXTS, GATE_STATE_TEXTS, GATE_WARNING_TEXTS } from "../data/gate-texts.ts";
import { answersOfHazards, HAZARDS, hazardsOfAnswers, NOT_ALL_SEEN } from "../data/hazards.ts";
import { AFTER_DANGERS, DANGER_IDS } from "../data/safety-questions.ts";
import { nextQuestion } from "../../form/engine.ts";
import { SKIPPED, type Question } from "../../form/question.ts";
import type { Answers, AnswerValue } from "../../visit/schema.ts";
import { safetyGate, type Gate, type GateWarning } from "../triage/gate.ts";
import { correctAnswers } from "./correct.ts";
import { runForm, type FormRun } from "./run-form.ts";
import { PausedError, type Option, type Reply } from "../../terminal/prompts/ui.ts";
import { judgeAgain } from "./judge-device.ts";
import type { Session } from "./session.ts";

/** Line that stands above every question until the gate is passed. */
export function gateBanner(gate: Gate, lang: Lang): string {
  return gate.state === "PASS" ? "" : `${checklist[lang].gateIs(GATE_STATE_TEXTS[gate.state][lang])}\n`;
}

/** The worst that was told so far, above the next question: "was the breaker off?" sends nobody to a flooded panel. */
function dangerLine(gate: Gate, lang: Lang): string {
  const reason = gate.reasons.find((each) => each !== "not_answered");
  return reason === undefined ? "" : `• ${GATE_REASON_TEXTS[reason][lang]}\n`;
}

/** Stands for the whole list of dangers in the form: one screen, one question. */
const LIST = "hazards";

/** The safety questions as a form: the dangers as one list to tick, then the rest. */
function safetyForm(session: Session): FormRun {
  const { lang } = session;
  const list: Question = {
    id: LIST,
    kind: "text",
    label: { vi: checklist.vi.hazards, en: checklist.en.hazards },
  };
  return {
    questions: [list, ...AFTER_DANGERS],
    answers: () => withList(session.visit().safety, lang),
    powerAllowed: () => false,
    save: (id, value) => {
      if (id !== LIST) session.saveAnswer("safety", id, value);
    },
    head: (at, of) => {
      const gate = safetyGate(session.visit().safety);
      return `${gateBanner(gate, lang)}${dangerLine(gate, lang)}${checklist[lang].headSafety(at, of)}`;
    },
    put: (question, head) => (question.id === LIST ? askHazards(session, head) : undefined),
  };
}

/** Nothing of the safety questions is left to put. */
export function isSafetyComplete(safety: Answers): boolean {
  const questions = AFTER_DANGERS;
  return (
    DANGER_IDS.every((id) => safety[id] !== undefined) &&
    nextQuestion({ questions, answers: safety, powerAllowed: false }) === undefined
  );
}

/** The list counts as answered when all its questions are. */
function withList(safety: Answers, lang: Lang): Answers {
  if (DANGER_IDS.some((id) => safety[id] === undefined)) return safety;
  const ticked = hazardsOfAnswers(safety);
  const names = [...HAZARDS, NOT_ALL_SEEN].filter(({ id }) => ticked.includes(id)).map(({ label }) => label[lang]);
  return { ...safety, [LIST]: names.length === 0 ? checklist[lang].hazardsNone : names.join("; ") };
}

/** Puts the list; what was ticked, and that nothing else was, is stored at once. Skipped, it is no danger and no all-clear. */
async function askHazards(session: Session, head: string): Promise<Reply<AnswerValue>> {
  const { lang } = session;
  const { safety } = session.visit();
  const reply = await session.ui.tick({
    head,
    message: checklist[lang].hazards,
    options: [...HAZARDS, NOT_ALL_SEEN].map(({ id, label }): Option => ({ value: id, name: label[lang] })),
    none: checklist[lang].hazardsNone,
    initial: DANGER_IDS.every((id) => safety[id] === undefined) ? [] : hazardsOfAnswers(safety),
  });
  if (reply.kind === "back") return reply;
  const skipped: Answers = Object.fromEntries(DANGER_IDS.map((id) => [id, SKIPPED]));
  const told = reply.kind === "skip" ? { ...skipped, ...safety } : { ...safety, ...answersOfHazards(reply.value) };
  session.saveVisit({ safety: told });
  return { kind: "answer", value: "" };
}

/**
 * Puts the safety questions that are open, and says what follows. A closed gate lets people go on without power,
 * correct, or go back.
 * @param goOn what going on behind a closed gate means here
 */
export async function runSafety(session: Session, goOn = checklist[session.lang].gateGoOn): Promise<"done" | "back"> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const form = safetyForm(session);
  if ((await runForm(session, form)) === "back") return "back";
  for (;;) {
    judgeAgain(session);
    const gate = safetyGate(session.visit().safety);
    ui.say(gateReport(gate, lang));
    if (gate.state === "PASS") return "done";
    const reply = await ui.choose({
      message: texts.gateNext,
      options: [
        { value: "go", name: goOn },
        { value: "correct", name: texts.gateCorrect },
        { value: "pause", name: texts.pause },
      ],
      // A closed gate is not waved through by holding down Enter.
      deliberate: true,
    });
    if (reply.kind === "answer" && reply.value === "pause") throw new PausedError();
    if (reply.kind === "answer" && reply.value === "go") return "done";
    await correctAnswers(session, form);
  }
}

/** What only matters once devices may be tried. */
const WHEN_TRYING: readonly GateWarning[] = ["no_rcd", "rcd_unknown", "breaker_on_dry"];

/** The gate in words: state, reasons, warnings. */
function gateReport(gate: Gate, lang: Lang): string {
  const warnings = gate.warnings.filter((warning) => gate.state === "PASS" || !WHEN_TRYING.includes(warning));
  return [
    checklist[lang].gateIs(GATE_STATE_TEXTS[gate.state][lang]),
    ...gate.reasons.map((reason) => `• ${GATE_REASON_TEXTS[reason][lang]}`),
    ...warnings.map((warning) => `! ${GATE_WARNING_TEXTS[warning][lang]}`),
  ].join("\n");
}

/** Corrects safety answers; every device is judged again afterwards. */
export async function correctSafety(session: Session): Promise<void> {
  await correctAnswers(session, safetyForm(session));
  judgeAgain(session);
  session.ui.say(gateReport(safetyGate(session.visit().safety), session.lang));
}
