import type { CommandContext } from "../../base/context.ts";
import { visits } from "../../text/visits.ts";
import { openStore, type VisitStore } from "../../visit/store.ts";

/**
 * Opens the store to write into it, and keeps a copy of it at the first such start of a day.
 * @throws UserError 78 where it cannot be written
 */
export async function openForWork(context: CommandContext): Promise<VisitStore> {
  const store = openStore(context.dataDir, context.lang);
  try {
    const texts = visits[context.lang];
    const told = { damaged: texts.copyDamaged, full: texts.copyFull, failed: texts.copyFailed };
    const became = await store.keepDailyCopy(context);
    if (became === "damaged" || became === "full" || became === "failed") context.err(`${told[became]}\n`);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}
