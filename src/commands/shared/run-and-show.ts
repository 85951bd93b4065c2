import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { runScan } from "../../collect/plan/run-scan.ts";
import type { LocalSource } from "../../collect/context/scan-input.ts";
import type { Baseline, Evidence } from "../../evidence/schema.ts";
import { judge } from "../../judge/judge.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import { scanDocument } from "../../report/scan-document.ts";
import { progress as texts } from "../../text/progress.ts";
import type { Visit } from "../../visit/schema.ts";
import { exitOf } from "./exit-of.ts";
import { progressView } from "./progress.ts";
import { checkRecordFile, writeRecordFile } from "./record-file.ts";
import type { ScanOptions } from "./scan-options.ts";

/** What is scanned, from where, and what becomes of the result. */
export interface ScanJob {
  readonly profile: Profile;
  readonly profileHash: string;
  /** The laptop, or the practice office's idea of one. */
  readonly local: LocalSource;
  /** Environment that the scan reads proxies from. */
  readonly env: CommandContext["env"];
  readonly extraCa: readonly string[];
  /** As in ScanInput. */
  swallows?(address: string, port: number): boolean;
  /** Groups left out whatever the options say. */
  readonly skip: readonly string[];
  readonly site: Evidence["site"];
  readonly baseline: Baseline | null;
  /** The visit that the result belongs to, as it will be stored; null where there is none. */
  readonly visit: Visit | null;
  /** Stores the result; called also after an interruption, with what was gathered until then. */
  readonly save: ((evidence: Evidence, verdict: Verdict) => Promise<void>) | null;
}

export interface ScanResult {
  readonly exit: ExitCode;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
}

/**
 * Scans, judges, stores and prints: text, or exactly one JSON document on stdout. What was gathered before Ctrl+C is
 * stored and shown too; the status is 130 then, and that of the verdict otherwise.
 * @throws UserError (64) where `--record` names a file that can't be written; after showing the result, (78) where it
 *   could not be stored
 */
export async function scanAndShow(context: CommandContext, job: ScanJob, options: ScanOptions): Promise<ScanResult> {
  if (options.record !== null) checkRecordFile(context, options.record);
  const view = await progressView(context, options, job.profile.name[context.lang]);
  const evidence = await scan(context, job, options, (progress) => view.onProgress(progress));
  view.end();
  const verdict = judge(evidence);
  const store = async (): Promise<void> => await job.save?.(evidence, verdict);
  const record = async (): Promise<void> =>
    options.record === null ? undefined : await writeRecordFile(context, options.record, evidence);
  const kept = await Promise.allSettled([store(), record()]);
  context.out(await resultText(context, job, options, evidence, verdict));
  // A disk that filled up during the scan must not cost the result as well: shown first, told then.
  for (const each of kept) if (each.status === "rejected") throw each.reason;
  if (options.record !== null && !options.batch)
    context.err(`${texts[context.lang].recordWritten(oneLine(options.record, 200))}\n`);
  if (!context.signal.aborted) return { exit: exitOf(verdict.status), evidence, verdict };
  context.err(`${texts[context.lang].stopped}\n`);
  return { exit: EXIT.interrupted, evidence, verdict };
}

async function resultText(
  context: CommandContext,
  job: ScanJob,
  options: ScanOptions,
  evidence: Evidence,
  verdict: Verdict,
): Promise<string> {
  if (options.json)
    return `${JSON.stringify(await scanDocument({ evidence, verdict, visit: job.visit, lang: context.lang }))}\n`;
  // What measures the width of text costs twenty milliseconds to load: a batch does not pay for it.
  const { renderVerdict } = await import("../../explain/render/verdict.ts");
  return renderVerdict(verdict, evidence, context.lang, {
    columns: context.columns,
    explain: options.explain,
    colour: context.colourOut,
  });
}

function scan(
  context: CommandContext,
  job: ScanJob,
  options: ScanOptions,
  onProgress: Parameters<typeof runScan>[0]["onProgress"],
): Promise<Evidence> {
  return runScan({
    profile: job.profile,
    profileHash: job.profileHash,
    only: options.only,
    skip: [...new Set([...options.skip, ...job.skip])],
    deadlineMs: options.deadlineMs,
    site: job.site,
    baseline: job.baseline,
    local: job.local,
    extraCa: job.extraCa,
    swallows: (address, port) => job.swallows?.(address, port) === true,
    record: options.record !== null,
    signal: context.signal,
    env: job.env,
    platform: context.platform,
    timeZone: context.timeZone,
    now: () => context.now(),
    monotonic: () => context.monotonic(),
    randomBytes: (size) => context.randomBytes(size),
    onProgress,
  });
}
