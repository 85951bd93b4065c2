import { answersFile } from "../../text/answers-file.ts";
import type { Lang } from "../../base/languages.ts";
import { doubleKeys, isDeep } from "./json-keys.ts";
import type { Problem, RawCell, RawDevice, RawFile } from "./raw.ts";

const SECTIONS = ["site", "safety", "survey"] as const;
/** The only form that there is. */
const SCHEMA_VERSION = 1;

/**
 * Reads `{ site: {…}, safety: {…}, survey: {…}, devices: [{ type, quantity, …, answers: {…} }] }`; every part may be
 * missing.
 */
export function rawFromJson(text: string, lang: Lang): RawFile {
  const texts = answersFile[lang];
  const sheet = new JsonSheet(lang);
  if (isDeep(text)) {
    sheet.wrong("JSON", texts.flatJson, "[[[…");
    return sheet;
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    sheet.wrong("JSON", texts.validJson, error instanceof Error ? error.message : "");
    return sheet;
  }
  for (const { path, found } of doubleKeys(text)) sheet.wrong(path, texts.once, found);
  if (isRecord(document)) for (const [key, value] of Object.entries(document)) sheet.take(key, value);
  else sheet.wrong("JSON", texts.object, document);
  return sheet;
}

/** What is being read of one document. */
class JsonSheet implements RawFile {
  readonly problems: Problem[] = [];
  readonly remarks = [];
  readonly raw = {
    site: new Map<string, RawCell>(),
    safety: new Map<string, RawCell>(),
    survey: new Map<string, RawCell>(),
    devices: [] as RawDevice[],
    heads: [],
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
    if (section !== undefined && isRecord(value)) this.#putAll(this.raw[section], value, key);
    else if (section !== undefined) this.wrong(key, texts.object, value);
    else if (key === "devices" && Array.isArray(value))
      value.forEach((device: unknown, at) => this.#takeDevice(device, `devices[${at}]`));
    else if (key === "devices") this.wrong(key, "[ ]", value);
    else if (key !== "schemaVersion") this.wrong(key, `${SECTIONS.join(", ")}, devices`, { [key]: value });
    else if (value !== SCHEMA_VERSION) this.wrong(key, String(SCHEMA_VERSION), value);
  }

  #takeDevice(device: unknown, place: string): void {
    const { object } = answersFile[this.#lang];
    if (!isRecord(device)) {
      this.wrong(place, object, device);
      return;
    }
    const { answers, ...fields } = device;
    const cells = new Map<string, RawCell>();
    this.#putAll(cells, fields, place);
    if (isRecord(answers)) this.#putAll(cells, answers, `${place}.answers`);
    else if (answers !== undefined) this.wrong(`${place}.answers`, object, answers);
    this.raw.devices.push({ place, cells });
  }

  #putAll(cells: Map<string, RawCell>, values: Readonly<Record<string, unknown>>, at: string): void {
    const { once, plainValue } = answersFile[this.#lang];
    for (const [id, value] of Object.entries(values)) {
      const place = `${at}.${id}`;
      if (value === null) continue;
      if (cells.has(id)) this.wrong(place, once, value);
      else if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        cells.set(id, { text: String(value).normalize("NFC").trim(), place });
      else this.wrong(place, plainValue, value);
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "").slice(0, 500);
}
