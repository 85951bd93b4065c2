import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { flagOption, stringOption } from "../../base/options.ts";
import { shownTime } from "../../base/shown-time.ts";
import { loadProfile, type LoadedProfile } from "../../profile/load.ts";
import { collected, filledIn, type Candidate, type Collected, type FieldWord } from "../../profile/office/collect.ts";
import { toFile } from "../../report/sink.ts";
import { renderTable, type Column } from "../../terminal/table.ts";
import { profile as texts } from "../../text/profile.ts";
import type { Lang } from "../../base/languages.ts";
import { openStore, type VisitStore } from "../../visit/store.ts";
import type { Visit } from "../../visit/schema.ts";
import { DEFAULT_PROFILE } from "../shared/default-profile.ts";

/**
 * `profile collect`, at the centre: what the visits brought about addresses, added up; `-o` writes the next version of
 * the profile with them. 2 where something is left open: two addresses, or none that anybody got into.
 */
export async function collect(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const { lang, dataDir } = context;
  const words = texts[lang];
  const loaded = await loadProfile(stringOption(options, "profile") ?? DEFAULT_PROFILE, dataDir, lang, context);
  const store = openStore(dataDir, lang, "read");
  try {
    const found = collected(loaded.profile, fieldWords(store, loaded.profile.id, ids));
    if (found.length === 0) {
      context.err(`${words.collectNothing(loaded.profile.id)}\n`);
      return EXIT.degraded;
    }
    context.out(table(context, loaded, found));
    const output = stringOption(options, "output");
    if (output !== undefined && !(await write(context, loaded, found, { output, force: flagOption(options, "force") })))
      return EXIT.interrupted;
    for (const one of found) for (const line of openQuestion(one, lang)) context.err(`${line}\n`);
    return found.some((one) => openQuestion(one, lang).length > 0) ? EXIT.degraded : EXIT.healthy;
  } finally {
    store.close();
  }
}

/** The newest word of every site; a visit without a site stands for itself. */
function fieldWords(store: VisitStore, profileId: string, ids: readonly string[]): FieldWord[] {
  const bySite = new Map<string, readonly FieldWord[]>();
  const filter = ids.length === 0 ? {} : { ids: ids.map((id) => store.resolve(id)) };
  // Oldest first, so that the newest visit of a site stays.
  for (const visit of store.iterate(filter)) {
    if (visit.scan?.evidence.profile.id !== profileId) continue;
    const words = wordsOf(visit);
    if (words.length > 0) bySite.set(visit.site?.id ?? visit.id, words);
  }
  return [...bySite.values()].flat();
}

function wordsOf({ scan, site, id, startedAt }: Visit): FieldWord[] {
  if (scan === null) return [];
  const { notUsed = [], provided = [] } = scan.evidence.site;
  const base = { site: site?.name ?? id.slice(0, 13), at: startedAt };
  const works = (system: string): boolean =>
    scan.verdict.systems.some((one) => one.id === system && (one.outcome === "ok" || one.outcome === "slow"));
  return [
    ...provided.map(({ system, endpoints }) => ({ ...base, system, endpoints, worked: works(system) })),
    ...notUsed.map((system) => ({ ...base, system, endpoints: null, worked: false })),
  ];
}

function table(context: CommandContext, { profile }: LoadedProfile, found: readonly Collected[]): string {
  const words = texts[context.lang];
  const columns: readonly Column[] = [
    { title: words.colSystem },
    { title: words.colTarget, fit: "wrap" },
    { title: words.colSites },
    { title: words.colWorked },
    { title: words.colNewest },
    { title: words.colChosen },
  ];
  const rows = found.flatMap(({ system, candidates, notUsedAt, chosen }) => [
    ...candidates.map((one, at) => [
      at === 0 ? system : "",
      one.address,
      String(one.sites.length),
      String(one.workedAt),
      shownTime(one.newest, false) ?? "",
      one === chosen ? words.chosen : "",
    ]),
    ...(notUsedAt === 0
      ? []
      : [[candidates.length === 0 ? system : "", words.notUsedThere, String(notUsedAt), "", "", ""]]),
  ]);
  return `${profile.id} ${profile.version}\n${renderTable(columns, rows, { width: context.columns })}`;
}

async function write(
  context: CommandContext,
  { source }: LoadedProfile,
  found: readonly Collected[],
  { output, force }: { readonly output: string; readonly force: boolean },
): Promise<boolean> {
  const words = texts[context.lang];
  const today = isoWithOffset(context.now(), context.timeZone).slice(0, 10);
  const evidenceFor = (one: Candidate): string =>
    texts.vi.collectEvidence(one.workedAt, shownTime(one.newest, false) ?? one.newest);
  const next = filledIn(source, found, evidenceFor, today);
  const done = await toFile(context, output, [`${JSON.stringify(next, null, 2)}\n`], { force });
  if (done) context.err(`${words.collectWritten(output)}\n`);
  return done;
}

/** What people have to decide: the program fills in no address that nobody got into, and tells where two are in use. */
function openQuestion({ system, candidates, chosen }: Collected, lang: Lang): string[] {
  const words = texts[lang];
  if (candidates.length === 0) return [];
  if (chosen === null) return [words.collectOpen(system, candidates.map((one) => one.address).join(", "))];
  const others = candidates.filter((one) => one !== chosen);
  return others.length === 0 ? [] : [words.collectOthers(system, others.map((one) => one.address).join(", "))];
}
