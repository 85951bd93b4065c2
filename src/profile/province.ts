import type { Lang } from "../base/languages.ts";
import { addedIds } from "./added.ts";
import { BUILTIN_IDS, builtinSource } from "./builtin/index.ts";
import type { LoadWorld } from "./load.ts";
import { isRecord } from "./mistake.ts";

/**
 * Code of the province of today that a profile is for; null where it tells none. A built-in profile is not checked for
 * that: the checks take longer than finding a commune does.
 * @throws UserError (78) for a profile that is not known or has mistakes
 */
export async function provinceOfProfile(
  idOrFile: string,
  dataDir: string,
  lang: Lang,
  world: LoadWorld,
): Promise<string | null> {
  if (BUILTIN_IDS.includes(idOrFile) && !(await addedIds(dataDir)).includes(idOrFile)) {
    const source = await builtinSource(idOrFile);
    const province = isRecord(source) ? source["province"] : undefined;
    return typeof province === "string" ? province : null;
  }
  const { loadProfile } = await import("./load.ts");
  return (await loadProfile(idOrFile, dataDir, lang, world)).profile.province ?? null;
}
