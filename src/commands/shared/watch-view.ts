import type { CommandContext } from "../../base/context.ts";
import type { ExitCode } from "../../base/exit.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Change } from "../../watch/snapshot.ts";

/** Where a live view shows what it sees. */
export interface WatchView {
  changed(change: Change): void;
  /** The verdict of a round; shown where it is another than before. */
  judged(verdict: Verdict): void;
  ended(exit: ExitCode): void;
}

/** Lines for people, with the time. */
export function wordsView(context: CommandContext): WatchView {
  return {
    changed: ({ name, before, now }) =>
      context.out(`${clockTime(context)}  ${name}: ${before === undefined ? "" : `${before} → `}${now ?? "–"}\n`),
    judged: () => undefined,
    ended: () => undefined,
  };
}

/** One JSON line an event, for programs. */
export async function watchEvents(context: CommandContext, { id, version }: Profile): Promise<WatchView> {
  const { eventLines, verdictEvent } = await import("./event-lines.ts");
  const emit = eventLines(context);
  let told: string | undefined;
  emit({ event: "started", schemaVersion: 1, command: "watch", profile: { id, version } });
  return {
    changed: ({ name, before, now }) => emit({ event: "changed", name, before: before ?? null, now: now ?? null }),
    judged(verdict) {
      const happened = verdictEvent(verdict, false);
      const text = JSON.stringify(happened);
      if (text !== told) emit(happened);
      told = text;
    },
    ended: (exit) => emit({ event: "ended", exit }),
  };
}

function clockTime(context: CommandContext): string {
  return new Date(context.now()).toLocaleTimeString("vi-VN", { timeZone: context.timeZone, hour12: false });
}
