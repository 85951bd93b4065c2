import { checklist } from "../../text/checklist.ts";
import type { Question } from "../../form/question.ts";
import { is, pick } from "../../form/build.ts";

/**
 * What is written down about a device beside its condition. The condition comes in between: quantity first, names last.
 */
type FieldId = "quantity" | "room" | "label" | "brand" | "model" | "serial" | "assetTag" | "note";

function field(id: FieldId, kind: "text" | "number", extra: Partial<Question> = {}): Question {
  return {
    id: id === "assetTag" ? "asset_tag" : id,
    kind,
    label: { vi: checklist.vi[id], en: checklist.en[id] },
    optional: true,
    ...extra,
  };
}
const DETAILED = [is("details", "co")];

export const QUANTITY_QUESTION: Question = field("quantity", "number", { min: 1, max: 10_000 });

export const DETAIL_QUESTIONS: readonly Question[] = [
  field("room", "text"),
  pick("details", checklist.vi.details, checklist.en.details, [
    ["khong", checklist.vi.detailsNo, checklist.en.detailsNo],
    ["co", checklist.vi.detailsYes, checklist.en.detailsYes],
  ]),
  field("label", "text", { when: DETAILED }),
  field("brand", "text", { when: DETAILED }),
  field("model", "text", { when: DETAILED }),
  field("serial", "text", { when: DETAILED }),
  field("assetTag", "text", { when: DETAILED }),
  {
    id: "photos",
    kind: "text",
    label: { vi: checklist.vi.photo, en: checklist.en.photo },
    optional: true,
    when: DETAILED,
  },
  field("note", "text", { when: DETAILED }),
];
