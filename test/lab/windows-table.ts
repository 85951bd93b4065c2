import { LEAST_READ, MUST_BE_READ, readCounts } from "./facts-read.ts";
import type { Played } from "./play.ts";
import { WINE_LIMITS } from "./wine-limits.ts";

/** What a run of the Windows build proves: same verdicts, what Wine cannot show, and what was read. */
export function windowsTable(played: readonly Played[]): string {
  const good = played.filter((one) => one.complaints.length === 0);
  const limited = good.filter((one) => one.scenario.wine !== undefined);
  const counts = [...readCounts(played.flatMap((one) => one.run.document?.evidence ?? []))];
  const lines = Object.entries(WINE_LIMITS).map(([because, what]) => {
    const ids = limited.filter((one) => one.scenario.wine?.because === because).map((one) => one.scenario.id);
    return `  ${String(ids.length)}  ${because}: ${what}${ids.length === 0 ? "" : ` (${ids.join(", ")})`}`;
  });
  return [
    `Windows: ${String(good.length - limited.length)} of ${String(played.length)} with the very same first finding as on Linux; ${String(limited.length)} differ by what Wine cannot show:`,
    ...lines,
    `read in so many scenarios: ${counts.map(([fact, count]) => `${fact} ${String(count)}`).join(", ")}`,
  ].join("\n");
}

/** Facts that were read in too few of all scenarios. */
export function tooRarelyRead(played: readonly Played[]): string[] {
  const counts = readCounts(played.flatMap((one) => one.run.document?.evidence ?? []));
  return MUST_BE_READ.filter((fact) => (counts.get(fact) ?? 0) < LEAST_READ);
}
