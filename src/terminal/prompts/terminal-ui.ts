import type { CommandContext } from "../../base/context.ts";
import { checklist } from "../../text/checklist.ts";
import { askPrompt } from "./ask-prompt.ts";
import { choosePrompt } from "./choose-prompt.ts";
import { isPromptExit } from "./select.ts";
import { tickPrompt } from "./tick-prompt.ts";
import { PausedError, type Ui } from "./ui.ts";
import { wrapLines } from "../wrap.ts";

/** Prompts on stderr; stdout stays free for results. */
export function terminalUi(context: CommandContext): Ui {
  const texts = checklist[context.lang];
  const streams = { output: process.stderr, signal: context.signal };
  const size = (): { columns: number; rows: number } => ({
    columns: process.stderr.columns ?? context.columns,
    rows: process.stderr.rows ?? 24,
  });
  const keys = (list: boolean, canSkip: boolean): string =>
    [list ? texts.keysList : texts.keysLine, texts.keyBack, canSkip ? texts.keySkip : "", texts.keyPause]
      .filter((part) => part !== "")
      .join(" · ");
  return {
    choose: (request) =>
      paused(
        choosePrompt(
          { ...request, ...size(), keys: keys(true, request.canSkip === true), nothing: texts.nothingFound },
          streams,
        ),
      ),
    ask: (request) =>
      paused(askPrompt({ ...request, ...size(), keys: keys(false, request.canSkip === true) }, streams)),
    tick: (request) =>
      paused(
        tickPrompt(
          {
            ...request,
            ...size(),
            keys: [texts.keysTick, texts.keyBack, texts.keySkip, texts.keyPause].join(" · "),
            nothing: texts.tickOrNone,
          },
          streams,
        ),
      ),
    say: (text) => context.err(`${wrapLines(text, size().columns - 1)}\n`),
  };
}

async function paused<T>(prompt: Promise<T>): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (isPromptExit(error)) throw new PausedError();
    throw error;
  }
}
