import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { stringOption } from "../../base/options.ts";
import { exchange } from "../../text/exchange.ts";
import { importFiles } from "../../visit/exchange/import-files.ts";
import { visitFiles } from "../../visit/exchange/visit-files.ts";
import { tellLeftOut } from "../shared/left-out.ts";
import { openForWork } from "../shared/open-for-work.ts";
import { decideConflict } from "./conflict.ts";

/**
 * Takes visit files and folders of them. 78 where something was not taken or a conflict stands; everything else is imported
 * all the same. 2 where only photos are missing.
 */
export async function importVisits(
  context: CommandContext,
  args: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const { lang, signal } = context;
  const files = await visitFiles(args, context.cwd, lang);
  const store = await openForWork(context);
  try {
    const decide = decideConflict(context, stringOption(options, "conflicts"));
    const result = await importFiles(store, files, { ...context, lang, signal, decide });
    for (const message of result.messages) context.err(`${message}\n`);
    const photos = tellLeftOut(context, { damaged: [], photos: result.photos });
    const { added, updated, same, conflicts, problems } = result;
    context.out(`${exchange[lang].imported(added, updated, same, conflicts, problems)}\n`);
    if (signal.aborted) return EXIT.interrupted;
    return conflicts + problems > 0 ? EXIT.config : photos;
  } finally {
    store.close();
  }
}
