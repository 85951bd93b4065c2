import fc from "fast-check";
import { deviceQuestions } from "../../../src/checklist/data/catalogue.ts";
import { DEVICE_TYPES, type DeviceType } from "../../../src/checklist/data/device-types.ts";
import { OVERRIDES } from "../../../src/checklist/triage/overrides.ts";
import type { Answers, AnswerValue, Device } from "../../../src/visit/schema.ts";

/** A site where everything is in order. */
export const SAFE: Answers = {
  s1: "khong",
  s2: "da_cat",
  s3: "khong",
  s5: "khong",
  s6: "co",
  s7: "dien_luoi",
  s10: "du",
};

export type Judged = Pick<Device, "type" | "answers">;

/** Any answers of a type, some missing, some skipped, those included that no longer apply. */
function answersOf(type: DeviceType): fc.Arbitrary<Answers> {
  const entries = deviceQuestions(type).map((question) => {
    const values: fc.Arbitrary<AnswerValue> =
      question.choices === undefined
        ? question.kind === "number"
          ? fc.integer({ min: 0, max: 12 })
          : fc.constant("x")
        : fc.constantFrom(...question.choices.map((choice) => choice.id));
    return fc.option(values, { freq: 12, nil: undefined }).map((value) => [question.id, value] as const);
  });
  return fc
    .tuple(...entries)
    .map((pairs) =>
      Object.fromEntries(pairs.filter((pair): pair is readonly [string, AnswerValue] => pair[1] !== undefined)),
    );
}

/** Any device of one of these types. */
export function anyDeviceOf(types: readonly DeviceType[]): fc.Arbitrary<Judged & { readonly kind: DeviceType }> {
  return fc
    .constantFrom(...types)
    .chain((kind) => answersOf(kind).map((answers) => ({ kind, type: kind.id, answers })));
}

/** Any device of any type. */
export const anyDevice = anyDeviceOf(DEVICE_TYPES);

export const anySafety: fc.Arbitrary<Answers> = fc.record(
  {
    s1: fc.constantFrom("khong", "co", "khong_ro"),
    s2: fc.constantFrom("da_cat", "chua", "khong_co_dien_luoi"),
    s3: fc.constantFrom("khong", "o_cam", "bang_dien", "khong_ro"),
    s4: fc.constantFrom("da_dat", "chua", "khong_can"),
    s5: fc.constantFrom("khong", "co"),
    s7: fc.constantFrom("dien_luoi", "may_phat"),
    s8_hours: fc.integer({ min: 0, max: 200 }),
    s9: fc.constantFrom("mua_sach", "lu_bun", "nuoc_thai_hoa_chat", "man_lo", "khong_ro"),
  },
  { requiredKeys: [] },
);

/** The same device without the question `id`, and with another answer to it. */
export function withAnswer(device: Judged, id: string, value: AnswerValue): Judged {
  return { type: device.type, answers: { ...device.answers, [id]: value } };
}

/** Liquid water touched it. */
export const soaked = (device: Judged): boolean =>
  ["splash", "below_board", "board", "full"].includes(String(device.answers["water"]));

/** Both states of the gate, equally often. */
export const anyGate = fc.oneof(fc.constant(SAFE), anySafety);

/** All overrides, and all but each that replaces a disposition: what is safe must not hang on one of them. */
const SETTING = OVERRIDES.filter((override) => override.to !== null && "set" in override.to);
export const RULE_SETS = [OVERRIDES, ...SETTING.map((removed) => OVERRIDES.filter((override) => override !== removed))];

/** The type has the question, and the answer is none of these. */
export function isAsked(device: Judged & { readonly kind: DeviceType }, id: string, ...fine: string[]): boolean {
  return (
    deviceQuestions(device.kind).some((question) => question.id === id) && !fine.includes(String(device.answers[id]))
  );
}
