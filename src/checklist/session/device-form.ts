import { checklist } from "../../text/checklist.ts";
import type { AnswerValue, Device } from "../../visit/schema.ts";
import { deviceQuestions } from "../data/catalogue.ts";
import { DETAIL_QUESTIONS, QUANTITY_QUESTION } from "../data/device-fields.ts";
import { deviceType, type DeviceType } from "../data/device-types.ts";
import { answersOfDevice, withDeviceAnswer } from "../data/device-answers.ts";
import type { Question } from "../../form/question.ts";
import { safetyGate } from "../triage/gate.ts";
import { likelyWater, waterTypeOfSite, wetTimeOfSite } from "../triage/site-defaults.ts";
import type { Reply } from "../../terminal/prompts/ui.ts";
import { storePhoto } from "./photos.ts";
import type { FormRun } from "./run-form.ts";
import { gateBanner } from "./safety-flow.ts";
import type { Session } from "./session.ts";

/** A device of the visit as a form; every answer goes into the store. */
export function deviceForm(session: Session, id: string): FormRun {
  const { lang } = session;
  const texts = checklist[lang];
  const device = (): Device => {
    const found = session.visit().devices.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no device ${id}`);
    return found;
  };
  const type = deviceType(device().type) ?? deviceType("other");
  const questions = [QUANTITY_QUESTION, ...(type === undefined ? [] : deviceQuestions(type)), ...DETAIL_QUESTIONS];
  return {
    questions,
    answers: () => answersOfDevice(device()),
    powerAllowed: () => safetyGate(session.visit().safety).state === "PASS",
    restMayBeSkipped: true,
    save: (question, value) => session.saveDevice(withDeviceAnswer(device(), question, value)),
    head: (at, of) => {
      const { number, total } = deviceProgress(session, id);
      return `${gateBanner(safetyGate(session.visit().safety), lang)}${texts.headDevice(number, total, type?.label[lang] ?? device().type, at, of)}`;
    },
    suggest: (question) => (type === undefined ? undefined : suggestion(session, device(), type, question)),
    put: (question, head) => (question.id === "photos" ? askPhotos(session, device, head) : undefined),
  };
}

/**
 * "device 7 of 23": counted in pieces; the survey's count of damaged devices is the plan, as long as it is not
 * exceeded.
 */
function deviceProgress(session: Session, id: string): { readonly number: number; readonly total: number } {
  const { devices, survey } = session.visit();
  const at = devices.findIndex((device) => device.id === id);
  const before = devices.slice(0, Math.max(at, 0)).reduce((sum, device) => sum + device.quantity, 0);
  const all = devices.reduce((sum, device) => sum + device.quantity, 0);
  const planned = Object.entries(survey).reduce(
    (sum, [key, value]) => sum + (key.startsWith("damaged_") && typeof value === "number" ? value : 0),
    0,
  );
  return { number: before + 1, total: Math.max(all, planned) };
}

/**
 * What to put under the cursor: the last device of the same type, else what the site's water suggests. Never stored by
 * itself.
 */
function suggestion(session: Session, device: Device, type: DeviceType, question: Question): AnswerValue | undefined {
  const { devices, safety } = session.visit();
  const others = devices.filter((each) => each.id !== device.id);
  if (question.id === "quantity") return 1;
  if (question.id === "room") return others.findLast((each) => each.room !== "")?.room;
  if (question.id === "details" || question.id === "worth") return "khong";
  const twin =
    others.findLast((each) => each.type === device.type && each.room === device.room) ??
    others.findLast((each) => each.type === device.type);
  const same = twin?.answers[question.id];
  if (same !== undefined && same !== "") return same;
  if (question.id === "water") return likelyWater(type, safety);
  if (question.id === "water_type") return waterTypeOfSite(safety);
  if (question.id === "wet_time") return wetTimeOfSite(safety);
  return undefined;
}

/** Asks for paths until a blank line; each picture is stored before the next question. */
async function askPhotos(session: Session, device: () => Device, head: string): Promise<Reply<AnswerValue>> {
  const { ui, lang, context, store } = session;
  const texts = checklist[lang];
  for (;;) {
    const reply = await ui.ask({ head, message: texts.photo, canSkip: true, check: () => null });
    if (reply.kind === "back") return reply;
    if (reply.kind === "skip" || reply.value === "")
      return { kind: "answer", value: device().photos.map((photo) => photo.file) };
    const stored = await storePhoto(reply.value, store.photoFolder(session.visit().id), context, lang);
    if (!stored.ok) {
      ui.say(`✖ ${stored.problem}`);
      continue;
    }
    const { photo } = stored;
    const others = device().photos.filter((each) => each.sha256 !== photo.sha256);
    session.saveDevice({ ...device(), photos: [...others, photo] });
    ui.say(texts.photoStored(photo.originalName, photo.bytes, photo.sha256.slice(0, 12)));
  }
}
