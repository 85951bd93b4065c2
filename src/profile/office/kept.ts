import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { EXIT, UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { profile as texts } from "../../text/profile.ts";
import { writeWhole } from "../write-whole.ts";
import type { Settings } from "./settings.ts";
import { codeOf } from "../../base/error-code.ts";

/** What `profile set` keeps on this laptop for one profile: for every site, and for some sites alone. */
export interface Kept {
  readonly everywhere: Settings;
  readonly sites: Readonly<Record<string, Settings>>;
}

const VERSION = 1;
const NOTHING: Kept = { everywhere: {}, sites: {} };
const settings = z.record(z.string(), z.string());
const keptSchema = z.strictObject({
  schemaVersion: z.literal(VERSION),
  everywhere: settings,
  sites: z.record(z.string(), settings),
});

function fileOf(dataDir: string, profileId: string): string {
  return path.join(dataDir, "profiles", `settings-${profileId}.json`);
}

/** Nothing where nothing was kept yet. @throws UserError (78) for a file that is no such record */
export async function readKept(dataDir: string, profileId: string, lang: Lang): Promise<Kept> {
  const file = fileOf(dataDir, profileId);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return NOTHING;
    throw new UserError(texts[lang].unreadable(file, fileProblem(error, lang)), EXIT.config);
  }
  const parsed = keptSchema.safeParse(parse(text));
  if (!parsed.success) throw new UserError(texts[lang].keptBroken(file), EXIT.config);
  const { everywhere, sites } = parsed.data;
  return { everywhere, sites };
}

/**
 * Keeps settings beside those that are there; an empty value takes one back.
 * @param siteId null: for every site of this laptop
 * @throws UserError (78) where the file is broken or cannot be written
 */
export async function keep(
  dataDir: string,
  profileId: string,
  siteId: string | null,
  changes: Settings,
  lang: Lang,
): Promise<Kept> {
  const kept = await readKept(dataDir, profileId, lang);
  const next =
    siteId === null
      ? { ...kept, everywhere: changed(kept.everywhere, changes) }
      : { ...kept, sites: { ...kept.sites, [siteId]: changed(kept.sites[siteId] ?? {}, changes) } };
  await writeWhole(fileOf(dataDir, profileId), { schemaVersion: VERSION, ...next }, lang);
  return next;
}

function changed(before: Settings, changes: Settings): Settings {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ""));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
