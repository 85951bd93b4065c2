import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import { GATE_REASON_TEXTS, GATE_STATE_TEXTS, GATE_WARNING_TEXTS } from "../data/gate-texts.ts";
import { SAFETY_QUESTIONS } from "../data/safety-questions.ts";
import { safetyGate, type Gate } from "../triage/gate.ts";
import { correctAnswers } from "./correct.ts";
import { runForm, type FormRun } from "./run-form.ts";
import { PausedError } from "../../terminal/prompts/ui.ts";
import { judgeAgain } from "./judge-device.ts";
import type { Session } from "./session.ts";

/** Line that stands above every question until the gate is passed. */
export function gateBanner(gate: Gate, lang: Lang): string {
  return gate.state === "PASS" ? "" : `${checklist[lang].gateIs(GATE_STATE_TEXTS[gate.state][lang])}\n`;
}

function safetyForm(session: Session): FormRun {
  return {
    questions: SAFETY_QUESTIONS,
    answers: () => session.visit().safety,
    powerAllowed: () => false,
    save: (id, value) => session.saveAnswer("safety", id, value),
    head: (at, of) =>
      `${gateBanner(safetyGate(session.visit().safety), session.lang)}${checklist[session.lang].headSafety(at, of)}`,
  };
}

/**
 * Puts the safety questions that are open, and says what follows. A closed gate lets people go on without power,
 * correct, or go back.
 */
export async function runSafety(session: Session): Promise<"done" | "back"> {
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
        { value: "go", name: texts.gateGoOn },
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

/** The gate in words: state, reasons, warnings. */
function gateReport(gate: Gate, lang: Lang): string {
  return [
    checklist[lang].gateIs(GATE_STATE_TEXTS[gate.state][lang]),
    ...gate.reasons.map((reason) => `• ${GATE_REASON_TEXTS[reason][lang]}`),
    ...gate.warnings.map((warning) => `! ${GATE_WARNING_TEXTS[warning][lang]}`),
  ].join("\n");
}

/** Corrects safety answers; every device is judged again afterwards. */
export async function correctSafety(session: Session): Promise<void> {
  await correctAnswers(session, safetyForm(session));
  judgeAgain(session);
  session.ui.say(gateReport(safetyGate(session.visit().safety), session.lang));
}
