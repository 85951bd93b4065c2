import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import path from "node:path";
import type { DraftWorld } from "../../base/draft-file.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import { foldText } from "../../base/fold.ts";
import { keepPhoto, photoState, type Photo } from "../../visit/photos.ts";
import { codeOf } from "../../base/error-code.ts";

export type PhotoResult =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly problem: string };

/** A phone's picture has 3 to 12 MB; more is a film, and the record travels over mobile data. */
const MAX_MIB = 25;

/**
 * Copies a picture into the visit's folder, under an ASCII name that carries its SHA-256. It is on the disk, whole, when
 * this says so. Bad paths and a disk that takes no more are told, never thrown.
 * @param typed path as typed: quotes and file managers' backslashes before blanks are taken off; relative to the
 * world's working folder
 */
export async function storePhoto(
  typed: string,
  folder: string,
  world: DraftWorld & { readonly cwd: string },
  lang: Lang,
): Promise<PhotoResult> {
  const texts = checklist[lang];
  const source = path.resolve(world.cwd, unquoted(typed));
  const shown = oneLine(source, 200);
  try {
    // lstat: a link could be swapped, or point at something that is no picture at all.
    const facts = await lstat(source);
    if (facts.isSymbolicLink()) return { ok: false, problem: texts.photoLink(shown) };
    if (facts.isDirectory()) return { ok: false, problem: texts.photoFolder(shown) };
    if (!facts.isFile()) return { ok: false, problem: texts.photoOdd(shown) };
    if (facts.size > MAX_MIB * 1024 * 1024) return { ok: false, problem: texts.photoBig(shown, MAX_MIB) };
    return { ok: true, photo: await copyInto(source, folder, world) };
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, problem: texts.photoMissing(shown) };
    return { ok: false, problem: texts.photoUnreadable(shown, fileProblem(error, lang)) };
  }
}

async function copyInto(source: string, folder: string, world: DraftWorld): Promise<Photo> {
  const content = await readFile(source);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const parsed = path.parse(source);
  const stem = foldText(parsed.name)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40);
  const ending = /^\.[a-z0-9]{1,5}$/iu.test(parsed.ext) ? parsed.ext.toLowerCase() : "";
  const photo: Photo = {
    file: `${sha256.slice(0, 16)}${stem === "" ? "" : `_${stem}`}${ending}`,
    sha256,
    bytes: content.length,
    originalName: oneLine(parsed.base.normalize("NFC"), 200),
  };
  await keepPhoto(folder, photo, [content], world);
  // Read back: a worn stick takes everything and keeps something else.
  if (photoState(folder, photo) !== "ok") throw new Error("copy differs from the original");
  return photo;
}

function unquoted(typed: string): string {
  const text = typed.trim();
  const quoted = /^(["'])(.*)\1$/u.exec(text)?.[2];
  return quoted ?? text;
}
