import type { Facts } from "../../facts/facts.ts";
import { median } from "../../../base/statistics.ts";

/**
 * Median round trip inside the country, milliseconds: the sampled series where there is one, else the connections that
 * were opened anyway.
 */
export function roundTrip(facts: Facts): { readonly ms: number; readonly ids: readonly string[] } | null {
  const series = facts.quality.beyond.flatMap(({ id, scope, medianMs, busy }) =>
    scope === "foreign" || medianMs === null || busy ? [] : [{ id, medianMs }],
  );
  const [best] = series.toSorted((a, b) => a.medianMs - b.medianMs);
  if (best !== undefined) return { ms: best.medianMs, ids: [best.id] };
  const opened = facts.contacts.filter(
    (one) => one.transport === "tcp" && one.open === true && one.zone !== "foreign" && one.rttMs !== null,
  );
  // Taken while everything starts at once: what the computer itself may have added is no time of the line.
  const ms = median(opened.map((one) => one.leastMs ?? 0));
  return ms === null || opened.length < 2 ? null : { ms, ids: opened.map((one) => one.id) };
}
