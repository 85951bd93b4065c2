import type { CommandContext } from "../../base/context.ts";
import { jsonText } from "../../base/json-text.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import { verdictEvent, type Happened } from "../../report/events.ts";
import { scanDocument } from "../../report/scan-document.ts";
import type { ProgressView } from "./progress.ts";
import type { ScanJob, ScanResult } from "./scan-job.ts";

export { verdictEvent };

/** Writes events on stdout, one JSON line each. */
export function eventLines(context: Pick<CommandContext, "out" | "now" | "timeZone">): (happened: Happened) => void {
  return ({ event, ...rest }) =>
    context.out(`${jsonText({ event, at: isoWithOffset(context.now(), context.timeZone), ...rest })}\n`);
}

/** The progress of a scan as events. */
export function eventView(emit: (happened: Happened) => void): ProgressView {
  return {
    onProgress(progress) {
      if (progress.kind === "observation") emit({ event: "observation", observation: progress.observation });
      else {
        const { stage, done, total, running } = progress;
        emit({ event: "stage", stage, done, total, running: [...running] });
      }
    },
    interim: (verdict) => emit(verdictEvent(verdict, true)),
    draw: () => undefined,
    say: () => undefined,
    end: () => undefined,
  };
}

/** The end of a scan: its verdict, the document that `--json` prints, the exit status. */
export async function emitResult(
  { lang }: Pick<CommandContext, "lang">,
  visit: ScanJob["visit"],
  emit: (happened: Happened) => void,
  { evidence, verdict, exit }: ScanResult,
): Promise<void> {
  emit(verdictEvent(verdict, false));
  emit({ event: "result", document: await scanDocument({ evidence, verdict, visit, lang }) });
  emit({ event: "ended", exit });
}
