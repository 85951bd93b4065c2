import { z } from "zod";
import { oneLine } from "../../base/terminal-safe.ts";
import { exchange } from "../../text/exchange.ts";
import type { Lang } from "../../base/languages.ts";
import { VISIT_VERSION, visitSchema, type Visit } from "../schema.ts";

/** A visit, or in one sentence why the text is none. */
export type ParsedVisit =
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads one visit from JSON text; a byte order mark is fine. Says what is wrong: cut off, of a newer version, or where
 * which value does not fit.
 */
export function parseVisit(text: string, lang: Lang): ParsedVisit {
  const texts = exchange[lang];
  const failed = (problem: string): ParsedVisit => ({ ok: false, problem });
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text, wellFormed);
  } catch (error) {
    return failed(
      isCutOff(text) ? texts.cutOff : texts.notJson(oneLine(error instanceof Error ? error.message : "", 120)),
    );
  }
  const version = z.looseObject({ schemaVersion: z.number() }).safeParse(value);
  if (!version.success) return failed(texts.noVisit);
  if (version.data.schemaVersion > VISIT_VERSION) return failed(texts.newer(version.data.schemaVersion, VISIT_VERSION));
  const parsed = visitSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failed(
      texts.badValue(
        oneLine(issue?.path.join(".") ?? "", 120),
        oneLine(issue?.message ?? "", 200),
        parsed.error.issues.length - 1,
      ),
    );
  }
  const ids = parsed.data.devices.map((device) => device.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  // Ids are found and sorted as text: RFC 9562 writes them in lower case.
  return twice === undefined
    ? { ok: true, visit: { ...parsed.data, id: parsed.data.id.toLowerCase() } }
    : failed(texts.deviceTwice(oneLine(twice, 60)));
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
  return /^\uFEFF?\s*\{/u.test(text) && !/\}\s*$/u.test(text);
}
