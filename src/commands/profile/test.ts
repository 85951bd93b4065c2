import { jsonText } from "../../base/json-text.ts";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { flagOption, listOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { realLocalSource } from "../../collect/local/index.ts";
import { runScan } from "../../collect/plan/run-scan.ts";
import { endpointsSeen, type EndpointSeen } from "../../explain/endpoint-seen.ts";
import { loadProfile, type LoadedProfile } from "../../profile/load.ts";
import { addressText } from "../../profile/office/address.ts";
import { forOffice } from "../../profile/office/for-office.ts";
import type { Profile } from "../../profile/schema.ts";
import { renderTable, type Column } from "../../terminal/table.ts";
import { meant } from "../../text/meant.ts";
import { profile as texts } from "../../text/profile.ts";
import { DEFAULT_PROFILE } from "../shared/default-profile.ts";
import { officeUse } from "../shared/office-use.ts";
import { scanInput } from "../shared/scan-input.ts";

const LIMIT_MS = 30_000;

/**
 * `profile test`: tries every address of a profile from here, also those that are not enabled yet, and says row by row
 * what was seen. 0 where all answered, 1 where one did not, 3 where one could not be tried.
 */
export async function test(
  context: CommandContext,
  idOrFile: string | undefined,
  options: OptionValues,
): Promise<ExitCode> {
  const { lang } = context;
  const words = texts[lang];
  const loaded = await loadProfile(idOrFile ?? DEFAULT_PROFILE, context.dataDir, lang, context);
  for (const warning of loaded.warnings) context.err(`${warning}\n`);
  const use = await officeUse(context, loaded, options, null);
  const profile = wanted(forOffice(loaded.profile, use), listOption(options, "system"), lang);
  context.err(`${words.testing(loaded.profile.id, loaded.profile.version)}\n`);
  const seen = await look(context, loaded, profile);
  if (context.signal.aborted) return EXIT.interrupted;
  context.out(flagOption(options, "json") ? json(loaded, seen) : table(context, profile, seen));
  if (seen.some((one) => one.state === "failed")) return EXIT.faulty;
  return seen.some((one) => one.state === "untested") ? EXIT.inconclusive : EXIT.healthy;
}

/** The systems asked for, each made ready to be tried; without a choice all that have addresses and are not retired. */
function wanted(profile: Profile, ids: readonly string[], lang: CommandContext["lang"]): Profile {
  const stranger = ids.find((id) => !profile.systems.some((one) => one.id === id));
  const known = profile.systems.map((one) => one.id).join(", ");
  if (stranger !== undefined) {
    const ids = profile.systems.map((one) => one.id);
    throw new UserError(`${texts[lang].setName(oneLine(stranger, 60), known)}${meant(stranger, ids, lang)}`);
  }
  const systems = profile.systems
    .filter((one) => (ids.length === 0 ? one.status !== "retired" && one.endpoints.length > 0 : ids.includes(one.id)))
    .map((one) => ({ ...one, enabled: true, status: one.status === "retired" ? ("unverified" as const) : one.status }));
  const addressless = ids.find((id) => systems.some((one) => one.id === id && one.endpoints.length === 0));
  if (addressless !== undefined) throw new UserError(texts[lang].testNoAddress(addressless));
  if (systems.length === 0) throw new UserError(texts[lang].testNothing, EXIT.config);
  return { ...profile, systems };
}

async function look(context: CommandContext, loaded: LoadedProfile, profile: Profile): Promise<EndpointSeen[]> {
  const job = {
    profile,
    profileHash: loaded.hash,
    local: realLocalSource(context.platform),
    env: context.env,
    extraCa: [],
    site: { satellite: "unknown", hadInternet: "unknown" },
    baseline: null,
  } as const;
  const how = { only: ["systems", "stun"], skip: [], deadlineMs: LIMIT_MS, record: false };
  return endpointsSeen(await runScan(scanInput(context, job, how)), context.lang);
}

function table(context: CommandContext, profile: Profile, seen: readonly EndpointSeen[]): string {
  const words = texts[context.lang];
  const columns: readonly Column[] = [
    { title: words.colSystem },
    { title: words.colTarget },
    { title: words.colSeen, fit: "wrap" },
  ];
  const rows = seen.map((one) => [one.system, addressText(one.endpoint), one.says]);
  const local = profile.systems.filter((one) => one.endpoints.every((each) => each.network === "local"));
  const left = local.map((one) => [one.id, "–", words.testLocal]);
  return renderTable(columns, [...rows, ...left], { width: context.columns });
}

function json({ profile, hash }: LoadedProfile, seen: readonly EndpointSeen[]): string {
  const endpoints = seen.map(({ system, endpoint, state, says }) => ({
    system,
    address: addressText(endpoint),
    state,
    says,
  }));
  return `${jsonText({ schemaVersion: 1, profile: { id: profile.id, version: profile.version, hash }, endpoints })}\n`;
}
