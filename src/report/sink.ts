import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { report } from "../text/report.ts";
import { isHeld, replaceFile } from "./replace-file.ts";

/** True when everything was written; false when Ctrl+C came in between. */
export type Written = boolean;

/**
 * Writes chunks to stdout as fast as its reader takes them.
 * @param context stops at its signal
 */
export async function toStdout(context: CommandContext, chunks: Iterable<string>): Promise<Written> {
  for (const chunk of chunks) {
    if (context.signal.aborted) return false;
    context.out(chunk);
    await context.drained?.();
  }
  return true;
}

/**
 * Writes chunks to a file that appears under its name only when it is complete. UserError 78 where it cannot be
 * written.
 * @param file as typed; relative to the working directory
 */
export async function toFile(
  context: CommandContext,
  file: string,
  chunks: Iterable<string | Uint8Array>,
): Promise<Written> {
  const target = path.resolve(context.cwd, file);
  const there = statSync(target, { throwIfNoEntry: false });
  // A device or a pipe is written to, never replaced.
  const direct = there !== undefined && !there.isFile() && !there.isDirectory();
  const partial = direct
    ? target
    : path.join(
        path.dirname(target),
        `.${path.basename(target)}.${Buffer.from(context.randomBytes(4)).toString("hex")}.part`,
      );
  try {
    const handle = openSync(partial, direct ? "w" : "wx");
    try {
      for (const chunk of chunks) {
        writeAll(handle, typeof chunk === "string" ? Buffer.from(chunk) : chunk);
        // Ctrl+C is only heard when the loop lets others run.
        await setImmediate();
        if (context.signal.aborted) return false;
      }
      if (!direct) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!direct) await replaceFile(partial, target, context.platform);
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    const texts = report[context.lang];
    if (isHeld(error, context.platform)) throw new UserError(texts.fileInUse(oneLine(file, 200)), EXIT.config);
    throw new UserError(texts.cannotWrite(oneLine(file, 200), oneLine(error.message, 200)), EXIT.config);
  } finally {
    if (!direct) rmSync(partial, { force: true });
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
