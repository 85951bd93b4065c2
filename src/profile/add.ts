import { EXIT, UserError } from "../base/exit.ts";
import { profile as texts } from "../text/profile.ts";
import type { Lang } from "../base/languages.ts";
import { addedIds, writeAdded } from "./added.ts";
import { BUILTIN_IDS } from "./builtin/index.ts";
import { loadProfile, type LoadedProfile, type LoadWorld } from "./load.ts";
import { compareVersions } from "./version.ts";

export type Added =
  | { readonly kind: "same" }
  | { readonly kind: "written"; readonly file: string; readonly replaced: string | null };

/**
 * Puts a checked profile among those of this machine. The very same one is no work; a newer version takes the place of
 * an older one; an older one, or the same version with other content, is refused: a version must mean one content
 * everywhere.
 * @throws UserError (78)
 */
export async function addProfile(loaded: LoadedProfile, dataDir: string, lang: Lang, world: LoadWorld): Promise<Added> {
  const { id, version } = loaded.profile;
  const present = await presentProfile(id, dataDir, lang, world);
  if (present !== null) {
    const order = compareVersions(version, present.profile.version);
    if (order === 0 && present.hash === loaded.hash) return { kind: "same" };
    if (order === 0) throw new UserError(texts[lang].sameVersionRefused(id, version), EXIT.config);
    if (order < 0) throw new UserError(texts[lang].olderRefused(id, version, present.profile.version), EXIT.config);
  }
  return {
    kind: "written",
    file: await writeAdded(dataDir, id, loaded.source, lang),
    replaced: present?.profile.version ?? null,
  };
}

/** What is here under that id now; a stored file that is broken counts as nothing, so that adding it again mends it. */
async function presentProfile(
  id: string,
  dataDir: string,
  lang: Lang,
  world: LoadWorld,
): Promise<LoadedProfile | null> {
  if (!BUILTIN_IDS.includes(id) && !(await addedIds(dataDir)).includes(id)) return null;
  try {
    return await loadProfile(id, dataDir, lang, { now: () => world.now(), cwd: world.cwd });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
