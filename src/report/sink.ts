import { closeSync, openSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { CommandContext } from "../base/context.ts";
import { openDraft } from "../base/draft-file.ts";
import { EXIT, UserError } from "../base/exit.ts";
import { isHeld } from "../base/replace-file.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { fileProblem } from "../text/file-problems.ts";
import { report } from "../text/report.ts";
import type { Replacement } from "./foreign-file.ts";

/** True when everything was written; false when Ctrl+C came in between. */
export type Written = boolean;

/** Takes bytes; `publish` where everything came, `drop` in any case. */
type Sink = Pick<ReturnType<typeof openDraft>, "write" | "publish" | "drop">;

/**
 * Writes chunks to a file that appears under its name only when it is complete and on the disk, readable by its user
 * alone. UserError 78 where it cannot be written.
 * @param file as typed; relative to the working directory
 * @param force replaces whatever lies there; else only what this program wrote, and what somebody gives up
 */
export async function toFile(
  context: CommandContext,
  file: string,
  chunks: Iterable<string | Uint8Array>,
  { force = false }: { readonly force?: boolean } = {},
): Promise<Written> {
  const target = path.resolve(context.cwd, file);
  const { first, all, end } = begun(chunks);
  let sink: Sink | undefined;
  try {
    if (!force) await checkReplaced(context, { target, file, first, canForce: true });
    sink = openSink(target, context);
    for (const chunk of all) {
      sink.write(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      // Ctrl+C is only heard when the loop lets others run.
      await setImmediate();
      if (context.signal.aborted) return false;
    }
    await sink.publish();
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    const texts = report[context.lang];
    if (isHeld(error, context.platform)) throw new UserError(texts.fileInUse(oneLine(file, 200)), EXIT.config);
    throw new UserError(texts.cannotWrite(oneLine(file, 200), fileProblem(error, context.lang)), EXIT.config);
  } finally {
    end();
    sink?.drop();
  }
}

/**
 * Makes sure that what lies at a place may be replaced. Nearly always nothing does.
 * @throws UserError (64)
 */
export async function checkReplaced(context: CommandContext, place: Replacement): Promise<void> {
  const there = statSync(place.target, { throwIfNoEntry: false });
  if (there === undefined || !there.isFile() || there.size === 0) return;
  const { mayReplace } = await import("./foreign-file.ts");
  await mayReplace(context, place);
}

type Chunk = string | Uint8Array;

/** The first chunk, and all of them, it included. `end` lets go of what they are made from. */
function begun(chunks: Iterable<Chunk>): { first: Chunk; all: Iterable<Chunk>; readonly end: () => void } {
  const iterator = chunks[Symbol.iterator]();
  const first = iterator.next();
  const all = function* (): Generator<Chunk> {
    for (let next = first; next.done !== true; next = iterator.next()) yield next.value;
  };
  return { first: first.done === true ? "" : first.value, all: all(), end: () => void iterator.return?.() };
}

/** A device or a pipe is written to, never replaced. */
function openSink(target: string, context: CommandContext): Sink {
  const there = statSync(target, { throwIfNoEntry: false });
  if (there === undefined || there.isFile() || there.isDirectory()) return openDraft(target, context);
  const handle = openSync(target, "w");
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    },
    publish: () => Promise.resolve(),
    drop: () => closeSync(handle),
  };
}
