import type { CommandContext } from "../../base/context.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { repeatedOption } from "../../base/options.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { LoadedProfile } from "../../profile/load.ts";
import { readKept } from "../../profile/office/kept.ts";
import { namesOf, readSettings, settingsFrom, type Settings } from "../../profile/office/settings.ts";
import { combinedUse, NOTHING_TOLD, type OfficeUse } from "../../profile/office/use.ts";
import type { Profile } from "../../profile/schema.ts";
import { lastUse } from "../../visit/queries/office-use.ts";
import type { Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store.ts";

/**
 * What is known of this office's systems before anybody is asked. The nearer word wins: `--set` of this call, what
 * `profile set` kept for the site, what the visit itself or the site's newest one was told, what was kept for all sites.
 * @param filing the store and the visit under way; null where nothing is stored
 * @throws UserError 64 for a wrong `--set`, 78 for a broken file
 */
export async function officeUse(
  context: CommandContext,
  loaded: LoadedProfile,
  options: OptionValues,
  filing: { readonly store: VisitStore; readonly visit: Visit } | null,
): Promise<OfficeUse> {
  const { lang, dataDir } = context;
  const { profile } = loaded;
  const typed = readSettings(settingsFrom(repeatedOption(options, "set"), lang), loaded, lang);
  const kept = await readKept(dataDir, profile.id, lang);
  const siteId = filing?.visit.site?.id ?? null;
  const known = (settings: Settings): OfficeUse => readSettings(stillNamed(settings, loaded), loaded, lang).use;
  return combinedUse(
    [
      typed.use,
      known(siteId === null ? {} : (kept.sites[siteId] ?? {})),
      usable(profile, filing?.visit.scan?.evidence ?? null),
      usable(profile, filing === null || siteId === null ? null : newestOf(filing, profile.id, siteId)),
      known(kept.everywhere),
    ],
    typed.cleared,
  );
}

function newestOf(
  { store, visit }: { readonly store: VisitStore; readonly visit: Visit },
  profileId: string,
  siteId: string,
): Pick<Evidence, "site"> | null {
  const found = lastUse(store.connection, profileId, siteId, visit.id);
  return found === null ? null : { site: found.told };
}

/** An address that the issuer has published since then goes before what an office once told; a system may be gone. */
function usable(profile: Profile, evidence: Pick<Evidence, "site"> | null): OfficeUse {
  if (evidence === null) return NOTHING_TOLD;
  const { notUsed = [], provided = [] } = evidence.site;
  const known = (id: string): boolean => profile.systems.some((one) => one.id === id && one.status !== "retired");
  const published = (id: string): boolean =>
    profile.systems.some((one) => one.id === id && one.enabled && one.endpoints.length > 0);
  return {
    notUsed: notUsed.filter(known),
    provided: provided.filter((one) => known(one.system) && !published(one.system)),
  };
}

/** A newer profile may have other names. */
function stillNamed(settings: Settings, loaded: LoadedProfile): Settings {
  const { systems, variables } = namesOf(loaded);
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => systems.includes(name) || variables.includes(name)),
  );
}

/** What people told, as the evidence keeps it: in the order of ids, absent where there is nothing. */
export function withUse(site: Evidence["site"], { notUsed, provided }: OfficeUse): Evidence["site"] {
  const { notUsed: _unused, provided: _given, ...told } = site;
  const given = provided.map(({ system, endpoints }) => ({ system, endpoints: [...endpoints] }));
  return {
    ...told,
    ...(notUsed.length === 0 ? {} : { notUsed: notUsed.toSorted() }),
    ...(given.length === 0 ? {} : { provided: given.toSorted((a, b) => (a.system < b.system ? -1 : 1)) }),
  };
}
