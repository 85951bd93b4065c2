import { matchesWords } from "../../base/fold.ts";
import { checklist } from "../../text/checklist.ts";
import { newDevice } from "../../visit/new-device.ts";
import { DEVICE_TYPES, deviceType } from "../data/device-types.ts";
import { reopenedDevice } from "../data/device-answers.ts";
import { nextQuestion } from "../../form/engine.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import { correctAnswers } from "./correct.ts";
import { deviceForm } from "./device-form.ts";
import { judged } from "./judge-device.ts";
import { runForm, stateOf } from "./run-form.ts";
import { settleContradictions } from "./settle.ts";
import { showResult } from "./result-flow.ts";
import type { Session } from "./session.ts";

/** Asks for the type and goes through the device's questions. */
export async function addDevice(session: Session): Promise<void> {
  const { ui, lang } = session;
  const all = DEVICE_TYPES.map((type): Option => ({ value: type.id, name: type.label[lang] }));
  // "may in" must find "Máy in", and an English word does no harm on a Vietnamese screen.
  const options = (typed: string): readonly Option[] =>
    all.filter(
      (option) =>
        typed.trim() === "" ||
        matchesWords(option.name, typed) ||
        matchesWords(deviceType(option.value)?.label.en ?? "", typed),
    );
  const last = session.visit().devices.at(-1)?.type;
  const reply = await ui.choose({
    message: checklist[lang].askType,
    options,
    ...(last === undefined ? {} : { initial: last }),
  });
  if (reply.kind !== "answer") return;
  const device = newDevice(session.context, reply.value);
  session.saveDevice(device);
  await assess(session, device.id);
}

/**
 * Puts the open questions of a device, judges it, shows the result. Going back before the first question leaves it for
 * later.
 */
export async function assess(session: Session, id: string): Promise<void> {
  const form = deviceForm(session, id);
  for (;;) {
    if ((await runForm(session, form)) === "back") return;
    await settleContradictions(session, id, form);
    const device = session.visit().devices.find((each) => each.id === id);
    if (device === undefined) return;
    session.saveDevice(judged(device, session.visit().safety));
    if ((await showResult(session, id)) === "done") return;
    await correctDevice(session, id);
  }
}

/** Corrects answers of a device; what a correction opens is asked, then the device is judged again. */
export async function correctDevice(session: Session, id: string): Promise<void> {
  const { safety } = session.visit();
  const form = deviceForm(session, id);
  await correctAnswers(session, form);
  const device = session.visit().devices.find((each) => each.id === id);
  if (device === undefined) return;
  const open = nextQuestion(stateOf(form)) !== undefined;
  session.saveDevice(open ? reopenedDevice(device) : judged(device, safety));
}
