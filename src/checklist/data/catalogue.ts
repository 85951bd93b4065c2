import { form, type Question } from "../../form/question.ts";
import { COMMON_QUESTIONS } from "./common-questions.ts";
import { DEVICE_TYPES, type DeviceType } from "./device-types.ts";
import { SAFETY_FORM } from "./safety-questions.ts";
import { TYPE_QUESTIONS } from "./type-questions.ts";

const OWN = new Map(TYPE_QUESTIONS.map((question) => [question.id, question]));

/** Questions of one type of device, in the order in which they are put. */
export function deviceQuestions(type: DeviceType): readonly Question[] {
  const known = CACHE.get(type.id);
  if (known !== undefined) return known;
  const without: readonly string[] = type.without;
  const common = COMMON_QUESTIONS.filter((question) => !without.includes(question.id));
  const own = type.own.flatMap((id) => OWN.get(id) ?? []);
  const made = [...common, ...own];
  CACHE.set(type.id, made);
  return made;
}
const CACHE = new Map<string, readonly Question[]>();

/** Every question about devices, common ones first: the columns of a flat table. */
export const ALL_DEVICE_QUESTIONS: readonly Question[] = [...COMMON_QUESTIONS, ...TYPE_QUESTIONS];

/**
 * Checks the data once, at the start of a checklist: a mistake in a table must not surface at a flooded office.
 * Throws ZodError, or Error for a type that names an unknown question.
 */
export function validateCatalogue(): void {
  form.parse(SAFETY_FORM);
  for (const type of DEVICE_TYPES) {
    for (const id of type.own)
      if (!OWN.has(id)) throw new Error(`device type ${type.id} names the unknown question ${id}`);
    form.parse(deviceQuestions(type));
  }
  const used = new Set(DEVICE_TYPES.flatMap((type) => type.own));
  for (const id of OWN.keys()) if (!used.has(id)) throw new Error(`question ${id} belongs to no device type`);
}
