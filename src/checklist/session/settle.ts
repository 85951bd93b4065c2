import { checklist } from "../../text/checklist.ts";
import { answerText, questionText } from "../../form/labels.ts";
import type { Device } from "../../visit/schema.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import { deviceType } from "../data/device-types.ts";
import { adviceLabel } from "../labels.ts";
import { CONFIRMED, openContradictions, type Contradiction } from "../triage/contradictions.ts";
import { runForm, type FormRun } from "./run-form.ts";
import type { Session } from "./session.ts";

const BOTH = "-";

/** Puts every pair of answers that cannot both be true: one of them is corrected, or a person stands by both. */
export async function settleContradictions(session: Session, id: string, form: FormRun): Promise<void> {
  // Bounded by the person: each turn corrects an answer, confirms a pair, or ends it.
  for (;;) {
    const device = session.visit().devices.find((each) => each.id === id);
    const type = device === undefined ? undefined : (deviceType(device.type) ?? deviceType("other"));
    if (device === undefined || type === undefined) return;
    const [open] = openContradictions(type, device.answers, session.visit().safety);
    if (open === undefined) return;
    const chosen = await askWhich(session, device, form, open);
    if (chosen === undefined) return;
    const question = form.questions.find((each) => each.id === chosen);
    if (question !== undefined) await runForm(session, form, question);
    else confirm(session, device, open);
  }
}

/** The question to correct, "-" where both answers stand, undefined where the person leaves it open. */
async function askWhich(
  session: Session,
  device: Device,
  form: FormRun,
  open: Contradiction,
): Promise<string | undefined> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const told = (id: string): string =>
    texts.contradictionFix(
      questionText(form.questions, id, lang),
      answerText(form.questions, id, device.answers[id], lang),
    );
  const options: Option[] = [...new Set(open.questions)].map((id) => ({ value: id, name: told(id) }));
  const reply = await ui.choose({
    head: adviceLabel(open.advice, lang),
    message: texts.contradiction,
    options: [...options, { value: BOTH, name: texts.contradictionBoth }],
    deliberate: true,
  });
  return reply.kind === "answer" ? reply.value : undefined;
}

function confirm(session: Session, device: Device, open: Contradiction): void {
  const known = device.answers[CONFIRMED];
  const all = [...(Array.isArray(known) ? known : []), open.advice];
  session.saveDevice({ ...device, answers: { ...device.answers, [CONFIRMED]: all } });
}
