import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { parseAnswer, rangeOf } from "../../form/parse.ts";
import { SKIPPED, type Question } from "../../form/question.ts";
import { doubtOf } from "./spreadsheet-doubts.ts";
import { answersFile } from "../../text/answers-file.ts";
import type { Answers } from "../../visit/schema.ts";
import type { Problem, RawCell, Remark } from "./raw.ts";

/** More of a cell than this is not repeated in a message. */
export const MOST_SHOWN = 500;

/** Reads values of a file by their questions and collects what is wrong with them. */
export interface Reader {
  readonly lang: Lang;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
  wrong(cell: RawCell, expected: string): void;
  /** Tells something about a cell of a file that is taken all the same. */
  remark(remark: Remark): void;
  /** The answer in a cell; a skipped one where it cannot be read, which is told. */
  read(question: Question, cell: RawCell): string | number;
  /** All cells by their questions; blanks are questions that were not answered. */
  readAll(questions: readonly Question[], cells: ReadonlyMap<string, RawCell>): Answers;
}

export function answerReader(lang: Lang): Reader {
  const problems: Problem[] = [];
  const remarks: Remark[] = [];
  const reader: Reader = {
    lang,
    problems,
    remarks,
    wrong: (cell, expected) =>
      void problems.push({ place: cell.place, expected, found: oneLine(cell.text, MOST_SHOWN) }),
    remark: (remark) => void remarks.push(remark),
    read(question, cell) {
      const parsed = parseAnswer(question, cell.text);
      if (parsed.ok) {
        const doubt = question.kind === "text" ? doubtOf(question.id, cell.text) : null;
        if (doubt !== null)
          remarks.push({
            place: cell.place,
            text: answersFile[lang][doubt](oneLine(cell.text, MOST_SHOWN)),
            missing: false,
          });
        return parsed.value;
      }
      reader.wrong(cell, expectation(question, lang));
      return SKIPPED;
    },
    readAll(questions, cells) {
      const answers: Answers = {};
      for (const [id, cell] of cells) {
        const question = questions.find((each) => each.id === id);
        if (question === undefined) reader.wrong(strange(id, cell), answersFile[lang].knownQuestion);
        else if (cell.text !== "") answers[id] = reader.read(question, cell);
      }
      return answers;
    },
  };
  return reader;
}

/** A cell under an id that no question has: both are told, or the answer would be lost. */
export function strange(id: string, cell: RawCell): RawCell {
  return { ...cell, text: [id, cell.text].filter((part) => part !== "").join(": ") };
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

/** An answer that is a text, on one line; "" for any other. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? oneLine(value, 4000) : "";
}
