import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { jsonLines } from "../../report/json.ts";
import { sinceOption } from "../../report/since.ts";
import { toFile } from "../../report/sink.ts";
import { toStdout } from "../shared/to-stdout.ts";
import { exchange } from "../../text/exchange.ts";
import { report } from "../../text/report.ts";
import { zippedLines } from "../../visit/exchange/bundle.ts";
import { exportName, isBundle, visitJson } from "../../visit/exchange/export-files.ts";
import { copyPhotosOut } from "../../visit/exchange/photos.ts";
import type { VisitFilter } from "../../visit/queries/filter.ts";
import { openStore, type VisitStore } from "../../visit/store.ts";
import { flagOption, stringOption } from "../../base/options.ts";

/**
 * Writes visits to stdout (one: JSON; several: ndjson), to one file (.json, .ndjson, .ndjson.gz), or one file each,
 * with photos, into a folder. Files appear under their names only when they are complete.
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
    const filter: VisitFilter = all ? (since === null ? {} : { since }) : { ids: args.map((id) => store.resolve(id)) };
    const output = stringOption(options, "output");
    const count = all ? store.list(filter).length : args.length;
    if (output === undefined || output === "-")
      return statusOf(
        await toStdout(context, count === 1 ? documents(store, filter) : jsonLines(store.iterate(filter))),
      );
    const done = await write(context, store, filter, output, count);
    if (done) context.err(`${exchange[context.lang].exported(count, output)}\n`);
    return statusOf(done);
  } finally {
    store.close();
  }
}

const statusOf = (done: boolean): ExitCode => (done ? EXIT.healthy : EXIT.interrupted);

async function write(
  context: CommandContext,
  store: VisitStore,
  filter: VisitFilter,
  output: string,
  count: number,
): Promise<boolean> {
  if (isBundle(output))
    return await toFile(
      context,
      output,
      output.endsWith(".gz") ? zippedLines(store.iterate(filter)) : jsonLines(store.iterate(filter)),
    );
  const folder = path.resolve(context.cwd, output);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder && count === 1 && !/[\\/]$/u.test(output))
    return await toFile(context, output, documents(store, filter));
  makeFolder(context, folder, output);
  for (const visit of store.iterate(filter)) {
    if (!(await toFile(context, path.join(folder, exportName(visit)), [visitJson(visit)]))) return false;
    copyPhotosOut(store, visit, folder);
  }
  return true;
}

function makeFolder(context: CommandContext, folder: string, output: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError(
      report[context.lang].cannotWrite(oneLine(output, 200), oneLine(error instanceof Error ? error.message : "", 200)),
      EXIT.config,
    );
  }
}

function* documents(store: VisitStore, filter: VisitFilter): Generator<string> {
  for (const visit of store.iterate(filter)) yield visitJson(visit);
}
