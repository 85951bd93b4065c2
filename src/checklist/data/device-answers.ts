import { DEVICE_TEXT_KEYS, DEVICE_TEXTS } from "../../visit/device-texts.ts";
import type { Answers, AnswerValue, Device } from "../../visit/schema.ts";
import { DETAIL_QUESTIONS, QUANTITY_QUESTION, WORTH_QUESTIONS } from "./device-fields.ts";

/**
 * A device under way, seen as one form. Quantity, names and room have fields of their own in the record, where a
 * default looks like an answer; until the device is done, `asked` in its answers says which of them were put.
 */
const ASKED = "asked";
const DETAILS = "details";
const WORTH = "worth";
/** Kept among the answers like those about the condition. */
const NO_FIELDS: readonly string[] = [DETAILS, WORTH, ...WORTH_QUESTIONS.map((question) => question.id)];
const FIELDS: readonly string[] = [QUANTITY_QUESTION, ...DETAIL_QUESTIONS]
  .map((question) => question.id)
  .filter((id) => !NO_FIELDS.includes(id));

/** Fields and answers of a device as the answers of one form. */
export function answersOfDevice(device: Device): Answers {
  const { [ASKED]: asked, ...answers } = device.answers;
  const put = device.done ? FIELDS : Array.isArray(asked) ? asked : [];
  const values: Readonly<Record<string, AnswerValue>> = {
    ...Object.fromEntries(DEVICE_TEXT_KEYS.map((key) => [DEVICE_TEXTS[key].id, device[key]])),
    quantity: device.quantity,
    photos: device.photos.map((photo) => photo.file),
  };
  const merged: Answers = { ...answers };
  for (const id of FIELDS) {
    const value = values[id];
    if (put.includes(id) && value !== undefined) merged[id] = value;
  }
  if (device.done) {
    merged[DETAILS] ??= "khong";
    merged[WORTH] ??= WORTH_QUESTIONS.some(({ id }) => answers[id] !== undefined) ? "co" : "khong";
  }
  return merged;
}

/** The device with one more answer of its form. */
export function withDeviceAnswer(device: Device, id: string, value: AnswerValue): Device {
  if (!FIELDS.includes(id)) return { ...device, answers: { ...device.answers, [id]: value } };
  const asked = device.answers[ASKED];
  const answers = device.done
    ? device.answers
    : { ...device.answers, [ASKED]: [...new Set([...(Array.isArray(asked) ? asked : []), id])] };
  if (id === "quantity") return { ...device, answers, quantity: typeof value === "number" ? value : 1 };
  const key = DEVICE_TEXT_KEYS.find((each) => DEVICE_TEXTS[each].id === id);
  return key === undefined
    ? { ...device, answers }
    : { ...device, answers, [key]: typeof value === "string" ? value : "" };
}

/** The finished record: what only steered the questions is dropped. */
export function finishedDevice(device: Device): Device {
  const { [ASKED]: _asked, [DETAILS]: _details, [WORTH]: _worth, ...answers } = device.answers;
  return { ...device, answers, done: true };
}

/**
 * A finished record opened again, because a correction (or power that may be used now) brought up questions that were
 * not put.
 */
export function reopenedDevice(device: Device): Device {
  return device.done
    ? { ...device, done: false, answers: { ...device.answers, [ASKED]: [...FIELDS], [DETAILS]: "khong" } }
    : device;
}
