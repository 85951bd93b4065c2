import { jsonText } from "../../base/json-text.ts";
import type { CommandContext } from "../../base/context.ts";
import { EXIT } from "../../base/exit.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { runScan } from "../../collect/plan/run-scan.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { judge } from "../../judge/judge.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { scanDocument } from "../../report/scan-document.ts";
import { progress as texts } from "../../text/progress.ts";
import { exitOf } from "./exit-of.ts";
import { PRACTICE_ID } from "../../profile/builtin/index.ts";
import { progressView } from "./progress.ts";
import { checkRecordFile, writeRecordFile } from "./record-file.ts";
import { scanInput } from "./scan-input.ts";
import type { ScanJob, ScanResult } from "./scan-job.ts";
import type { ScanOptions } from "./scan-options.ts";

/**
 * Scans, judges, stores and prints: text, or exactly one JSON document on stdout. What was gathered before Ctrl+C is
 * stored and shown too; the status is 130 then, and that of the verdict otherwise.
 * @throws UserError (64) where `--record` names a file that can't be written; after showing the result, (78) where it
 *   could not be stored
 */
export async function scanAndShow(context: CommandContext, job: ScanJob, options: ScanOptions): Promise<ScanResult> {
  if (options.record !== null) await checkRecordFile(context, options.record);
  const events = options.events ? await import("./event-lines.ts") : null;
  const emit = events?.eventLines(context) ?? null;
  const view =
    events !== null && emit !== null
      ? events.eventView(emit)
      : await progressView(context, options, job.profile.name[context.lang]);
  const { id, version } = job.profile;
  const command = id === PRACTICE_ID ? "practice" : "scan";
  emit?.({ event: "started", schemaVersion: 1, command, profile: { id, version } });
  const input = scanInput(context, job, {
    only: options.only,
    skip: [...new Set([...options.skip, ...job.skip])],
    deadlineMs: options.deadlineMs,
    sweepAll: options.sweepAll,
    record: options.record !== null,
  });
  // Loaded only where somebody watches, as the rendering below.
  const early =
    options.batch && emit === null ? null : (await import("./first-word.ts")).firstWordTeller(context, input, view);
  const evidence = await runScan({
    ...input,
    onProgress(progress) {
      view.onProgress(progress);
      early?.onProgress(progress);
    },
  });
  view.end();
  const verdict = judge(evidence);
  early?.end(verdict);
  const store = async (): Promise<void> => await job.save?.(evidence, verdict);
  const record = async (): Promise<void> =>
    options.record === null ? undefined : await writeRecordFile(context, options.record, evidence);
  const kept = await Promise.allSettled([store(), record()]);
  const exit = context.signal.aborted ? EXIT.interrupted : exitOf(verdict.status);
  if (emit === null) context.out(await resultText(context, job, options, evidence, verdict));
  else await events?.emitResult(context, job.visit, emit, { evidence, verdict, exit });
  // A disk that filled up during the scan must not cost the result as well: shown first, told then.
  for (const each of kept) if (each.status === "rejected") throw each.reason;
  if (options.record !== null && !options.batch)
    context.err(`${texts[context.lang].recordWritten(oneLine(options.record, 200))}\n`);
  if (exit === EXIT.interrupted) context.err(`${texts[context.lang].stopped}\n`);
  return { exit, evidence, verdict };
}

async function resultText(
  context: CommandContext,
  job: ScanJob,
  options: ScanOptions,
  evidence: Evidence,
  verdict: Verdict,
): Promise<string> {
  if (options.json) {
    const document = await scanDocument({ evidence, verdict, visit: job.visit, lang: context.lang });
    return `${jsonText({ ...document, ...(await officeDocument(job)) })}\n`;
  }
  // What measures the width of text costs twenty milliseconds to load: a batch does not pay for it.
  const { renderAnswer } = await import("../../explain/render/verdict.ts");
  const own = renderAnswer(verdict, evidence, context.lang, {
    columns: context.columns,
    rows: context.rows,
    full: options.full,
    explain: options.explain,
    colour: context.colourOut,
  });
  if (job.machine === undefined) return own;
  const { machinesText } = await import("../../report/machines.ts");
  return `${own}\n${machinesText(job.machine.read(), context.lang, context.columns)}\n`;
}

/** What the computers of the office say together; nothing where this is no scan of one of several. */
async function officeDocument({ machine }: ScanJob): Promise<object> {
  if (machine === undefined) return {};
  const { machinesDocument } = await import("../../report/machines.ts");
  return { machine: machine.name, office: machinesDocument(machine.read()) };
}
