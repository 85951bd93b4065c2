import fc from "fast-check";
import { deviceQuestions } from "../../../src/checklist/data/catalogue.ts";
import { DEVICE_TYPES } from "../../../src/checklist/data/device-types.ts";
import { SAFETY_QUESTIONS } from "../../../src/checklist/data/safety-questions.ts";
import type { Question } from "../../../src/form/question.ts";
import { SURVEY_QUESTIONS } from "../../../src/survey/data/questions.ts";
import type { Visit } from "../../../src/visit/schema.ts";

/** A cell of a sheet, and whether a visit has it. */
export interface Cell {
  readonly text: string;
  kept(visit: Visit): boolean;
}

const word = fc.stringMatching(/^[a-zàảãáạăđêôơư]{3,12}$/u);
/** Text that stands nowhere else. */
export const free = fc.tuple(word, word, fc.nat({ max: 1e9 })).map(([one, two, number]) => `${one} ${two} ${number}`);

/** A right answer as somebody may write it, and what the visit must hold then. */
function answer(question: Question): fc.Arbitrary<{ readonly text: string; readonly value: string | number }> {
  const { choices } = question;
  if (choices !== undefined)
    return fc
      .constantFrom(...choices)
      .chain((choice) =>
        fc
          .constantFrom(choice.id, choice.label.vi, choice.label.en.toUpperCase())
          .map((text) => ({ text, value: firstWith(question, text) ?? choice.id })),
      );
  if (question.kind === "number")
    return fc
      .integer({ min: question.min ?? 0, max: Math.min(question.max ?? 9999, 9999) })
      .map((value) => ({ text: String(value), value }));
  if (question.kind === "time")
    return fc
      .integer({ min: 1, max: 28 })
      .map((day) => ({ text: `${day}/10/2026`, value: `2026-10-${String(day).padStart(2, "0")}` }));
  return free.map((text) => ({ text, value: text }));
}

/** Labels of two choices can be the same in two languages; the first one counts. */
function firstWith(question: Question, text: string): string | undefined {
  return question.choices?.find((choice) =>
    [choice.id, choice.label.vi, choice.label.en].some((name) => name.toLowerCase() === text.toLowerCase()),
  )?.id;
}

/** A row of the survey or the safety gate. */
function sectionRow(
  section: "survey" | "safety",
  question: Question,
): fc.Arbitrary<{ readonly id: string; readonly section: string; readonly cell: Cell }> {
  return answer(question).map(({ text, value }) => ({
    id: question.id,
    section,
    cell: { text, kept: (visit) => visit[section][question.id] === value },
  }));
}

const sectionRows = fc
  .tuple(
    fc.subarray([...SURVEY_QUESTIONS], { maxLength: 6 }),
    fc.subarray([...SAFETY_QUESTIONS], { minLength: 1, maxLength: 4 }),
  )
  .chain(([survey, safety]) =>
    fc.tuple(...survey.map((each) => sectionRow("survey", each)), ...safety.map((each) => sectionRow("safety", each))),
  );

/** One device: type, some fields, some answers. */
const device = fc.constantFrom(...DEVICE_TYPES).chain((type) =>
  fc
    .tuple(
      fc
        .subarray([...deviceQuestions(type)], { maxLength: 5 })
        .chain((asked) =>
          fc.tuple(...asked.map((question) => answer(question).map((given) => ({ id: question.id, ...given })))),
        ),
      fc.dictionary(fc.constantFrom("label", "serial", "room", "note"), free, { maxKeys: 3 }),
    )
    .map(([answers, fields]) => {
      const cells = new Map<string, Cell>([
        ["type", { text: type.id, kept: (visit) => visit.devices.some((each) => each.type === type.id) }],
      ]);
      const own = answers.filter(({ id }) => !FIELDS.has(id));
      for (const { id, text, value } of own)
        cells.set(id, {
          text,
          kept: (visit) => visit.devices.some((each) => each.type === type.id && each.answers[id] === value),
        });
      for (const [id, text] of Object.entries(fields))
        cells.set(id, { text, kept: (visit) => JSON.stringify(visit.devices).includes(JSON.stringify(text)) });
      return cells;
    }),
);
export const FIELDS: ReadonlySet<string> = new Set([
  "quantity",
  "room",
  "details",
  "label",
  "brand",
  "model",
  "serial",
  "asset_tag",
  "photos",
  "note",
]);

/** The place: known, of several, not known, or left out; with a name and a kind or without. */
const site = fc
  .record(
    {
      unit: fc.oneof(
        fc.constantFrom("Đakrông", "xã Hàm Ninh, huyện Quảng Ninh", "Minh Hóa", "Hóa Phúc", "19207", "Văn Miếu"),
        free,
      ),
      name: free.map((text) => `Trụ sở ${text}`),
      type: fc.constantFrom("ubnd", "Trạm y tế", "truong_thpt", "Party office"),
      technician: free,
      campaign: free,
      stage: fc.constantFrom("before", "sau"),
    },
    { requiredKeys: [] },
  )
  .map((given) => {
    const kept: Readonly<Record<string, (visit: Visit, text: string) => boolean>> = {
      unit: (visit, text) => visit.site?.unit.name === text || (visit.site?.unit.code ?? "") !== "",
      name: (visit, text) => visit.site?.name === text,
      type: (visit, text) =>
        visit.site?.type === ({ "Trạm y tế": "tram_y_te", "Party office": "co_quan_dang" }[text] ?? text),
      technician: (visit, text) => visit.technician === text,
      campaign: (visit, text) => visit.campaign === text,
      stage: (visit, text) => visit.stage === (text === "sau" ? "after" : text),
    };
    return Object.entries(given).map(([id, text]) => ({
      id,
      section: "site",
      cell: { text, kept: (visit: Visit) => kept[id]?.(visit, text) === true },
    }));
  });

/** Cells where no answer belongs: behind the answer, in a comment, before a device. Only a message can have them. */
const strays = fc.record({
  behind: fc.option(free),
  comment: fc.option(free),
  before: fc.option(free),
  how: fc.option(free),
});
export const nowhere = (text: string): Cell => ({ text, kept: () => false });

export const sheet = fc.record({
  site,
  rows: sectionRows,
  devices: fc.array(device, { maxLength: 4 }),
  strays,
  lang: fc.constantFrom("vi" as const, "en" as const),
  delimiter: fc.constantFrom(",", ";", "\t"),
  template: fc.boolean(),
});
