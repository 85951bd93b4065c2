import type { CommandContext } from "../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../base/exit.ts";
import type { OptionValues } from "../base/option-values.ts";
import { render } from "../report/render.ts";
import { readRequest, type ReportRequest } from "../report/request.ts";
import { TABLES } from "../report/tables.ts";
import { toFile } from "../report/sink.ts";
import { toStdout } from "./shared/to-stdout.ts";
import { practiceBanner } from "../text/practice.ts";
import { report } from "../text/report.ts";
import { visits } from "../text/visits.ts";
import type { VisitFilter } from "../visit/queries/filter.ts";
import { openStore, type VisitStore } from "../visit/store.ts";
import { tellLeftOut } from "./shared/left-out.ts";

/** `qbrecover report`: stored visits as tables, whole records or a form to be signed. */
export async function run(context: CommandContext, args: readonly string[], options: OptionValues): Promise<ExitCode> {
  const request = await readRequest(context, args, options);
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    const table = request.table === null ? null : await TABLES[request.table]();
    // One visit alone is no list of needs and no order.
    const all = request.all || table?.scope === "all";
    // An exercise asks for nothing to be bought, and nobody is driven to.
    const exercises = request.practice ? true : table?.scope === "all" ? false : undefined;
    const chosen = filterOf(store, request, all, context);
    const filter = exercises === undefined ? chosen : { ...chosen, practice: exercises };
    // One visit that cannot be read is no report without it, but none.
    if (table === null && filter.ids?.length === 1) store.get(filter.ids[0] ?? "");
    const chunks = await render(context, store, request, table, filter);
    const exit = await written(context, request, chunks);
    if (exit === EXIT.interrupted) return exit;
    if (request.practice) context.err(`${practiceBanner(context.lang)}\n`);
    // A record that is signed is held against its photos byte for byte; tables only count them.
    const photos = store.photoProblems(filter, table === null ? "hash" : "size");
    const told = tellLeftOut(context, { damaged: store.records.damaged(), photos });
    return told === EXIT.healthy ? exit : told;
  } finally {
    store.close();
  }
}

async function written(
  context: CommandContext,
  { format, output, force }: ReportRequest,
  chunks: Iterable<string>,
): Promise<ExitCode> {
  if (output === null) return (await toStdout(context, chunks)) ? EXIT.healthy : EXIT.interrupted;
  if (format === "pdf") {
    const { toPdf } = await import("./shared/to-pdf.ts");
    return toPdf(context, output, chunks, force);
  }
  if (!(await toFile(context, output, chunks, { force }))) return EXIT.interrupted;
  context.err(`${report[context.lang].writtenFile(output)}\n`);
  return EXIT.healthy;
}

function filterOf(store: VisitStore, request: ReportRequest, all: boolean, context: CommandContext): VisitFilter {
  if (request.visits.length > 0) return { ids: request.visits.map((id) => store.resolve(id)) };
  const since = request.since === null ? {} : { since: request.since };
  if (all) return since;
  const newest = store.list({ limit: 1, ...(request.practice ? { practice: true } : {}) })[0];
  if (newest === undefined) throw new UserError(visits[context.lang].noVisits, EXIT.config);
  return { ids: [newest.id] };
}
