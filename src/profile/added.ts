import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Lang } from "../base/languages.ts";
import { writeWhole } from "./write-whole.ts";

// The prefix keeps ids apart that Windows takes for devices (con, nul, com1).
const PREFIX = "profile-";
const SUFFIX = ".json";

/** File of an added profile. The id has been checked: it holds no separator, so it can't lead out of the folder. */
export function addedFile(dataDir: string, id: string): string {
  return path.join(dataDir, "profiles", `${PREFIX}${id}${SUFFIX}`);
}

/** Ids of the profiles that were added, sorted; none where there is no folder yet. */
export async function addedIds(dataDir: string): Promise<readonly string[]> {
  try {
    const names = await readdir(path.join(dataDir, "profiles"));
    return names
      .filter((name) => name.startsWith(PREFIX) && name.endsWith(SUFFIX))
      .map((name) => name.slice(PREFIX.length, -SUFFIX.length))
      .toSorted();
  } catch {
    return [];
  }
}

/**
 * Writes an added profile as a whole or not at all.
 * @param source data as its author wrote it
 * @throws UserError (78) where the folder cannot be written
 */
export async function writeAdded(dataDir: string, id: string, source: unknown, lang: Lang): Promise<string> {
  return writeWhole(addedFile(dataDir, id), source, lang);
}
