import type { CommandContext } from "../../base/context.ts";
import { checklist } from "../../text/checklist.ts";
import { askPrompt } from "./ask-prompt.ts";
import { choosePrompt } from "./choose-prompt.ts";
import { isPromptExit } from "./select.ts";
import { tickPrompt } from "./tick-prompt.ts";
import { safeChoice, safeHead, safeOption } from "./safe-request.ts";
import { PausedError, type AskRequest, type Reply, type Settled, type Ui } from "./ui.ts";
import { wrapLines } from "../wrap.ts";

/** Prompts on stderr; stdout stays free for results. */
export function terminalUi(context: CommandContext): Ui {
  const texts = checklist[context.lang];
  const streams = { output: process.stderr, signal: context.signal, clearPromptOnDone: true };
  const size = (): Size => sizeOf(context);
  const keys = (list: boolean, { canSkip, canSkipRest }: Pick<AskRequest, "canSkip" | "canSkipRest">): string =>
    [
      list ? texts.keysList : texts.keysLine,
      texts.keyBack,
      canSkip === true ? texts.keySkip : "",
      canSkipRest === true ? texts.keyRest : "",
      texts.keyPause,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  const print = (text: string): void => context.err(`${wrapLines(text, size().columns - 1)}\n`);
  const last = lastAnswer(print);
  const put = async <T>(message: string, prompt: () => Promise<Settled<T>>): Promise<Reply<T>> => {
    last.show("·");
    const { reply, shown } = await paused(prompt());
    last.note(`${message} ${shown}`);
    return reply;
  };
  return {
    choose: (request) =>
      put(request.message, () =>
        choosePrompt(
          {
            ...safeChoice(request),
            ...size(),
            keys: keys(true, request),
            nothing: texts.nothingFound,
          },
          streams,
        ),
      ),
    ask: (request) =>
      put(request.message, () => askPrompt({ ...safeHead(request), ...size(), keys: keys(false, request) }, streams)),
    tick: (request) => {
      const tickKeys = [texts.keysTick, texts.keyBack, texts.keySkip, texts.keyPause].join(" · ");
      const options = request.options.map(safeOption);
      const config = { ...safeHead(request), options, ...size(), keys: tickKeys, nothing: texts.tickOrNone };
      return put(request.message, () => tickPrompt(config, streams));
    },
    say: (text) => {
      last.show("·");
      print(text);
    },
    stored: () => last.show("✔"),
  };
}

/** What was answered last, until it is known whether it is stored. */
function lastAnswer(print: (text: string) => void): { note(line: string): void; show(sign: string): void } {
  let line: string | null = null;
  return {
    note: (answered) => void (line = answered),
    show(sign) {
      if (line !== null) print(`${sign} ${line}`);
      line = null;
    },
  };
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The terminal as it is now: people make windows larger while they are asked. */
function sizeOf(context: CommandContext): Size {
  return { columns: process.stderr.columns ?? context.columns, rows: process.stderr.rows ?? 24 };
}

async function paused<T>(prompt: Promise<T>): Promise<T> {
  try {
    return await prompt;
  } catch (error) {
    if (isPromptExit(error)) throw new PausedError();
    throw error;
  }
}
