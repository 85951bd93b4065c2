import type { Evidence } from "../../evidence/schema.ts";
import { compareText, observed } from "./observed.ts";
import { median } from "../../base/statistics.ts";

export interface ClockFacts {
  /** Right time minus the laptop's, milliseconds; null where fewer than two independent servers agree. */
  readonly offsetMs: number | null;
  /** Best guess of the same from a single server, for what needs no proof. */
  readonly guessMs: number | null;
  readonly hosts: readonly string[];
  readonly ids: readonly string[];
  /** The right time when the scan began, milliseconds since the epoch, as far as known. */
  readonly nowMs: number;
}

interface Sample {
  readonly host: string;
  readonly id: string;
  readonly offsetMs: number;
}

/**
 * Two servers agree when their dates are no further apart than this: one second of resolution, transfer, and small
 * drifts.
 */
const AGREE_MS = 60_000;

/**
 * The laptop's clock against the HTTP `Date` of independent servers (RFC 9110, 6.6.1); read before any certificate is
 * judged.
 */
export function clockFacts(evidence: Evidence): ClockFacts {
  const samples = samplesOf(evidence);
  const startedMs = Date.parse(evidence.startedAt);
  const agreed = largestAgreement(samples);
  const hosts = [...new Set(agreed.map((one) => one.host))].toSorted(compareText);
  const middle = median(agreed.map((one) => one.offsetMs));
  const offsetMs = hosts.length >= 2 && middle !== null ? Math.round(middle) : null;
  const guessMs = offsetMs ?? (samples.length > 0 && middle !== null ? Math.round(middle) : null);
  return {
    offsetMs,
    guessMs,
    hosts,
    ids: agreed.map((one) => one.id).toSorted(compareText),
    nowMs: startedMs + (guessMs ?? 0),
  };
}

function samplesOf(evidence: Evidence): readonly Sample[] {
  const found: Sample[] = [];
  const add = (host: string, id: string, date: string | null | undefined, receivedAtMs: number | null): void => {
    const stated = Date.parse(date ?? "");
    // The header is cut to whole seconds: on average half a second late.
    if (receivedAtMs !== null && Number.isFinite(stated))
      found.push({ host, id, offsetMs: stated + 500 - receivedAtMs });
  };
  for (const one of observed(evidence, "endpoint"))
    add(one.evidence.host, one.id, one.evidence.http?.hops.at(-1)?.date, one.evidence.receivedAtMs);
  for (const one of observed(evidence, "httpControl"))
    add(hostOf(one.evidence.url), one.id, one.evidence.hops.at(-1)?.date, one.evidence.receivedAtMs);
  return found;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

// One server with a wrong clock of its own must not outvote the others: the largest group of hosts that agree decides;
// a draw decides nothing.
function largestAgreement(samples: readonly Sample[]): readonly Sample[] {
  const groups = samples.map((one) => samples.filter((other) => Math.abs(other.offsetMs - one.offsetMs) <= AGREE_MS));
  const size = (group: readonly Sample[]): number => new Set(group.map((one) => one.host)).size;
  const sorted = groups.toSorted((a, b) => size(b) - size(a));
  const [first] = sorted;
  if (first === undefined) return [];
  const rival = sorted.find((group) => size(group) === size(first) && !group.some((one) => first.includes(one)));
  return rival === undefined ? first : [];
}
