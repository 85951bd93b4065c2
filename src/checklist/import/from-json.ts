import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import type { Problem, RawAnswers, RawCell } from "./raw.ts";

const SECTIONS = ["site", "safety", "survey"] as const;

/**
 * Reads `{ site: {…}, safety: {…}, survey: {…}, devices: [{ type, quantity, …, answers: {…} }] }`; every part may be
 * missing.
 */
export function rawFromJson(
  text: string,
  lang: Lang,
): { readonly raw: RawAnswers; readonly problems: readonly Problem[] } {
  const texts = answersFile[lang];
  const sheet = new JsonSheet(lang);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    sheet.wrong("JSON", texts.validJson, error instanceof Error ? error.message : "");
    return sheet;
  }
  if (isRecord(document)) for (const [key, value] of Object.entries(document)) sheet.take(key, value);
  else sheet.wrong("JSON", texts.object, document);
  return sheet;
}

/** What is being read of one document. */
class JsonSheet {
  readonly problems: Problem[] = [];
  readonly raw = {
    site: new Map<string, RawCell>(),
    safety: new Map<string, RawCell>(),
    survey: new Map<string, RawCell>(),
    devices: [] as { place: string; cells: Map<string, RawCell> }[],
  };
  readonly #lang: Lang;

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  wrong(place: string, expected: string, found: unknown): void {
    this.problems.push({ place, expected, found: shown(found) });
  }

  /** One part of the document. */
  take(key: string, value: unknown): void {
    const section = SECTIONS.find((name) => name === key);
    const texts = answersFile[this.#lang];
    if (section !== undefined && isRecord(value))
      for (const [id, answer] of Object.entries(value)) this.#put(this.raw[section], id, answer, `${key}.${id}`);
    else if (section !== undefined) this.wrong(key, texts.object, value);
    else if (key === "devices" && Array.isArray(value))
      value.forEach((device: unknown, at) => this.#takeDevice(device, `devices[${at}]`));
    else if (key !== "schemaVersion") this.wrong(key, `${SECTIONS.join(", ")}, devices`, key);
  }

  #takeDevice(device: unknown, place: string): void {
    if (!isRecord(device)) {
      this.wrong(place, answersFile[this.#lang].object, device);
      return;
    }
    const cells = new Map<string, RawCell>();
    for (const [id, value] of Object.entries(device)) {
      if (id === "answers" && isRecord(value))
        for (const [question, answer] of Object.entries(value))
          this.#put(cells, question, answer, `${place}.answers.${question}`);
      else this.#put(cells, id, value, `${place}.${id}`);
    }
    this.raw.devices.push({ place, cells });
  }

  #put(cells: Map<string, RawCell>, id: string, value: unknown, place: string): void {
    if (value === null) return;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      cells.set(id, { text: String(value).normalize("NFC").trim(), place });
    else this.wrong(place, answersFile[this.#lang].plainValue, value);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "").slice(0, 60);
}
