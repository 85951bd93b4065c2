import path from "node:path";
import { statSync } from "node:fs";
import type { CommandContext } from "../../base/context.ts";
import { openDraft } from "../../base/draft-file.ts";
import { UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { checkReplaced, toFile } from "../../report/sink.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { progress as texts } from "../../text/progress.ts";

/**
 * Makes sure before the scan that its evidence can be written: a full stick must not be noticed after the work.
 * @throws UserError (64)
 */
export async function checkRecordFile(context: CommandContext, file: string): Promise<void> {
  const target = path.resolve(context.cwd, file);
  await checkReplaced(context, { target, file, first: "", canForce: false });
  try {
    const there = statSync(target, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    // A device or a pipe is opened when there is something to write into it.
    if (there === undefined || there.isFile()) openDraft(target, context).drop();
  } catch (error) {
    throw new UserError(texts[context.lang].recordFailed(oneLine(file, 200), fileProblem(error, context.lang)));
  }
}

/**
 * Writes it like every other file: whole and synced, or not at all. Also after Ctrl+C: what was gathered is kept.
 * @throws UserError (78)
 */
export async function writeRecordFile(context: CommandContext, file: string, evidence: Evidence): Promise<void> {
  const { signal } = new AbortController();
  await toFile({ ...context, signal }, file, [`${JSON.stringify(evidence, null, 1)}\n`], { force: true });
}
