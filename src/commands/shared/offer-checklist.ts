import inquirer from "inquirer";
import { runChecklist } from "../../checklist/run.ts";
import type { CommandContext } from "../../base/context.ts";
import { scan as scanTexts } from "../../text/scan.ts";
import type { Filing } from "./visit-filing.ts";

/** After the network part, in a terminal: on to survey and checklist, or later. Ctrl+C here means later, too. */
export async function offerChecklist(context: CommandContext, filing: Filing): Promise<void> {
  const texts = scanTexts[context.lang];
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const go = await prompt<{ go: boolean }>([
    {
      type: "select",
      name: "go",
      message: texts.goOn,
      choices: [
        { value: true, name: texts.goOnNow },
        { value: false, name: texts.goOnLater },
      ],
      theme: { style: { keysHelpTip: () => undefined } },
    },
  ]).then(
    (answer) => answer.go,
    () => false,
  );
  const ended = go ? await runChecklist(context, filing.store, filing.visit.id) : "paused";
  if (ended === "paused") context.err(`${texts.later(filing.visit.id)}\n`);
}
