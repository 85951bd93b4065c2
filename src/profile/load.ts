import path from "node:path";
import { EXIT, UserError } from "../base/exit.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { profile as texts } from "../text/profile.ts";
import type { Lang } from "../base/languages.ts";
import { addedFile, addedIds } from "./added.ts";
import { BUILTIN_IDS, builtinSource } from "./builtin/index.ts";
import { checkProfile } from "./check.ts";
import { profileHash } from "./hash.ts";
import { parseData } from "./parse.ts";
import { readProfileText } from "./read-file.ts";
import type { Profile } from "./schema.ts";
import { tellMistakes, tellSyntax } from "./tell.ts";
import { compareVersions } from "./version.ts";
import { warningsOf } from "./warnings.ts";

export interface LoadedProfile {
  readonly profile: Profile;
  /** SHA-256 of the profile's canonical JSON, hexadecimal; goes into every report. */
  readonly hash: string;
  /** Sentences for people, loud ones first: out of date, not filled in. */
  readonly warnings: readonly string[];
  readonly origin: "builtin" | "added" | "file";
  /** The data as its author wrote it, variables included. */
  readonly source: unknown;
}

/** What loading needs of the world; a CommandContext will do. */
export interface LoadWorld {
  /** Laptop's clock, milliseconds since the epoch: tells whether a profile is out of date. */
  now(): number;
  /** Folder that relative paths count from. */
  readonly cwd: string;
  /** Values for the file's `variables`, which win over its own. */
  readonly variables?: Readonly<Record<string, string>>;
}

const ID = /^[a-z0-9][a-z0-9_.-]{0,63}$/u;
const LOOKS_LIKE_FILE = /[\\/]|\.(json|ya?ml)$/iu;

/**
 * Loads a profile: the id of a built-in or an added one (the newer version wins), or a path to a JSON or YAML file.
 * @param dataDir folder of the store; its `profiles` folder holds the added ones
 * @throws UserError (78) with every mistake at once: path, expectation, value
 */
export async function loadProfile(
  idOrFile: string,
  dataDir: string,
  lang: Lang,
  world: LoadWorld,
): Promise<LoadedProfile> {
  if (!LOOKS_LIKE_FILE.test(idOrFile)) {
    if (ID.test(idOrFile)) {
      const known = await loadById(idOrFile, dataDir, lang, world);
      if (known !== null) return known;
    }
    const ids = [...new Set([...BUILTIN_IDS, ...(await addedIds(dataDir))])];
    throw new UserError(texts[lang].unknownProfile(oneLine(idOrFile, 80), ids.join(", ")), EXIT.config);
  }
  return loadFile(path.resolve(world.cwd, idOrFile), idOrFile, "file", lang, world);
}

async function loadById(id: string, dataDir: string, lang: Lang, world: LoadWorld): Promise<LoadedProfile | null> {
  const source = await builtinSource(id);
  const builtin = source === undefined ? null : finish(source, id, "builtin", lang, world);
  if (!(await addedIds(dataDir)).includes(id)) return builtin;
  const file = addedFile(dataDir, id);
  const added = await loadFile(file, file, "added", lang, world);
  if (added.profile.id !== id) throw new UserError(texts[lang].renamed(file, id, added.profile.id), EXIT.config);
  return builtin !== null && compareVersions(builtin.profile.version, added.profile.version) >= 0 ? builtin : added;
}

async function loadFile(
  file: string,
  name: string,
  origin: "added" | "file",
  lang: Lang,
  world: LoadWorld,
): Promise<LoadedProfile> {
  const parsed = await parseData(await readProfileText(file, lang));
  if (!parsed.ok) throw new UserError(tellSyntax(name, parsed, lang), EXIT.config);
  return finish(parsed.value, name, origin, lang, world);
}

function finish(
  source: unknown,
  name: string,
  origin: LoadedProfile["origin"],
  lang: Lang,
  world: LoadWorld,
): LoadedProfile {
  const checked = checkProfile(source, world.variables ?? {});
  if (!checked.ok) throw new UserError(tellMistakes(name, source, checked.mistakes, lang), EXIT.config);
  const { profile, unfilled } = checked;
  return {
    profile,
    hash: profileHash(profile),
    warnings: warningsOf(profile, unfilled, world.now(), lang),
    origin,
    source,
  };
}
