import { randomBytes } from "node:crypto";
import path from "node:path";
import { openDraft, type DraftFile, type DraftWorld } from "../base/draft-file.ts";
import { EXIT, UserError } from "../base/exit.ts";
import type { Lang } from "../base/languages.ts";
import { makeFolder } from "../base/make-folder.ts";
import { fileProblem } from "../text/file-problems.ts";
import { profile as texts } from "../text/profile.ts";

const WORLD: DraftWorld = { platform: process.platform, randomBytes, now: () => Date.now() };

/**
 * Writes data as JSON, as a whole or not at all, for its user alone: into a draft beside it first, which then takes its
 * place and is on the disk.
 * @throws UserError (78) where the folder cannot be written
 */
export async function writeWhole(file: string, data: unknown, lang: Lang): Promise<string> {
  let draft: DraftFile | undefined;
  try {
    makeFolder(path.dirname(file));
    draft = openDraft(file, WORLD);
    draft.write(Buffer.from(`${JSON.stringify(data, null, 2)}\n`));
    await draft.publish();
    return file;
  } catch (error) {
    throw new UserError(texts[lang].cannotWrite(path.dirname(file), fileProblem(error, lang)), EXIT.config);
  } finally {
    draft?.drop();
  }
}
