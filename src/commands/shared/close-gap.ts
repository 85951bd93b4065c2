import type { CommandContext } from "../../base/context.ts";
import { shownTime } from "../../base/shown-time.ts";
import { systemName } from "../../explain/describe.ts";
import { judge } from "../../judge/judge.ts";
import { addressText, officeAddress } from "../../profile/office/address.ts";
import { addressProblem, withOthers } from "../../profile/office/settings.ts";
import { combinedUse, type OfficeUse } from "../../profile/office/use.ts";
import type { Endpoint, System } from "../../profile/schema.ts";
import { terminalUi } from "../../terminal/prompts/terminal-ui.ts";
import { PausedError, type Option, type Ui } from "../../terminal/prompts/ui.ts";
import { gap as texts } from "../../text/gap.ts";
import { recentUses, type ToldUse } from "../../visit/queries/office-use.ts";
import { settable } from "./gap-hint.ts";
import { withUse } from "./office-use.ts";
import { scanAndShow } from "./run-and-show.ts";
import type { ScanJob, ScanResult } from "./scan-job.ts";
import type { ScanOptions } from "./scan-options.ts";
import { tryAddress } from "./try-address.ts";
import type { Filing } from "./visit-filing.ts";

/** Addresses of other visits that are offered for one system. */
const OFFERED = 3;
const LOOKED_BACK = 20;

interface Work {
  readonly context: CommandContext;
  readonly ui: Ui;
  readonly job: ScanJob;
  readonly recent: readonly ToldUse[];
}

/**
 * Asks for the addresses that the profile does not know, tries each at once, and scans again with what was told. Each
 * answer is stored before the next question. Null where nothing was told: the first result stands.
 */
export async function closeGap(
  context: CommandContext,
  filing: Filing | null,
  job: ScanJob,
  first: ScanResult,
  options: ScanOptions,
): Promise<ScanResult | null> {
  const open = job.profile.systems.filter((one) => settable(first.verdict).includes(one.id));
  if (open.length === 0 || !(first.verdict.status === "inconclusive" || first.verdict.status === "degraded"))
    return null;
  const recent = filing === null ? [] : recentUses(filing.store.connection, job.profile.id, LOOKED_BACK);
  const work: Work = { context, ui: terminalUi(context), job, recent };
  const site = await asked(work, open, async (told) => {
    const evidence = { ...first.evidence, site: told };
    await job.save?.(evidence, judge(evidence));
  });
  if (site === job.site || context.signal.aborted) return null;
  work.ui.say(texts[context.lang].rescan);
  return await scanAndShow(context, { ...job, site }, options);
}

/** Ctrl+C means later; what was told until then holds. */
async function asked(
  work: Work,
  open: readonly System[],
  store: (site: ScanJob["site"]) => Promise<void>,
): Promise<ScanJob["site"]> {
  const words = texts[work.context.lang];
  let { site } = work.job;
  try {
    const start = await work.ui.choose({ message: words.offer(open.length), options: yesNo(work) });
    if (start.kind !== "answer" || start.value !== "now") return site;
    for (let at = 0; at < open.length; at += 1) {
      const system = open[at];
      if (system === undefined) break;
      const told = await askOne(work, system, words.which(at + 1, open.length, nameOf(work, system)));
      if (told === "back") at = Math.max(-1, at - 2);
      if (told === "back" || told === null) continue;
      const { notUsed = [], provided = [] } = site;
      site = withUse(work.job.site, combinedUse([told, { notUsed, provided }]));
      await store(site);
      work.ui.stored();
    }
  } catch (error) {
    if (!(error instanceof PausedError)) throw error;
  }
  return site;
}

function yesNo({ context: { lang } }: Work): readonly Option[] {
  return [
    { value: "now", name: texts[lang].now },
    { value: "later", name: texts[lang].later },
  ];
}

function nameOf({ job, context }: Work, system: System): string {
  return systemName(job.profile, system.id, context.lang);
}

/** What the office says about one system; null where it does not know. */
async function askOne(work: Work, system: System, message: string): Promise<OfficeUse | "back" | null> {
  const words = texts[work.context.lang];
  const ready = readyMade(work, system);
  const reply = await work.ui.choose({
    message,
    canSkip: true,
    options: [
      ...ready.map(({ name }, at) => ({ value: `ready:${at}`, name })),
      { value: "paste", name: words.paste, hint: words.addressHint },
      { value: "notUsed", name: words.notUsed },
      { value: "leave", name: words.leave },
    ],
  });
  if (reply.kind === "back") return "back";
  if (reply.kind === "skip" || reply.value === "leave") return null;
  if (reply.value === "notUsed") return { notUsed: [system.id], provided: [] };
  if (reply.value === "paste") return await pasted(work, system);
  const chosen = ready.find((_one, at) => reply.value === `ready:${at}`);
  return chosen === undefined ? null : await probed(work, system, chosen.endpoints);
}

interface Ready {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
}

/** Addresses that need no typing: those of visits elsewhere, and what the profile has without anybody's proof. */
function readyMade({ context: { lang }, recent }: Work, system: System): Ready[] {
  const words = texts[lang];
  const found = new Map<string, Ready>();
  for (const { site, startedAt, told } of recent) {
    const endpoints = told.provided?.find((one) => one.system === system.id)?.endpoints;
    const [first] = endpoints ?? [];
    if (endpoints === undefined || first === undefined || found.has(addressText(first))) continue;
    const where = site === "" ? words.anotherSite : site;
    const name = words.reuse(addressText(first), where, shownTime(startedAt, false) ?? "");
    found.set(addressText(first), { name, endpoints });
  }
  const [own] = system.endpoints;
  const fromProfile =
    own === undefined || found.has(addressText(own))
      ? []
      : [{ name: words.fromProfile(addressText(own)), endpoints: system.endpoints }];
  return [...[...found.values()].slice(0, OFFERED), ...fromProfile];
}

async function pasted(work: Work, system: System): Promise<OfficeUse | "back" | null> {
  const { lang } = work.context;
  const typed = await work.ui.ask({
    message: texts[lang].address(nameOf(work, system)),
    check: (text) => {
      const address = officeAddress(text);
      return address.ok ? null : addressProblem(address.problem, lang);
    },
  });
  if (typed.kind !== "answer") return await askOne(work, system, nameOf(work, system));
  const address = officeAddress(typed.value);
  return address.ok ? await probed(work, system, withOthers(system, address.endpoint)) : null;
}

/** Tries the address at once: a slip of the finger is seen while the office is still there to ask. */
async function probed(work: Work, system: System, endpoints: readonly Endpoint[]): Promise<OfficeUse | "back" | null> {
  const { ui, context } = work;
  const words = texts[context.lang];
  const told: OfficeUse = { notUsed: [], provided: [{ system: system.id, endpoints }] };
  ui.say(words.trying(endpoints.map(addressText).join(", ")));
  const seen = await tryAddress(context, work.job, system, endpoints);
  for (const one of seen) ui.say(words.tried(addressText(one.endpoint), one.says));
  if (seen.every((one) => one.state === "ok")) return told;
  const reply = await ui.choose({
    message: words.didNotWork,
    options: [
      { value: "again", name: words.again },
      { value: "keep", name: words.keep },
      { value: "drop", name: words.drop },
    ],
  });
  if (reply.kind !== "answer" || reply.value === "again") return await pasted(work, system);
  return reply.value === "keep" ? told : null;
}
