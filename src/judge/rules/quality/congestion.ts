import type { Facts } from "../../facts/facts.ts";
import { median } from "../../../base/statistics.ts";

/** Growth of the round trip that no healthy line shows under the light load of a scan. */
const FACTOR = 3;
const GROWTH_MS = 400;

/**
 * Did the scan's own few pages clog the line? Then handshakes are far slower in the series than those opened singly,
 * and those that took over a second count as lost although they were only late. Loss and delay of such a series are
 * symptoms of a narrow line, no findings of their own.
 */
export function congestion(
  facts: Facts,
): { readonly idleMs: number; readonly busyMs: number; readonly ids: readonly string[] } | null {
  const series = facts.quality.beyond.filter((one) => one.scope !== "foreign" && one.method === "tcp" && !one.busy);
  const busyMs = median(series.flatMap((one) => one.medianMs ?? []));
  const single = facts.contacts.filter(
    (one) =>
      one.transport === "tcp" &&
      one.kind !== "series" &&
      one.open === true &&
      one.zone !== "foreign" &&
      one.rttMs !== null,
  );
  const idleMs = median(single.map((one) => one.rttMs ?? 0));
  if (busyMs === null || idleMs === null || single.length < 3) return null;
  if (busyMs < FACTOR * idleMs || busyMs - idleMs < GROWTH_MS) return null;
  return { idleMs, busyMs, ids: [...series.map((one) => one.id), ...single.map((one) => one.id)] };
}
