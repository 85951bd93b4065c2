import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { MOST_SHOWN } from "./reader.ts";
import { MOST_LETTERS, MOST_ROWS, namedSeparator, readCsv, type CsvRow, type ReadCsv } from "../../csv/read.ts";
import type { Problem, RawCell, RawDevice, RawFile, Remark } from "./raw.ts";

/** First cells that give a row its meaning; rows that begin with # are explanations. */
const SECTIONS = ["site", "safety", "survey"] as const;
export const DEVICE_HEAD = "device";
/** Columns of a row of the survey: section, id, question, answer, how to fill in. */
const [ID, ANSWER] = [1, 3];

/**
 * Reads the sheet that `--template` writes: rows `section, id, question, answer`, then a row of headings that begins
 * with `device` and one row a device. Whatever else stands in a cell is told: it would be lost.
 * @param isOwnText is it a cell that the template itself writes: a question, an explanation, a heading
 */
export function rawFromCsv(text: string, isOwnText: (text: string) => boolean, lang: Lang): RawFile {
  const named = namedSeparator(text);
  const read = readCsv(named?.rest ?? text, separatorOf(text) ?? named?.delimiter ?? commonest(text));
  const sheet = new CsvSheet(isOwnText, lang);
  if (read.ok) for (const row of read.rows) sheet.take(row);
  else
    sheet.wrong(answersFile[lang].line(read.line), expectedRow(read.fault, lang), read.fault === "quote" ? '"' : "…");
  return sheet;
}

function expectedRow(fault: Extract<ReadCsv, { ok: false }>["fault"], lang: Lang): string {
  const texts = answersFile[lang];
  switch (fault) {
    case "quote":
      return texts.closedQuote;
    case "long":
      return texts.shortRow(MOST_LETTERS);
    case "many":
      return texts.fewRows(MOST_ROWS);
  }
}

/** What stands behind the first keyword of a section: explanations are full of commas and semicolons. */
function separatorOf(text: string): string | undefined {
  return /^"?(?:site|safety|survey|device)"?[ ]*([,;\t|])/imu.exec(text)?.[1];
}

/** Where no section is named, the commonest one at the beginning. */
function commonest(text: string): string {
  const head = text.slice(0, 4000).replaceAll(/"[^"]*"/gu, "");
  const count = (sign: string): number => head.split(sign).length - 1;
  return [",", ";", "\t", "|"].toSorted((left, right) => count(right) - count(left))[0] ?? ",";
}

/** What is being read of one sheet: rows one after the other; the row of headings divides survey and devices. */
class CsvSheet implements RawFile {
  readonly problems: Problem[] = [];
  readonly remarks: Remark[] = [];
  readonly raw = {
    site: new Map<string, RawCell>(),
    safety: new Map<string, RawCell>(),
    survey: new Map<string, RawCell>(),
    devices: [] as RawDevice[],
    heads: [] as RawCell[],
  };
  readonly #texts;
  readonly #isOwnText: (text: string) => boolean;
  #heads: readonly string[] | null = null;

  constructor(isOwnText: (text: string) => boolean, lang: Lang) {
    this.#texts = answersFile[lang];
    this.#isOwnText = isOwnText;
  }

  wrong(place: string, expected: string, found: string): void {
    this.problems.push({ place, expected, found });
  }

  take({ line, cells }: CsvRow): void {
    const values = cells.map(cleanCell);
    const first = (values[0] ?? "").toLowerCase();
    const section = SECTIONS.find((name) => name === first);
    if (first.startsWith("#")) values.forEach((text, at) => this.#ignored(line, at, text, false));
    else if (values.every((value) => value === "")) return;
    else if (this.#heads !== null) this.#takeDevice(line, values, this.#heads);
    else if (first === DEVICE_HEAD) this.#takeHeads(line, values);
    else if (section !== undefined) this.#takeAnswer(line, values, this.raw[section]);
    else {
      const found = values.filter((value) => value !== "").join(" | ");
      this.wrong(this.#texts.line(line), `${SECTIONS.join(", ")}, ${DEVICE_HEAD}, #`, found);
    }
  }

  #takeAnswer(line: number, values: readonly string[], answers: Map<string, RawCell>): void {
    const id = values[ID] ?? "";
    const text = values[ANSWER] ?? "";
    const place = this.#texts.lineColumn(line, id);
    if (answers.has(id)) this.wrong(place, this.#texts.once, [id, text].filter((part) => part !== "").join(": "));
    else answers.set(id, { text, place });
    // Beside a question that has an answer it is a note; where there is none, it may be the answer in the wrong column.
    values.forEach((value, at) => {
      if (at > ID && at !== ANSWER) this.#ignored(line, at, value, at > ANSWER && text === "");
    });
  }

  #takeHeads(line: number, values: readonly string[]): void {
    this.#heads = values;
    values.forEach((text, at) => {
      if (at === 0 || text === "") return;
      const place = this.#texts.lineColumn(line, text);
      if (values.indexOf(text) === at) this.raw.heads.push({ text, place });
      else this.wrong(place, this.#texts.once, text);
    });
  }

  #takeDevice(line: number, values: readonly string[], heads: readonly string[]): void {
    const cells = new Map<string, RawCell>();
    values.forEach((text, at) => {
      const head = heads[at] ?? "";
      if (at === 0) this.#ignored(line, at, text, true);
      else if (head !== "") cells.set(head, { text, place: this.#texts.lineColumn(line, head) });
      else if (text !== "") this.wrong(this.#texts.lineColumn(line, String(at + 1)), this.#texts.heading, text);
    });
    if ([...cells.values()].some((cell) => cell.text !== ""))
      this.raw.devices.push({ place: this.#texts.line(line), cells });
  }

  /** A cell that holds no answer is told; the template's own words need no word. */
  #ignored(line: number, at: number, text: string, missing: boolean): void {
    if (text === "" || this.#isOwnText(text)) return;
    const place = this.#texts.lineColumn(line, String(at + 1));
    this.remarks.push({ place, text: this.#texts.notAnAnswer(oneLine(text, MOST_SHOWN)), missing });
  }
}

/** Blanks at the ends and the apostrophe that keeps spreadsheets from running a cell are no part of the answer. */
export function cleanCell(cell: string): string {
  return cell
    .normalize("NFC")
    .replaceAll("\u00a0", " ")
    .trim()
    .replace(/^'(?=[=+\-@])/u, "");
}
