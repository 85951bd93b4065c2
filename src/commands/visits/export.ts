import { statSync } from "node:fs";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import { makeFolder } from "../../base/make-folder.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { flagOption, stringOption } from "../../base/options.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { jsonLines } from "../../report/json.ts";
import { sinceOption } from "../../report/since.ts";
import { toFile } from "../../report/sink.ts";
import { toStdout } from "../shared/to-stdout.ts";
import { fileProblem } from "../../text/file-problems.ts";
import { exchange } from "../../text/exchange.ts";
import { report } from "../../text/report.ts";
import { bundleChunks, markedVisit, markedVisits, type ExportRun } from "../../visit/exchange/bundle.ts";
import { exportName, isBundle, visitJson } from "../../visit/exchange/export-files.ts";
import { putPhotos } from "../../visit/exchange/photos.ts";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import { openStore, type VisitStore } from "../../visit/store.ts";
import { tellLeftOut } from "../shared/left-out.ts";

/** An export under way. */
interface Job {
  readonly context: CommandContext;
  readonly store: VisitStore;
  readonly filter: VisitFilter;
  readonly run: ExportRun;
  /** Replace whatever lies where something is to be written. */
  readonly force: boolean;
  /** How many visits are chosen. */
  readonly count: number;
}

/**
 * Writes visits to stdout (one: JSON; several: ndjson), to one file (.json with photos beside it, .ndjson with photos beside
 * it, .ndjson.gz with the photos in it), or one file each, with photos, into a folder. Files appear under their names only
 * when they are complete. 2 where a visit or a photo had to be left out.
 */
export async function exportVisits(
  context: CommandContext,
  args: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const since = sinceOption(context, options);
  const all = flagOption(options, "all") || since !== null;
  if (all === args.length > 0)
    throw new UserError(all ? report[context.lang].allAndIds : exchange[context.lang].exportWhich);
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    const filter: VisitFilter = all
      ? since === null
        ? {}
        : { since }
      : { ids: [...new Set(args.map((id) => store.resolve(id)))] };
    const output = stringOption(options, "output");
    const count = filter.ids?.length ?? store.list(filter).length;
    // One visit that cannot be read is no export without it, but none.
    if (filter.ids?.length === 1) store.get(filter.ids[0] ?? "");
    const job: Job = {
      context,
      store,
      filter,
      count,
      force: flagOption(options, "force"),
      run: { source: store, problems: [], sent: new Map() },
    };
    const toScreen = output === undefined || output === "-";
    if (!(await (toScreen ? print(job) : write(job, output)))) return EXIT.interrupted;
    store.noteSent(job.run.sent);
    if (!toScreen) context.err(`${exchange[context.lang].exported(job.run.sent.size, output)}\n`);
    return tellLeftOut(context, { damaged: store.records.damaged(), photos: job.run.problems });
  } finally {
    store.close();
  }
}

/** Photos do not go to stdout; they are looked at all the same. */
async function print(job: Job): Promise<boolean> {
  const { context, store, filter, run, count } = job;
  const done = await toStdout(
    context,
    count === 1 ? documents(job) : jsonLines(markedVisits(store.iterate(filter), run)),
  );
  run.problems.push(...store.photoProblems(filter, "hash"));
  return done;
}

async function write(job: Job, output: string): Promise<boolean> {
  const { context, store, filter, run, count, force } = job;
  const target = path.resolve(context.cwd, output);
  if (isBundle(output) && output.endsWith(".gz"))
    return await toFile(context, output, bundleChunks(store.iterate(filter), run), { force });
  if (isBundle(output)) {
    const done = await toFile(context, output, jsonLines(markedVisits(store.iterate(filter), run)), { force });
    return done && (await photosBeside(job, path.dirname(target)));
  }
  const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder && count === 1 && !/[\\/]$/u.test(output))
    return (
      (await toFile(context, output, documents(job), { force })) && (await photosBeside(job, path.dirname(target)))
    );
  orMessage(job, output, () => makeFolder(target));
  for (const visit of store.iterate(filter)) {
    const text = visitJson(markedVisit(visit, run));
    if (!(await toFile(context, path.join(target, exportName(visit)), [text], { force }))) return false;
  }
  return await photosBeside(job, target);
}

/** Photos as they lie in the store: photos/VISIT/FILE. */
async function photosBeside({ context, store, filter, run }: Job, folder: string): Promise<boolean> {
  for (const visit of store.iterate(filter)) {
    if (context.signal.aborted) return false;
    run.problems.push(...(await putPhotos(store.photoFolder(visit.id), visit, folder, context)));
  }
  return true;
}

function* documents({ store, filter, run }: Job): Generator<string> {
  for (const visit of store.iterate(filter)) yield visitJson(markedVisit(visit, run));
}

function orMessage({ context }: Job, output: string, body: () => void): void {
  try {
    body();
  } catch (error) {
    const detail = fileProblem(error, context.lang);
    throw new UserError(report[context.lang].cannotWrite(oneLine(output, 200), detail), EXIT.config);
  }
}
