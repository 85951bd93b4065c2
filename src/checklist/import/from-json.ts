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
  const problems: Problem[] = [];
  const raw = {
    site: new Map<string, RawCell>(),
    safety: new Map<string, RawCell>(),
    survey: new Map<string, RawCell>(),
    devices: [] as { place: string; cells: Map<string, RawCell> }[],
  };
  const wrong = (place: string, expected: string, found: unknown): void =>
    void problems.push({ place, expected, found: shown(found) });
  const put = (cells: Map<string, RawCell>, id: string, value: unknown, place: string): void => {
    if (value === null) return;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      cells.set(id, { text: String(value).normalize("NFC").trim(), place });
    else wrong(place, texts.plainValue, value);
  };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    wrong("JSON", texts.validJson, error instanceof Error ? error.message : "");
    return { raw, problems };
  }
  if (!isRecord(document)) {
    wrong("JSON", texts.object, document);
    return { raw, problems };
  }
  for (const [key, value] of Object.entries(document)) {
    const section = SECTIONS.find((name) => name === key);
    if (section !== undefined && isRecord(value))
      for (const [id, answer] of Object.entries(value)) put(raw[section], id, answer, `${key}.${id}`);
    else if (key === "devices" && Array.isArray(value)) {
      value.forEach((device: unknown, at) => {
        const place = `devices[${at}]`;
        if (!isRecord(device)) {
          wrong(place, texts.object, device);
          return;
        }
        const cells = new Map<string, RawCell>();
        for (const [id, answer] of Object.entries(device)) {
          if (id === "answers" && isRecord(answer))
            for (const [question, each] of Object.entries(answer))
              put(cells, question, each, `${place}.answers.${question}`);
          else put(cells, id, answer, `${place}.${id}`);
        }
        raw.devices.push({ place, cells });
      });
    } else if (key !== "schemaVersion")
      wrong(
        key,
        section === undefined ? `${SECTIONS.join(", ")}, devices` : texts.object,
        section === undefined ? key : value,
      );
  }
  return { raw, problems };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "").slice(0, 60);
}
