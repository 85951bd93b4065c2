import { SITE_TYPE_IDS, SITE_TYPES } from "../../visit/site-types.ts";
import { answersFile } from "../../text/answers-file.ts";
import { DISPOSITIONS } from "../../visit/schema.ts";
import { pick, text } from "../../form/build.ts";
import { DETAIL_QUESTIONS, QUANTITY_QUESTION } from "../data/device-fields.ts";
import { DEVICE_TYPES } from "../data/device-types.ts";
import type { Question } from "../../form/question.ts";
import { dispositionLabel } from "../labels.ts";

const both = (key: "siteUnit" | "siteName" | "campaign" | "technician" | "overrideReason"): [string, string] => [
  answersFile.vi[key],
  answersFile.en[key],
];

/** The visit's header as questions of a file. `unit` is looked up in the lists of units. */
export const SITE_COLUMNS: readonly Question[] = [
  text("unit", ...both("siteUnit")),
  text("name", ...both("siteName")),
  {
    id: "type",
    kind: "choice",
    label: { vi: answersFile.vi.siteType, en: answersFile.en.siteType },
    choices: SITE_TYPE_IDS.map((id) => ({ id, label: SITE_TYPES[id].label })),
  },
  text("campaign", ...both("campaign"), { optional: true }),
  text("technician", ...both("technician"), { optional: true }),
  pick("stage", answersFile.vi.stage, answersFile.en.stage, [
    ["before", answersFile.vi.before, answersFile.en.before],
    ["after", answersFile.vi.after, answersFile.en.after],
  ]),
];

/** What only steers the questions on the screen, and photos: they are files. */
const NOT_IN_SHEETS: readonly string[] = ["details", "photos", "worth"];

/** Fields of a device beside its condition. */
export const FIELD_COLUMNS: readonly Question[] = [
  QUANTITY_QUESTION,
  ...DETAIL_QUESTIONS.filter(({ id }) => !NOT_IN_SHEETS.includes(id)),
];

/** Not a `choice` of the form engine: there are more types than one question may have answers. */
export const TYPE_COLUMN: Question = {
  id: "type",
  kind: "choice",
  label: { vi: answersFile.vi.deviceType, en: answersFile.en.deviceType },
  choices: DEVICE_TYPES.map((type) => ({ id: type.id, label: type.label })),
};

export const OVERRIDE_COLUMNS: readonly Question[] = [
  {
    id: "override",
    kind: "choice",
    label: { vi: answersFile.vi.override, en: answersFile.en.override },
    choices: DISPOSITIONS.map((id) => ({
      id: id.toLowerCase(),
      label: { vi: dispositionLabel(id, "vi"), en: dispositionLabel(id, "en") },
    })),
  },
  text("override_reason", ...both("overrideReason")),
];
