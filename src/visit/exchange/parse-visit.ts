import { z } from "zod";
import { contentHash } from "../../base/canonical.ts";
import { hasTooManyParts, MOST_PARTS } from "../../base/json-parts.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { exchange } from "../../text/exchange.ts";
import type { Lang } from "../../base/languages.ts";
import { VISIT_VERSION, visitSchema, type Visit } from "../schema.ts";
import { exportMark, holds, type ExportMark } from "./mark.ts";
import { readPart, type PhotoPart } from "./photo-parts.ts";

/** What a JSON text of an exchanged file holds; or, in one sentence, why it is nothing of ours. */
export type Parsed =
  | { readonly kind: "visit"; readonly visit: Visit; readonly mark: ExportMark | null }
  | { readonly kind: "photo"; readonly part: PhotoPart }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * Reads one visit, or one part of a photo, from JSON text; a byte order mark is fine. Says what is wrong: cut off, of a
 * newer version, changed on the way, or where which value does not fit.
 */
export function parseDocument(text: string, lang: Lang): Parsed {
  const texts = exchange[lang];
  const failed = (problem: string): Parsed => ({ kind: "problem", problem });
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text, wellFormed);
  } catch (error) {
    return failed(
      isCutOff(text) ? texts.cutOff : texts.notJson(oneLine(error instanceof Error ? error.message : "", 120)),
    );
  }
  if (hasTooManyParts(value)) return failed(texts.tooManyParts(MOST_PARTS));
  const part = readPart(value);
  if (part !== null) return { kind: "photo", part };
  const version = z.looseObject({ schemaVersion: z.number() }).safeParse(value);
  if (!version.success) return failed(texts.noVisit);
  if (version.data.schemaVersion > VISIT_VERSION) return failed(texts.newer(version.data.schemaVersion, VISIT_VERSION));
  const { export: told, ...content } = version.data;
  const mark = told === undefined ? null : exportMark.safeParse(told);
  // Of the marks of a newer version only the digest's absence could be told, and that is no reason to believe it.
  if (mark !== null && !(mark.success && holds(contentHash(content), mark.data))) return failed(texts.changed);
  return parsedVisit(content, mark?.data ?? null, lang);
}

function parsedVisit(content: unknown, mark: ExportMark | null, lang: Lang): Parsed {
  const texts = exchange[lang];
  const failed = (problem: string): Parsed => ({ kind: "problem", problem });
  const parsed = visitSchema.safeParse(content);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [place, what] = [oneLine(issue?.path.join(".") ?? "", 120), oneLine(issue?.message ?? "", 200)];
    return failed(texts.badValue(place, what, parsed.error.issues.length - 1));
  }
  const twice = firstTwice(parsed.data.devices.map((device) => device.id));
  if (twice !== null) return failed(texts.deviceTwice(oneLine(twice, 60)));
  // Ids are found and sorted as text: RFC 9562 writes them in lower case.
  return { kind: "visit", visit: { ...parsed.data, id: parsed.data.id.toLowerCase() }, mark };
}

function firstTwice(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

/**
 * Half a surrogate pair cannot be stored as UTF-8: it would come back as another text, and the file would conflict with
 * itself.
 */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

/** A document that begins as an object and does not end as one. */
function isCutOff(text: string): boolean {
  return text.replace("\uFEFF", "").trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
}
