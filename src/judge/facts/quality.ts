import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { DECIDED, lossEvidence, ratesDiffer } from "../../evidence/loss.ts";
import { observed } from "./observed.ts";
import type { OwnDelay } from "./own-delay.ts";
import { median } from "../../base/statistics.ts";

export interface Series {
  readonly id: string;
  readonly address: string;
  readonly scope: ObservationOf<"quality">["evidence"]["scope"];
  readonly method: ObservationOf<"quality">["evidence"]["method"];
  readonly sent: number;
  readonly lost: number;
  readonly medianMs: number | null;
  readonly jitterMs: number | null;
  /** The computer itself was busy then: losses count, long times do not, short ones were no longer. */
  readonly busy: boolean;
}

export interface QualityFacts {
  /** Empty where the samples through the gateway refute those to it. */
  readonly gateway: readonly Series[];
  /** Other machines of the office, measured where the gateway kept silent. */
  readonly lan: readonly Series[];
  /** Beyond the gateway: the country first, then the systems, then abroad; ICMP that came back, TCP, STUN. */
  readonly beyond: readonly Series[];
  /** Idle and loaded round trips of one target, where a load was tried. */
  readonly loaded: { readonly id: string; readonly idleMs: number; readonly loadedMs: number } | null;
  readonly throughputKbps: { readonly id: string; readonly value: number } | null;
  /** Something was measured, and is no figure of the line, because the computer itself was busy then. */
  readonly busy: boolean;
}

const ORDER = ["gateway", "domestic", "system", "foreign"];

export function qualityFacts(evidence: Evidence, own: OwnDelay): QualityFacts {
  const seen = observed(evidence, "quality").filter(
    (one) => one.outcome !== "skipped" && one.outcome !== "unknown" && one.evidence.sent > 0,
  );
  const isBusy = (one: ObservationOf<"quality">): boolean => own.busy(one.startMs, one.durationMs);
  const timed = seen.filter((one) => !isBusy(one));
  const idle = seen.filter((one) => !one.evidence.loaded && !own.starved(one.startMs, one.durationMs));
  // A target from which no echo ever came back filters ICMP: no loss.
  const usable = idle.filter((one) => one.evidence.received > 0).map((one) => seriesOf(one, isBusy(one)));
  const [rate] = timed.flatMap((one) =>
    one.evidence.throughputKbps === null ? [] : [{ id: one.id, value: one.evidence.throughputKbps }],
  );
  const gateway = usable.filter((one) => one.scope === "gateway");
  const beyond = usable
    .filter((one) => one.scope !== "gateway" && one.scope !== "lan")
    .toSorted((a, b) => ORDER.indexOf(a.scope) - ORDER.indexOf(b.scope));
  return {
    gateway: isRefuted(gateway, beyond) ? [] : gateway,
    lan: usable.filter((one) => one.scope === "lan"),
    beyond,
    loaded: loadedOf(timed),
    throughputKbps: rate ?? null,
    busy: seen.some((one) => isBusy(one) || own.starved(one.startMs, one.durationMs)),
  };
}

/**
 * RFC 6298: a SYN that got lost is sent again after one second, so a handshake this much over the median hides a loss.
 */
const HIDDEN_LOSS_MS = 900;

function seriesOf(one: ObservationOf<"quality">, busy: boolean): Series {
  const { address, scope, method, sent, received, rttMs, medianMs, jitterMs } = one.evidence;
  const typical = medianMs ?? median(rttMs);
  const hidden =
    method === "tcp" && typical !== null ? rttMs.filter((value) => value - typical >= HIDDEN_LOSS_MS).length : 0;
  return {
    id: one.id,
    address,
    scope,
    method,
    sent,
    lost: Math.max(0, sent - received) + hidden,
    medianMs: typical,
    jitterMs,
    busy,
  };
}

function loadedOf(seen: readonly ObservationOf<"quality">[]): QualityFacts["loaded"] {
  for (const one of seen) {
    if (!one.evidence.loaded || one.evidence.medianMs === null) continue;
    const [idleMs] = seen.flatMap(({ evidence: { loaded, address, medianMs } }) =>
      loaded || address !== one.evidence.address || medianMs === null ? [] : [medianMs],
    );
    if (idleMs !== undefined) return { id: one.id, idleMs, loadedMs: one.evidence.medianMs };
  }
  return null;
}

/** Samples and losses of several series together. */
export function pooled(series: readonly Series[]): { readonly sent: number; readonly lost: number } {
  return { sent: series.reduce((sum, one) => sum + one.sent, 0), lost: series.reduce((sum, one) => sum + one.lost, 0) };
}

/**
 * Whoever passes everything on loses nothing on the way to itself: a gateway that is slow or sparing with answers of its
 * own, or whose port has shut meanwhile.
 */
function isRefuted(gateway: readonly Series[], beyond: readonly Series[]): boolean {
  const through = pooled(beyond);
  return through.sent > 0 && !isLossy(through) && isLossy(pooled(gateway)) && ratesDiffer(through, pooled(gateway));
}

/**
 * Is the loss real? Sequential likelihood ratio between a line that loses 1.5 % (healthy) and one that loses 8 %:
 * true from odds of 10 to 1 and at least three lost packets, so that one or two unlucky packets of a good line never
 * accuse it.
 */
export function isLossy({ sent, lost }: { readonly sent: number; readonly lost: number }): boolean {
  return lost >= 3 && lossEvidence({ sent, lost }) > DECIDED;
}
