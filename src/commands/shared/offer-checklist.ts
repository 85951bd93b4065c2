import { runChecklist } from "../../checklist/run.ts";
import type { CommandContext } from "../../base/context.ts";
import { select } from "../../terminal/prompts/select.ts";
import { scan as scanTexts } from "../../text/scan.ts";
import { placesOf } from "./places.ts";
import type { Filing } from "./visit-filing.ts";

/** After the network part, in a terminal: on to survey and checklist, or later. Ctrl+C here means later, too. */
export async function offerChecklist(context: CommandContext, filing: Filing): Promise<void> {
  const texts = scanTexts[context.lang];
  const go = await select({
    message: texts.goOn,
    choices: [
      { value: true, name: texts.goOnNow },
      { value: false, name: texts.goOnLater },
    ],
  });
  const { id } = filing.visit;
  const places = placesOf(context, undefined, () => filing.store.get(id));
  const ended = go === true ? await runChecklist(context, filing.store, id, places) : "paused";
  if (ended === "paused") context.err(`${texts.later(id)}\n`);
}
