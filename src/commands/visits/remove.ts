import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import type { OptionValues } from "../../base/option-values.ts";
import { select } from "../../terminal/prompts/select.ts";
import { exchange } from "../../text/exchange.ts";
import { report } from "../../text/report.ts";
import { openForWork } from "../shared/open-for-work.ts";
import { flagOption } from "../../base/options.ts";

/** Removes visits for good, after asking; without a terminal only with --yes. */
export async function removeVisits(
  context: CommandContext,
  args: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const texts = exchange[context.lang];
  const store = await openForWork(context);
  try {
    const ids = [...new Set(args.map((id) => store.resolve(id)))];
    if (!flagOption(options, "yes")) {
      if (!context.interactive) throw new UserError(texts.removeNeedsYes);
      const answer = await confirmed(context, ids.length);
      if (answer !== true) {
        context.err(`${texts.kept}\n`);
        return answer === false ? EXIT.healthy : EXIT.interrupted;
      }
    }
    context.out(`${texts.removed(store.remove(ids))}\n`);
    return EXIT.healthy;
  } finally {
    store.close();
  }
}

/** A list with "no" first rather than y/n: the letters differ between languages. Null after Ctrl+C. */
async function confirmed(context: CommandContext, count: number): Promise<boolean | null> {
  const words = report[context.lang];
  return await select({
    message: exchange[context.lang].removeAsk(count),
    choices: [
      { value: false, name: words.no },
      { value: true, name: words.yes },
    ],
  });
}
