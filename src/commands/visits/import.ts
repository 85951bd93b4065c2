import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { exchange } from "../../text/exchange.ts";
import { importFiles, visitFiles } from "../../visit/exchange/import-files.ts";
import { openStore } from "../../visit/store.ts";

/**
 * Takes visit files and folders of them. 78 where a file was not taken or a visit conflicts; everything else is
 * imported all the same.
 */
export async function importVisits(context: CommandContext, args: readonly string[]): Promise<ExitCode> {
  const files = await visitFiles(args, context.cwd, context.lang);
  const store = openStore(context.dataDir, context.lang);
  try {
    const result = await importFiles(store, files, context.lang, context.signal);
    for (const message of result.messages) context.err(`${message}\n`);
    context.out(`${exchange[context.lang].imported(result.added, result.same, result.conflicts, result.problems)}\n`);
    if (context.signal.aborted) return EXIT.interrupted;
    return result.conflicts + result.problems > 0 ? EXIT.config : EXIT.healthy;
  } finally {
    store.close();
  }
}
