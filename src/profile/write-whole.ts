import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { EXIT, UserError } from "../base/exit.ts";
import type { Lang } from "../base/languages.ts";
import { makeFolder } from "../base/make-folder.ts";
import { fileProblem } from "../text/file-problems.ts";
import { profile as texts } from "../text/profile.ts";

/**
 * Writes data as JSON, as a whole or not at all: into a file beside it first, which then takes its place.
 * @throws UserError (78) where the folder cannot be written
 */
export async function writeWhole(file: string, data: unknown, lang: Lang): Promise<string> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    makeFolder(path.dirname(file));
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(`${JSON.stringify(data, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return file;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw new UserError(texts[lang].cannotWrite(path.dirname(file), fileProblem(error, lang)), EXIT.config);
  }
}
