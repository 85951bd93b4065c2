import type { CommandContext } from "../../base/context.ts";
import { EXIT, type ExitCode } from "../../base/exit.ts";
import { visitText } from "../../report/text/visit.ts";
import { openStore } from "../../visit/store.ts";

/** One visit as readable text. */
export function showVisit(context: CommandContext, args: readonly string[]): ExitCode {
  const store = openStore(context.dataDir, context.lang, "read");
  try {
    context.out(visitText(store.get(args[0] ?? ""), context.lang, context.columns));
    return EXIT.healthy;
  } finally {
    store.close();
  }
}
