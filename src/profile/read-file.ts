import { open, stat } from "node:fs/promises";
import { EXIT, UserError } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { fileProblem } from "../text/file-problems.ts";
import { profile as texts } from "../text/profile.ts";
import type { Lang } from "../base/languages.ts";
import { codeOf } from "../base/error-code.ts";

/** A province's profile is some tens of kilobytes; what is far beyond that is not one. */
const MOST_BYTES = 1024 * 1024;

/**
 * Text of a profile file. Refused before anything is read: what is no ordinary file (a folder, a pipe) and what is
 * larger than 1 MiB.
 * @throws UserError (78)
 */
export async function readProfileText(file: string, lang: Lang): Promise<string> {
  const name = oneLine(file, 200);
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new UserError(texts[lang].notAFile(name), EXIT.config);
    if (facts.size > MOST_BYTES)
      throw new UserError(texts[lang].tooLarge(name, megabytes(facts.size), megabytes(MOST_BYTES)), EXIT.config);
    const handle = await open(file, "r");
    try {
      const buffer = Buffer.alloc(facts.size);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return decode(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = codeOf(error);
    throw new UserError(
      code === "ENOENT" || code === "ENOTDIR"
        ? texts[lang].noFile(name)
        : texts[lang].unreadable(name, fileProblem(error, lang)),
      EXIT.config,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes >= 10 * 1024 * 1024 ? 0 : 1);
}

/** UTF-8, or UTF-16 where Notepad's "Unicode" left its mark; the byte order mark itself is dropped. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}
