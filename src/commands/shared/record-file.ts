import { access, constants, open, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { UserError } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { progress as texts } from "../../text/progress.ts";

/**
 * Makes sure before the scan that its evidence can be written: a full stick must not be noticed after the work.
 * @throws UserError (64)
 */
export async function checkRecordFile(context: CommandContext, file: string): Promise<void> {
  const target = path.resolve(context.cwd, file);
  try {
    await access(path.dirname(target), constants.W_OK);
    await (await open(target, "a")).close();
  } catch (error) {
    throw failed(context, file, error);
  }
}

/** @throws UserError (64) */
export async function writeRecordFile(context: CommandContext, file: string, evidence: Evidence): Promise<void> {
  try {
    await writeFile(path.resolve(context.cwd, file), `${JSON.stringify(evidence, null, 1)}\n`);
  } catch (error) {
    throw failed(context, file, error);
  }
}

function failed(context: CommandContext, file: string, error: unknown): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new UserError(texts[context.lang].recordFailed(oneLine(file, 200), code));
}
