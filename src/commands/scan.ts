import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { realLocalSource } from "../collect/local/index.ts";
import type { Evidence } from "../evidence/schema.ts";
import { loadProfile, type LoadedProfile } from "../profile/load.ts";
import type { OfficeUse } from "../profile/office/use.ts";
import { siteFacts } from "../survey/site-facts.ts";
import { machines as machineTexts } from "../text/machines.ts";
import { scan as scanTexts } from "../text/scan.ts";
import { isPractice } from "../visit/practice.ts";
import { DEFAULT_PROFILE } from "./shared/default-profile.ts";
import { flagOption, stringOption } from "../base/options.ts";
import { tellGap } from "./shared/gap-hint.ts";
import { officeUse, withUse } from "./shared/office-use.ts";
import { scanAndShow } from "./shared/run-and-show.ts";
import type { MachineFiling } from "./shared/machine-filing.ts";
import { placeOfVisit } from "./shared/open-visit.ts";
import type { ScanJob, ScanResult } from "./shared/scan-job.ts";
import { scanOptions, type ScanOptions } from "./shared/scan-options.ts";
import type { Filing } from "./shared/visit-filing.ts";

/**
 * `qbrecover scan`: the network of this office, saved as a visit. In a terminal the electrical gate comes before the
 * cable, survey and checklist after the verdict.
 */
export async function run(context: CommandContext, _args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const checked = scanOptions(options, context.lang);
  const loaded = await loadProfile(
    stringOption(options, "profile") ?? DEFAULT_PROFILE,
    context.dataDir,
    context.lang,
    context,
  );
  if (loaded.profile.id === "practice") throw new UserError(scanTexts[context.lang].practiceProfile);
  for (const warning of loaded.warnings) context.err(`${warning}\n`);

  // Opened, and the visit made, before anything is scanned: a full or read-only stick is told while there is nothing to
  // lose.
  const machine = options["machine"] === undefined ? null : await openMachine(context, options);
  const filing = machine ?? (options["save"] === false ? null : await openFiling(context, options));
  // Whoever goes from desk to desk answers nothing: the gate, the survey and the devices are those of the visit.
  const asks = machine === null && goesOn(context, checked);
  try {
    if (asks && !(await isLetIn(context, filing))) return EXIT.interrupted;
    const use = await officeUse(context, loaded, options, filing);
    const job =
      machine === null
        ? jobOf(context, loaded, filing, options, use)
        : jobOfMachine(context, loaded, machine, options, use);
    const first = await scanAndShow(context, job, checked);
    if (checked.batch) tellGap(context, first.verdict);
    const result = asks ? await withGapClosed(context, filing, job, first, checked) : first;
    if (filing === null || result.exit === EXIT.interrupted) return result.exit;
    if (machine !== null) tellAdded(context, machine, checked);
    else context.err(checked.batch ? "" : `${scanTexts[context.lang].saved(filing.visit.id)}\n`);
    if (asks) {
      const { offerChecklist } = await import("./shared/offer-checklist.ts");
      await offerChecklist(context, filing);
    }
    return result.exit;
  } finally {
    filing?.close();
  }
}

// Only where somebody can answer: a batch loads no prompts.
async function isLetIn(context: CommandContext, filing: Filing | null): Promise<boolean> {
  if (filing === null) {
    context.err(`${scanTexts[context.lang].gateNotAsked}\n`);
    return true;
  }
  const { askGate } = await import("./shared/ask-gate.ts");
  return (await askGate(context, filing)) === "go";
}

async function withGapClosed(
  context: CommandContext,
  filing: Filing | null,
  job: ScanJob,
  first: ScanResult,
  checked: ScanOptions,
): Promise<ScanResult> {
  const { closeGap } = await import("./shared/close-gap.ts");
  return (await closeGap(context, filing, job, first, checked)) ?? first;
}

// A scan that is not saved does without the store and the list of communes.
async function openFiling(context: CommandContext, options: OptionValues): Promise<Filing> {
  const { fileVisit } = await import("./shared/visit-filing.ts");
  const filing = await fileVisit(context, options);
  if (!isPractice(filing.visit)) return filing;
  // What was practised would pass for seen there.
  filing.close();
  throw new UserError(scanTexts[context.lang].practiceVisit(filing.visit.id));
}

async function openMachine(context: CommandContext, options: OptionValues): Promise<MachineFiling> {
  const { fileMachine } = await import("./shared/machine-filing.ts");
  const filing = await fileMachine(context, options);
  if (isPractice(filing.visit)) {
    filing.close();
    throw new UserError(scanTexts[context.lang].practiceVisit(filing.visit.id));
  }
  if (!flagOption(options, "batch"))
    context.err(`${machineTexts[context.lang].into(filing.name, placeOfVisit(filing.visit))}\n`);
  return filing;
}

function tellAdded(context: CommandContext, filing: MachineFiling, { batch }: ScanOptions): void {
  if (batch) return;
  const count = filing.read().machines?.length ?? 0;
  context.err(`${machineTexts[context.lang].added(filing.name, placeOfVisit(filing.visit), count)}\n`);
}

// What the visit was begun with is tested from every desk: only then can they be compared.
function jobOfMachine(
  context: CommandContext,
  loaded: LoadedProfile,
  filing: MachineFiling,
  options: OptionValues,
  use: OfficeUse,
): ScanJob {
  const job = jobOf(context, loaded, filing, options, use);
  const { scan } = filing.visit;
  const same = stringOption(options, "profile") === undefined && scan !== null;
  return {
    ...job,
    ...(same ? { profile: scan.evidence.profile, profileHash: scan.evidence.profileHash } : {}),
    machine: { name: filing.name, read: () => filing.read() },
  };
}

function jobOf(
  context: CommandContext,
  loaded: LoadedProfile,
  filing: Filing | null,
  options: OptionValues,
  use: OfficeUse,
): ScanJob {
  return {
    profile: loaded.profile,
    profileHash: loaded.hash,
    local: realLocalSource(context.platform),
    env: context.env,
    extraCa: [],
    skip: [],
    site: withUse(siteOf(filing, flagOption(options, "satellite")), use),
    baseline: filing?.baseline ?? null,
    visit: filing?.visit ?? null,
    save:
      filing === null
        ? null
        : (evidence, verdict) =>
            filing.save(evidence, verdict, { finished: flagOption(options, "batch") && !context.signal.aborted }),
  };
}

/** What people told about the line, as far as the judge needs it; the flag is for a laptop without a survey. */
function siteOf(filing: Filing | null, satellite: boolean): Evidence["site"] {
  const told = siteFacts(filing?.visit.survey ?? {});
  return satellite ? { ...told, satellite: true } : told;
}

function goesOn(context: CommandContext, options: ScanOptions): boolean {
  return context.interactive && !options.batch && !options.json && !options.events && !context.signal.aborted;
}
