import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { stringOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { loadProfile } from "../../profile/load.ts";
import { addressText } from "../../profile/office/address.ts";
import { keep } from "../../profile/office/kept.ts";
import { readSettings, settingsFrom, type Settings } from "../../profile/office/settings.ts";
import type { LoadedProfile } from "../../profile/load.ts";
import { profile as texts } from "../../text/profile.ts";
import { DEFAULT_PROFILE } from "../shared/default-profile.ts";
import { siteOption } from "../shared/places.ts";

/** `profile set NAME=ADDRESS…`: keeps addresses over a profile, on this laptop, for one site or for all. */
export async function set(context: CommandContext, pairs: readonly string[], options: OptionValues): Promise<ExitCode> {
  const { lang, dataDir } = context;
  const words = texts[lang];
  const wanted = stringOption(options, "profile") ?? DEFAULT_PROFILE;
  const loaded = await loadProfile(wanted, dataDir, lang, context);
  const settings = settingsFrom(pairs, lang);
  const site = await siteOption(context, options);
  if (site !== null && site.name === "") throw new UserError(words.setSiteName);
  const cleaned = cleanedOf(settings, loaded, context);
  const kept = await keep(dataDir, loaded.profile.id, site?.id ?? null, cleaned, lang);
  const now = site === null ? kept.everywhere : (kept.sites[site.id] ?? {});
  const where = site === null ? words.setEverywhere : oneLine(`${site.name}, ${site.unit.name}`, 200);
  context.out(`${words.setKept(loaded.profile.id, where)}\n${listed(now, words.setNothing)}`);
  return EXIT.healthy;
}

/** Checked, and an address without what is not to be kept: who opened it, and what it asked for. */
function cleanedOf(settings: Settings, loaded: LoadedProfile, { lang }: CommandContext): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const { use } = readSettings(value === "" ? {} : { [name]: value }, loaded, lang);
      const [endpoint] = use.provided.find((one) => one.system === name)?.endpoints ?? [];
      return [name, endpoint === undefined ? value : addressText(endpoint)];
    }),
  );
}

function listed(settings: Settings, nothing: string): string {
  const lines = Object.entries(settings).map(([name, value]) => `  ${name} = ${oneLine(value, 200)}\n`);
  return lines.length === 0 ? `  ${nothing}\n` : lines.join("");
}
