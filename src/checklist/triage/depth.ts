import type { Answers, AnswerValue } from "../../visit/schema.ts";
import { isUnknown } from "../../form/question.ts";
import type { DeviceType } from "../data/device-types.ts";

/** What "wholly under water" makes certain: the answer to another question, and answers that contradict it. */
interface Implied {
  readonly value: string;
  readonly contrary: readonly string[];
}

const WET: Implied = { value: "co", contrary: ["khong"] };
const IMPLIED: Readonly<Record<string, Implied>> = {
  psu_wet: WET,
  keyboard_wet: WET,
  toner_wet: WET,
  fuser_wet: WET,
  batt_submerged: WET,
  disk_height: { value: "duoi", contrary: ["tren_muc_nuoc"] },
  battery: { value: "intact_wet", contrary: ["intact_dry"] },
};

/** Does the depth of the water settle this question, so that it need not be put? */
export const isSettledByDepth = (type: DeviceType, question: string, water: unknown): boolean =>
  water === "full" && Object.hasOwn(IMPLIED, question) && (question !== "battery" || type.cells === "lithium");

/**
 * The answer as the depth leaves it: a device that was wholly under water has a wet power supply, whatever "not known"
 * says. An answer that contradicts the depth does not count; it is to be asked about (contradictions.ts).
 */
export function withDepth(
  type: DeviceType,
  question: string,
  value: AnswerValue | undefined,
  water: unknown,
): AnswerValue | undefined {
  const implied = water === "full" ? IMPLIED[question] : undefined;
  if (implied === undefined) return value;
  if (typeof value === "string" && implied.contrary.includes(value)) return implied.value;
  return isUnknown(value) && isSettledByDepth(type, question, water) ? implied.value : value;
}

/** Questions of this device whose answers contradict its depth. */
export function againstDepth(answers: Answers, questions: readonly string[]): string[] {
  if (answers["water"] !== "full") return [];
  return questions.filter((id) => IMPLIED[id]?.contrary.includes(String(answers[id])));
}
