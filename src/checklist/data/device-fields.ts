import { checklist } from "../../text/checklist.ts";
import { deviceTexts } from "../../text/device-texts.ts";
import { DEVICE_TEXT_KEYS, DEVICE_TEXTS, type DeviceTextKey } from "../../visit/device-texts.ts";
import type { Question } from "../../form/question.ts";
import { is, number, pick, text } from "../../form/build.ts";

// What is written down about a device beside its condition. The condition comes in between: quantity first, names last.

const DETAILED = { optional: true, when: [is("details", "co")] };

const field = (key: DeviceTextKey, extra: Partial<Question>): Question => ({
  ...text(DEVICE_TEXTS[key].id, deviceTexts.vi[key], deviceTexts.en[key]),
  ...extra,
});

export const QUANTITY_QUESTION: Question = {
  ...number("quantity", checklist.vi.quantity, checklist.en.quantity, { min: 1, max: 10_000 }),
  optional: true,
};

export const DETAIL_QUESTIONS: readonly Question[] = [
  field("room", { optional: true }),
  pick("details", checklist.vi.details, checklist.en.details, [
    ["khong", checklist.vi.detailsNo, checklist.en.detailsNo],
    ["co", checklist.vi.detailsYes, checklist.en.detailsYes],
  ]),
  ...DEVICE_TEXT_KEYS.filter((key) => key !== "room" && key !== "note").map((key) => field(key, DETAILED)),
  text("photos", checklist.vi.photo, checklist.en.photo, DETAILED),
  field("note", DETAILED),
];
