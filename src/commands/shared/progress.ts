import { oneLine } from "../../base/terminal-safe.ts";
import type { CommandContext } from "../../base/context.ts";
import type { ScanProgress } from "../../collect/context/scan-input.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Stage } from "../../collect/context/stages.ts";
import { progress as texts, stages as stageTexts } from "../../text/progress.ts";
import type { ScanOptions } from "./scan-options.ts";

/** Shows on stderr how far a scan is. */
export interface ProgressView {
  onProgress(progress: ScanProgress): void;
  /** What nothing that still runs is expected to change, beside the words for it. */
  interim?(verdict: Verdict): void;
  /** The picture of the way as far as it is known, below the line that moves; nothing where nothing moves. */
  draw(picture: () => string): void;
  /** A line that stays, above what moves. */
  say(text: string): void;
  /** Takes a moving line away before results are printed. */
  end(): void;
}

/** A moving line where stderr is a terminal, plain lines where it is not, nothing at all in a batch. */
export async function progressView(
  context: CommandContext,
  options: ScanOptions,
  title: string,
): Promise<ProgressView> {
  const words = texts[context.lang];
  const stages: Readonly<Record<Stage, string>> = stageTexts[context.lang];
  if (options.batch) return { onProgress: ignore, draw: ignore, say: ignore, end: ignore };
  const lineOf = (progress: ScanProgress): string | null => {
    if (progress.kind !== "stage") return null;
    return words.working(progress.done, progress.total, stages[progress.stage]);
  };
  if (!context.colour || !context.interactive) {
    context.err(`${words.start(oneLine(title, 200))}\n`);
    return {
      onProgress: (progress) => {
        const line = lineOf(progress);
        if (line !== null) context.err(`${line}\n`);
      },
      draw: ignore,
      say: (text) => context.err(`${text}\n`),
      end: ignore,
    };
  }
  // Costs some tens of milliseconds to load: only where somebody watches.
  const { default: ora } = await import("ora");
  const spinner = ora({ text: words.start(oneLine(title, 200)), stream: process.stderr, discardStdin: false }).start();
  return {
    onProgress: (progress) => {
      const line = lineOf(progress);
      if (line !== null) spinner.text = line;
    },
    draw: (picture) => void (spinner.text = `${spinner.text.split("\n")[0] ?? ""}\n${picture()}`),
    say(text) {
      spinner.clear();
      context.err(`${text}\n`);
      spinner.render();
    },
    end: () => void spinner.stop(),
  };
}

const ignore = (): void => undefined;
