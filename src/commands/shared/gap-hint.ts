import type { CommandContext } from "../../base/context.ts";
import type { Verdict } from "../../judge/verdict.ts";
import { gap as texts } from "../../text/gap.ts";

/** Ids of the systems that are missing for want of an address that holds: what `--set` can mend. */
export function settable({ missing = [], systems }: Verdict): string[] {
  return systems
    .filter((one) => missing.includes(one.id) && (one.why === "noAddress" || one.why === "notEnabled"))
    .map((one) => one.id);
}

/** In a batch, on stderr: the options that close the gap. Where a fault was found, that one is mended first. */
export function tellGap(context: CommandContext, verdict: Verdict): void {
  if (verdict.status !== "inconclusive") return;
  const words = texts[context.lang];
  const ids = settable(verdict);
  if (ids.length > 0) context.err(`${words.batch(ids.map((id) => `--set ${id}=${words.placeholder}`).join(" "))}\n`);
}
