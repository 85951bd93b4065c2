import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, lstat, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { oneLine } from "../../base/terminal-safe.ts";
import { checklist } from "../../text/checklist.ts";
import type { Lang } from "../../base/languages.ts";
import { foldText } from "../../base/fold.ts";
import type { photo } from "../../visit/schema.ts";

type Photo = z.infer<typeof photo>;
export type PhotoResult =
  | { readonly ok: true; readonly photo: Photo }
  | { readonly ok: false; readonly problem: string };

/** A phone's picture has 3 to 12 MB; more is a film, and the record travels over mobile data. */
const MAX_MIB = 25;

/**
 * Copies a picture into the visit's folder, under an ASCII name that carries its SHA-256. Bad paths are told, never
 * thrown.
 * @param typed path as typed: quotes and file managers' backslashes before blanks are taken off; relative to `cwd`
 */
export async function storePhoto(typed: string, folder: string, cwd: string, lang: Lang): Promise<PhotoResult> {
  const texts = checklist[lang];
  const source = path.resolve(cwd, unquoted(typed));
  const shown = oneLine(source, 200);
  try {
    // lstat: a link could be swapped, or point at something that is no picture at all.
    const facts = await lstat(source);
    if (facts.isSymbolicLink()) return { ok: false, problem: texts.photoLink(shown) };
    if (facts.isDirectory()) return { ok: false, problem: texts.photoFolder(shown) };
    if (!facts.isFile()) return { ok: false, problem: texts.photoOdd(shown) };
    if (facts.size > MAX_MIB * 1024 * 1024) return { ok: false, problem: texts.photoBig(shown, MAX_MIB) };
    return { ok: true, photo: await copyInto(source, folder) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, problem: texts.photoMissing(shown) };
    return { ok: false, problem: texts.photoUnreadable(shown, code === "" ? String(error) : code) };
  }
}

async function copyInto(source: string, folder: string): Promise<Photo> {
  const content = await readFile(source);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const parsed = path.parse(source);
  const stem = foldText(parsed.name)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, 40);
  const ending = /^\.[a-z0-9]{1,5}$/iu.test(parsed.ext) ? parsed.ext.toLowerCase() : "";
  const file = `${sha256.slice(0, 16)}${stem === "" ? "" : `_${stem}`}${ending}`;
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, file);
  // Copied anew each time: a half copy of an interrupted run must not stand for the picture.
  await rm(target, { force: true });
  await copyFile(source, target, constants.COPYFILE_EXCL);
  const copied = createHash("sha256")
    .update(await readFile(target))
    .digest("hex");
  if (copied !== sha256) throw new Error("copy differs from the original");
  return { file, sha256, bytes: content.length, originalName: oneLine(parsed.base.normalize("NFC"), 200) };
}

function unquoted(typed: string): string {
  const text = typed.trim();
  const quoted = /^(["'])(.*)\1$/u.exec(text)?.[2];
  return quoted ?? text;
}
