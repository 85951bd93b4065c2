import type { Facts } from "../../facts/facts.ts";
import { median } from "../../../base/statistics.ts";

/** Growth of the round trip that no healthy line shows under the light load of a scan. */
const FACTOR = 3;
const GROWTH_MS = 400;

/**
 * Did the scan's own few pages clog the line? Then handshakes are far slower in the series than those opened singly,
 * and those that took over a second count as lost although they were only late; or they are far slower side by side with
 * the pages than in the series afterwards. Loss, delay and time-outs of such a moment are symptoms of a narrow line, no
 * findings of their own.
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
  const ids = [...series.map((one) => one.id), ...single.map((one) => one.id)];
  if (isFar(idleMs, busyMs)) return { idleMs, busyMs, ids };
  const calmMs = Math.min(...single.map((one) => one.rttMs ?? Number.POSITIVE_INFINITY));
  const crowdedMs = besideEachOther(facts);
  return crowdedMs !== null && isFar(2 * calmMs, crowdedMs) ? { idleMs: calmMs, busyMs: crowdedMs, ids } : null;
}

function isFar(idleMs: number, busyMs: number): boolean {
  return busyMs >= FACTOR * idleMs && busyMs - idleMs >= GROWTH_MS;
}

/** Fewer encrypted conversations side by side tell nothing of the line. */
const MANY = 5;

/**
 * What the quickest but one of the TLS handshakes took that were made side by side, milliseconds: a narrow line delays
 * all of them, lost packets only some. Two round trips, where nothing stands in the way.
 */
function besideEachOther(facts: Facts): number | null {
  const took = facts.attempts.flatMap(({ via, seen: { steps, connectTries } }) => {
    const { tls } = steps;
    if (via === "proxy" || connectTries > 1 || tls?.outcome !== "ok") return [];
    return [Math.max(0, tls.durationMs - facts.own.worst(tls.startMs, tls.durationMs))];
  });
  return took.length < MANY ? null : (took.toSorted((a, b) => a - b)[1] ?? null);
}
