import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { createGunzip, constants } from "node:zlib";
import type { CommandContext } from "../base/context.ts";
import { UserError } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { compare } from "../text/compare.ts";
import { needs } from "../text/needs.ts";
import { practiceBanner } from "../text/practice.ts";
import { priority } from "../text/priority.ts";
import { report } from "../text/report.ts";
import { summary } from "../text/visit-summary.ts";
import { LANGS, type Lang } from "../base/languages.ts";
import { terminalUi } from "../terminal/prompts/terminal-ui.ts";
import { PausedError } from "../terminal/prompts/ui.ts";
import { GENERATOR } from "./html/generator.ts";
import { PDF_MARK } from "./pdf/print.ts";
import { VISIT_COLUMNS } from "./tables/visit-columns.ts";

/** So much of a file is looked at. */
const LOOKED_AT = 64 * 1024;

/** A file that is there, and what is to take its place. */
export interface Replacement {
  readonly target: string;
  /** As typed. */
  readonly file: string;
  /** The beginning of what is to be written. */
  readonly first: string | Uint8Array;
  /** Does the command know --force? */
  readonly canForce: boolean;
}

/**
 * Makes sure that a file may be replaced: something of this program, or what somebody in front of the terminal gives up.
 * @throws UserError (64) where it may not
 */
export async function mayReplace(
  context: CommandContext,
  { target, file, first, canForce }: Replacement,
): Promise<void> {
  if (isOurPdf(target)) return;
  const found = await textOf(startOf(target));
  if (found !== null && (isOurs(found) || sharesLine(found, typeof first === "string" ? first : ""))) return;
  const texts = report[context.lang];
  const shown = oneLine(file, 200);
  if (context.interactive && (await isGivenUp(context, texts.replaceForeign(shown)))) return;
  if (context.interactive) throw new UserError(texts.leftForeign(shown));
  throw new UserError(canForce ? texts.foreignForce(shown) : texts.foreign(shown));
}

function startOf(target: string): Buffer {
  const handle = openSync(target, "r");
  try {
    const buffer = Buffer.alloc(LOOKED_AT);
    return buffer.subarray(0, readSync(handle, buffer, 0, LOOKED_AT, 0));
  } finally {
    closeSync(handle);
  }
}

/** What this program printed carries its mark behind the end. */
function isOurPdf(target: string): boolean {
  const handle = openSync(target, "r");
  try {
    const buffer = Buffer.alloc(PDF_MARK.length);
    const count = readSync(handle, buffer, 0, buffer.length, Math.max(0, fstatSync(handle).size - buffer.length));
    return buffer.subarray(0, count).toString("latin1") === PDF_MARK;
  } finally {
    closeSync(handle);
  }
}

/** A bundle is packed; anything else that is no text is foreign. */
async function textOf(start: Buffer): Promise<string | null> {
  const plain = start[0] === 0x1f && start[1] === 0x8b ? await unpacked(start) : start;
  return plain === null || plain.includes(0) ? null : plain.toString("utf8").replace(/^\uFEFF/u, "");
}

function unpacked(start: Buffer): Promise<Buffer | null> {
  const engine = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  return new Promise((resolve) => {
    engine.once("data", (chunk: Buffer) => resolve(chunk));
    engine.once("end", () => resolve(null));
    engine.once("error", () => resolve(null));
    engine.end(start);
  });
}

/** Records, documents, tables and texts as this program writes them, in either language. */
function isOurs(text: string): boolean {
  if (/^\s*[[{]/u.test(text)) return /^\s*\[\]\s*$|"(?:schemaVersion|practice|unitList)":/u.test(text);
  if (/^<!doctype html>/iu.test(text)) return text.includes(GENERATOR);
  const [line = ""] = text.split(/\r?\n/u, 1);
  // Every table ends with this column.
  if (/[,;"](?:practice|Luyện tập|Practice)"?$/u.test(line)) return true;
  return LANGS.some((lang) => beginnings(lang).some((each) => line.startsWith(each)));
}

/** How texts for people begin. */
function beginnings(lang: Lang): string[] {
  const [order = ""] = priority[lang].title("", 0).split(" – ", 1);
  const visit = [summary[lang].visit, ...VISIT_COLUMNS.slice(0, 1).map((one) => one.heading[lang])];
  return [practiceBanner(lang), compare[lang].title, needs[lang].title, order, ...visit.map((name) => `${name}: `)];
}

/** Tables for people begin with the same line of headings each time. */
function sharesLine(found: string, first: string): boolean {
  const [line = ""] = first.split(/\r?\n/u, 1);
  return line.length > 15 && !line.startsWith("<") && found.split(/\r?\n/u, 1)[0] === line;
}

async function isGivenUp(context: CommandContext, message: string): Promise<boolean> {
  const texts = report[context.lang];
  try {
    const reply = await terminalUi(context).choose({
      message,
      options: [
        { value: "keep", name: texts.keepFile },
        { value: "replace", name: texts.replaceFile },
      ],
    });
    return reply.kind === "answer" && reply.value === "replace";
  } catch (error) {
    if (error instanceof PausedError) return false;
    throw error;
  }
}
