import { rangeOf } from "../../form/parse.ts";
import type { Question } from "../../form/question.ts";
import { answersFile } from "../../text/answers-file.ts";
import {
  DEVICE_TEXT_KEYS,
  DEVICE_TEXTS,
  NO_DEVICE_TEXTS,
  type DeviceTextKey,
  type DeviceTexts,
} from "../../visit/device-texts.ts";
import { DISPOSITIONS, type Answers, type Device, type Disposition } from "../../visit/schema.ts";
import { ALL_DEVICE_QUESTIONS, deviceQuestions } from "../data/catalogue.ts";
import { QUANTITY_QUESTION, WORTH_QUESTIONS } from "../data/device-fields.ts";
import { deviceType, type DeviceType } from "../data/device-types.ts";
import { FIELD_COLUMNS, OVERRIDE_COLUMNS, TYPE_COLUMN } from "./columns.ts";
import type { RawCell, RawDevice } from "./raw.ts";
import { strange, textOf, type Reader } from "./reader.ts";

/** A device of a file: everything but what the import itself adds. */
export type ImportedDevice = Pick<Device, "type" | "quantity" | "answers" | DeviceTextKey> & {
  readonly override: { readonly disposition: Disposition; readonly reason: string } | null;
};

/** Reads one device; null where its type is missing or not known, which is told. */
export function understandDevice(raw: RawDevice, reader: Reader): ImportedDevice | null {
  const type = typeOf(raw, reader);
  if (type === undefined) return null;
  const { fields, answers } = sorted(raw, type, reader);
  const texts: DeviceTexts = { ...NO_DEVICE_TEXTS };
  for (const key of DEVICE_TEXT_KEYS) texts[key] = textOf(fields[DEVICE_TEXTS[key].id]);
  return {
    type: type.id,
    quantity: quantityOf(raw, fields, reader),
    ...texts,
    answers,
    override: overrideOf(raw, fields, reader),
  };
}

function typeOf({ place, cells }: RawDevice, reader: Reader): DeviceType | undefined {
  const cell = cells.get("type") ?? { text: "", place };
  if (cell.text !== "") return deviceType(String(reader.read(TYPE_COLUMN, cell)));
  reader.wrong(cell, answersFile[reader.lang].needed);
  return undefined;
}

/** The cells as fields of the record and as answers to the questions of its type; what is neither is told. */
function sorted(
  { cells }: RawDevice,
  type: DeviceType,
  reader: Reader,
): { readonly fields: Answers; readonly answers: Answers } {
  const own = deviceQuestions(type);
  const fields: Answers = {};
  const answers: Answers = {};
  for (const [id, cell] of cells) {
    if (id === "type" || cell.text === "") continue;
    const column = find([...FIELD_COLUMNS, ...OVERRIDE_COLUMNS], id);
    const question = find([...own, ...WORTH_QUESTIONS], id);
    if (find(WORTH_QUESTIONS, id) === undefined && column !== undefined) fields[id] = reader.read(column, cell);
    else if (question !== undefined) answers[id] = reader.read(question, cell);
    else tellStray(id, cell, type, reader);
  }
  return { fields, answers };
}

function find(questions: readonly Question[], id: string): Question | undefined {
  return questions.find((each) => each.id === id);
}

function tellStray(id: string, cell: RawCell, type: DeviceType, reader: Reader): void {
  const texts = answersFile[reader.lang];
  if (find(ALL_DEVICE_QUESTIONS, id) === undefined) reader.wrong(strange(id, cell), texts.knownQuestion);
  else reader.wrong(cell, texts.notForType(type.label[reader.lang]));
}

/** A value that is no number was told when it was read. */
function quantityOf({ cells }: RawDevice, fields: Answers, reader: Reader): number {
  const quantity = fields["quantity"] ?? 1;
  if (typeof quantity !== "number") return 1;
  const cell = cells.get("quantity");
  if (!Number.isInteger(quantity) && cell !== undefined)
    reader.wrong(cell, answersFile[reader.lang].wholeNumber(...rangeOf(QUANTITY_QUESTION)));
  return quantity;
}

/** A decision against the rule and its written reason belong together. */
function overrideOf({ place, cells }: RawDevice, fields: Answers, reader: Reader): ImportedDevice["override"] {
  const texts = answersFile[reader.lang];
  const disposition = DISPOSITIONS.find((id) => id.toLowerCase() === fields["override"]);
  const reason = textOf(fields["override_reason"]);
  if (disposition !== undefined && reason !== "") return { disposition, reason };
  const cell = { text: reason, place: cells.get("override_reason")?.place ?? place };
  if (disposition !== undefined) reader.wrong(cell, texts.reasonNeeded);
  // One that cannot be read was told when it was read.
  else if (reason !== "" && (cells.get("override")?.text ?? "") === "") reader.wrong(cell, texts.overrideNeeded);
  return null;
}
