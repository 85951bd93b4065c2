import { isoWithOffset } from "../../../base/local-time.ts";
import { shownTime } from "../../../base/shown-time.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Target } from "../../facts/target.ts";

/** Longer than this nobody plans: the header says something else. */
const LONGEST_MS = 30 * 86_400_000;

/**
 * Until when a server says that it is being serviced: 503 with Retry-After, seconds or a date (RFC 9110 10.2.3), by
 * the clock of the place of the scan. Empty where it does not say.
 */
export function serviceUntil(hurt: readonly Target[], facts: Facts): { readonly until?: string } {
  const ends = hurt.flatMap(({ best }) => {
    const http = best?.seen.http;
    if (http === null || http === undefined || http.status !== 503 || http.retryAfter === undefined) return [];
    // The server's own clock, where it shows it: the laptop's may be wrong.
    const told = Date.parse(http.hops.at(-1)?.date ?? "");
    const from = Number.isNaN(told) ? (best?.seen.receivedAtMs ?? null) : told;
    if (from === null) return [];
    const end = /^\d+$/u.test(http.retryAfter) ? from + Number(http.retryAfter) * 1000 : Date.parse(http.retryAfter);
    return end > from && end - from <= LONGEST_MS ? [end] : [];
  });
  return ends.length === 0
    ? {}
    : { until: shownTime(isoWithOffset(Math.max(...ends), facts.evidence.timeZone), true) ?? "" };
}
