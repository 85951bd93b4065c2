import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { EXIT, UserError } from "../base/exit.ts";
import { hasTooManyParts, MOST_PARTS } from "../base/json-parts.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { evidenceSchema, type Evidence } from "../evidence/schema.ts";
import { EVIDENCE_VERSION } from "../evidence/version.ts";
import type { Lang } from "../base/languages.ts";
import { fileProblem } from "../text/file-problems.ts";
import { judgeTexts } from "../text/judge.ts";

/** More than a hundred times a large scan with raw output; keeps a wrong file from filling the memory. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads recorded evidence: an evidence file, the document of `scan --json` (its field `evidence`) or a visit file
 * (`scan.evidence`).
 * @throws UserError (78) with the place in the file, what was expected and what was found
 */
export async function readEvidence(path: string, lang: Lang): Promise<Evidence> {
  const shown = oneLine(path, 300);
  const { found, where } = locate(parseJson(await readCapped(path, shown, lang), shown, lang), shown, lang);
  refuseNewer(found, shown, lang);
  if (hasTooManyParts(found)) throw config(judgeTexts[lang].tooManyParts(shown, MOST_PARTS));
  const parsed = evidenceSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  throw config(
    judgeTexts[lang].wrongShape(
      shown,
      placeOf(where, parsed.error.issues[0]),
      expectedBy(parsed.error.issues[0]),
      foundAt(found, parsed.error.issues[0]),
    ),
  );
}

function config(message: string): UserError {
  return new UserError(message, EXIT.config);
}

async function readCapped(path: string, shown: string, lang: Lang): Promise<string> {
  const texts = judgeTexts[lang];
  try {
    // A pipe tells no size, and opening one that nobody writes to cannot be interrupted.
    const facts = await stat(path);
    if (!facts.isFile()) throw config(texts.notAFile(shown));
    if (facts.size > MOST_BYTES)
      throw config(texts.tooBig(shown, "64 MiB", `${Math.ceil(facts.size / 1024 / 1024)} MiB`));
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw config(texts.notReadable(shown, fileProblem(error, lang)));
  }
}

function parseJson(text: string, shown: string, lang: Lang): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ""));
    return value;
  } catch (error) {
    throw config(judgeTexts[lang].notJson(shown, oneLine(error instanceof Error ? error.message : String(error), 160)));
  }
}

const carrier = z.object({ evidence: z.unknown() });
const stay = z.object({ scan: z.unknown() });

function locate(
  value: unknown,
  shown: string,
  lang: Lang,
): { readonly found: unknown; readonly where: readonly string[] } {
  const texts = judgeTexts[lang];
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw config(texts.wrongShape(shown, "/", texts.expectedKinds, kindOf(value)));
  if ("observations" in value) return { found: value, where: [] };
  const document = carrier.safeParse(value);
  if (document.success && document.data.evidence !== undefined)
    return { found: document.data.evidence, where: ["evidence"] };
  const visit = stay.safeParse(value);
  if (visit.success && visit.data.scan === null) throw config(texts.noScan(shown));
  const scan = carrier.safeParse(visit.data?.scan);
  if (scan.success && scan.data.evidence !== undefined)
    return { found: scan.data.evidence, where: ["scan", "evidence"] };
  throw config(
    texts.wrongShape(shown, "/", texts.expectedKinds, oneLine(`{${Object.keys(value).slice(0, 6).join(", ")}}`, 120)),
  );
}

function refuseNewer(found: unknown, shown: string, lang: Lang): void {
  const version = z.object({ schemaVersion: z.number() }).safeParse(found);
  if (version.success && version.data.schemaVersion > EVIDENCE_VERSION)
    throw config(judgeTexts[lang].newer(shown, String(EVIDENCE_VERSION), String(version.data.schemaVersion)));
}

type Issue = z.core.$ZodIssue | undefined;

function placeOf(where: readonly string[], issue: Issue): string {
  return [...where, ...(issue?.path ?? [])].map(String).join(".") || "/";
}

function expectedBy(issue: Issue): string {
  if (issue === undefined) return "";
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_value") return issue.values.map((value) => JSON.stringify(value)).join(" | ");
  if (issue.code === "unrecognized_keys") return "no other key";
  return oneLine(issue.message, 160);
}

function foundAt(found: unknown, issue: Issue): string {
  if (issue?.code === "unrecognized_keys") return oneLine(issue.keys.join(", "), 120);
  let at = found;
  for (const key of issue?.path ?? []) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  return kindOf(at);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "object";
  return oneLine(JSON.stringify(value) ?? typeof value, 80);
}
