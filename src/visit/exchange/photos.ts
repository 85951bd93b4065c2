import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { oneLine } from "../../base/terminal-safe.ts";
import { exchange } from "../../text/exchange.ts";
import type { Lang } from "../../base/languages.ts";
import type { Visit } from "../schema.ts";
import type { VisitStore } from "../store.ts";

/** Beside exported visits, photos lie as in the store: photos/VISIT/FILE. */
function photosBeside(folder: string, id: string): string {
  return path.join(folder, "photos", id);
}

/** Copies the photos of a visit beside its exported file. */
export function copyPhotosOut(store: VisitStore, visit: Visit, folder: string): void {
  for (const { file } of photosOf(visit)) copy(store.photoFolder(visit.id), photosBeside(folder, visit.id), file);
}

/**
 * Copies photos that lie beside a visit file into the store. What is missing or not what the visit says is told, a line
 * each.
 */
export function copyPhotosIn(store: VisitStore, visit: Visit, folder: string, lang: Lang): string[] {
  const problems: string[] = [];
  let missing = 0;
  for (const { file, sha256 } of photosOf(visit)) {
    const source = path.join(photosBeside(folder, visit.id), file);
    if (existsSync(path.join(store.photoFolder(visit.id), file))) continue;
    if (!existsSync(source)) missing += 1;
    else if (createHash("sha256").update(readFileSync(source)).digest("hex") === sha256)
      copy(photosBeside(folder, visit.id), store.photoFolder(visit.id), file);
    else problems.push(exchange[lang].photoWrong(oneLine(file, 100)));
  }
  if (missing > 0) problems.push(exchange[lang].photoMissing(missing));
  return problems;
}

/** Only plain file names: a visit file from elsewhere must not name a place outside its folder. */
function photosOf(visit: Visit): readonly { readonly file: string; readonly sha256: string }[] {
  return visit.devices
    .flatMap((device) => device.photos)
    .filter(({ file }) => file !== "" && file === path.basename(file) && !/^\.|[\\/:]/u.test(file));
}

function copy(from: string, to: string, file: string): void {
  if (!existsSync(path.join(from, file))) return;
  mkdirSync(to, { recursive: true });
  copyFileSync(path.join(from, file), path.join(to, file));
}
