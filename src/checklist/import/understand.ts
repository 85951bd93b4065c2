import { UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { SURVEY_QUESTIONS } from "../../survey/data/questions.ts";
import { siteNamed } from "../../survey/site-options.ts";
import { makeSite } from "../../survey/site.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { DISPOSITIONS, siteSchema, type Answers, type Device, type Site, type Visit } from "../../visit/schema.ts";
import { ALL_DEVICE_QUESTIONS, deviceQuestions } from "../data/catalogue.ts";
import { deviceType } from "../data/device-types.ts";
import { SAFETY_QUESTIONS } from "../data/safety-questions.ts";
import { parseAnswer, rangeOf } from "../../form/parse.ts";
import { SKIPPED, type Question } from "../../form/question.ts";
import { FIELD_COLUMNS, OVERRIDE_COLUMNS, SITE_COLUMNS, TYPE_COLUMN } from "./columns.ts";
import type { Problem, RawAnswers, RawCell } from "./raw.ts";

/** A device of a file: everything but what the import itself adds. */
type ImportedDevice = Pick<
  Device,
  "type" | "quantity" | "label" | "brand" | "model" | "serial" | "assetTag" | "room" | "note" | "answers"
> & {
  readonly override: { readonly disposition: (typeof DISPOSITIONS)[number]; readonly reason: string } | null;
};

export interface Understood {
  readonly header: Partial<Pick<Visit, "campaign" | "technician" | "stage">>;
  readonly site: Site | null;
  readonly safety: Answers;
  readonly survey: Answers;
  readonly devices: readonly ImportedDevice[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every value by its question (pure). All mistakes are collected; blanks are questions that were not answered.
 */
export function understand(raw: RawAnswers, lang: Lang): Understood {
  const texts = answersFile[lang];
  const problems: Problem[] = [];
  const wrong = (cell: RawCell, expected: string): void =>
    void problems.push({ place: cell.place, expected, found: oneLine(cell.text, 60) });

  const read = (question: Question, cell: RawCell): string | number => {
    const parsed = parseAnswer(question, cell.text);
    if (parsed.ok) return parsed.value;
    wrong(cell, expectation(question, lang));
    return SKIPPED;
  };
  const readAll = (questions: readonly Question[], cells: ReadonlyMap<string, RawCell>): Answers => {
    const answers: Answers = {};
    for (const [id, cell] of cells) {
      const question = questions.find((each) => each.id === id);
      if (question === undefined) wrong({ ...cell, text: id }, texts.knownQuestion);
      else if (cell.text !== "") answers[id] = read(question, cell);
    }
    return answers;
  };

  const header = readAll(SITE_COLUMNS, raw.site);
  const site = siteOf(raw.site.get("unit"), header, lang, wrong);
  const safety = readAll(SAFETY_QUESTIONS, raw.safety);
  const survey = readAll(SURVEY_QUESTIONS, raw.survey);
  const devices = raw.devices.flatMap(({ place, cells }): ImportedDevice[] => {
    const typeCell = cells.get("type") ?? { text: "", place };
    if (typeCell.text === "") {
      wrong(typeCell, texts.needed);
      return [];
    }
    const type = deviceType(String(read(TYPE_COLUMN, typeCell)));
    if (type === undefined) return [];
    const own = deviceQuestions(type);
    const answers: Answers = {};
    const fields: Answers = {};
    for (const [id, cell] of cells) {
      if (id === "type" || cell.text === "") continue;
      const column = [...FIELD_COLUMNS, ...OVERRIDE_COLUMNS].find((each) => each.id === id);
      const question = own.find((each) => each.id === id);
      if (column !== undefined) fields[id] = read(column, cell);
      else if (question !== undefined) answers[id] = read(question, cell);
      else if (ALL_DEVICE_QUESTIONS.some((each) => each.id === id)) wrong(cell, texts.notForType(type.label[lang]));
      else wrong({ ...cell, text: id }, texts.knownQuestion);
    }
    const quantity = fields["quantity"] ?? 1;
    if (typeof quantity !== "number" || !Number.isInteger(quantity)) {
      const cell = cells.get("quantity");
      // A value that is no number was told above already.
      if (typeof quantity === "number" && cell !== undefined)
        wrong(cell, texts.wholeNumber(...rangeOf(FIELD_COLUMNS[0] ?? TYPE_COLUMN)));
    }
    const disposition = DISPOSITIONS.find((id) => id.toLowerCase() === fields["override"]);
    const reason = textOf(fields["override_reason"]);
    if (disposition !== undefined && reason === "")
      wrong({ text: "", place: cells.get("override_reason")?.place ?? place }, texts.reasonNeeded);
    return [
      {
        type: type.id,
        quantity: typeof quantity === "number" ? quantity : 1,
        label: textOf(fields["label"]),
        brand: textOf(fields["brand"]),
        model: textOf(fields["model"]),
        serial: textOf(fields["serial"]),
        assetTag: textOf(fields["asset_tag"]),
        room: textOf(fields["room"]),
        note: textOf(fields["note"]),
        answers,
        override: disposition === undefined || reason === "" ? null : { disposition, reason },
      },
    ];
  });
  const stage = header["stage"];
  return {
    header: {
      ...(typeof header["campaign"] === "string" ? { campaign: header["campaign"] } : {}),
      ...(typeof header["technician"] === "string" ? { technician: header["technician"] } : {}),
      ...(stage === "before" || stage === "after" ? { stage } : {}),
    },
    site,
    safety,
    survey,
    devices,
    problems,
  };
}

function siteOf(
  unit: RawCell | undefined,
  header: Answers,
  lang: Lang,
  wrong: (cell: RawCell, expected: string) => void,
): Site | null {
  if (unit === undefined || unit.text === "") return null;
  try {
    const site = siteNamed(unit.text, textOf(header["name"]), lang);
    const type = siteSchema.shape.type.safeParse(header["type"]);
    return type.success ? makeSite({ ...site, type: type.data }) : site;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The message names the candidates, each on a line of its own.
    wrong(unit, `${answersFile[lang].unit} (${oneLine(error.message.replace(/^--unit: /u, ""), 400)})`);
    return null;
  }
}

/** What would have been right, with the ids that a sheet may hold. */
export function expectation(question: Question, lang: Lang): string {
  const texts = answersFile[lang];
  switch (question.kind) {
    case "choice":
      return texts.oneOf((question.choices ?? []).map((choice) => choice.id).join(", "));
    case "number":
      return texts.number(...rangeOf(question));
    case "time":
      return texts.time;
    case "text":
      return texts.shortText;
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? oneLine(value, 4000) : "";
}
