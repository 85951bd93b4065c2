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

const money = (id: string, vi: string, en: string): Question =>
  number(id, vi, en, { optional: true, max: 1_000_000_000_000, unit: "đ", when: [is("worth", "co")] });

/** What buying and writing off need, where somebody knows it. Kept among the answers; money is per piece. */
export const WORTH_QUESTIONS: readonly Question[] = [
  number("used_since", checklist.vi.usedSince, checklist.en.usedSince, {
    optional: true,
    min: 1980,
    max: 2100,
    when: [is("worth", "co")],
  }),
  money("price", checklist.vi.price, checklist.en.price),
  money("remaining_value", checklist.vi.remainingValue, checklist.en.remainingValue),
  money("cost", checklist.vi.cost, checklist.en.cost),
];

export const DETAIL_QUESTIONS: readonly Question[] = [
  field("room", { optional: true }),
  pick("details", checklist.vi.details, checklist.en.details, [
    ["khong", checklist.vi.detailsNo, checklist.en.detailsNo],
    ["co", checklist.vi.detailsYes, checklist.en.detailsYes],
  ]),
  ...DEVICE_TEXT_KEYS.filter((key) => key !== "room" && key !== "note").map((key) => field(key, DETAILED)),
  text("photos", checklist.vi.photo, checklist.en.photo, DETAILED),
  field("note", DETAILED),
  pick(
    "worth",
    checklist.vi.worth,
    checklist.en.worth,
    [
      ["khong", checklist.vi.detailsNo, checklist.en.detailsNo],
      ["co", checklist.vi.detailsYes, checklist.en.detailsYes],
    ],
    DETAILED,
  ),
  ...WORTH_QUESTIONS,
];
