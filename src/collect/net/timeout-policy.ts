/** How long to wait for a TCP handshake, derived from the round trips that this scan has already seen. */
export interface TimeoutPolicy {
  /** Feeds one measured round trip, milliseconds. */
  observe(rttMs: number): void;
  /** Silence after which the confirming try starts beside the first one. */
  confirmAfterMs(): number;
  /** Silence, counted from the first try, after which the target counts as silent. */
  giveUpMs(): number;
}

interface TimeoutBounds {
  /** Used until `enough` round trips are known. */
  readonly unknown: { readonly confirmAfterMs: number; readonly giveUpMs: number };
  readonly confirmAfterMs: { readonly min: number; readonly max: number };
  readonly giveUpMs: { readonly min: number; readonly max: number };
  readonly enough: number;
}

/**
 * The lower bound of giving up is above one second on purpose: TCP sends its SYN again after one second (RFC 6298), so
 * that two tries side by side make four SYNs within it, and a line that loses one packet in ten is not called silent.
 */
const BOUNDS: TimeoutBounds = {
  unknown: { confirmAfterMs: 1000, giveUpMs: 3000 },
  confirmAfterMs: { min: 300, max: 1000 },
  giveUpMs: { min: 1400, max: 4000 },
  enough: 3,
};

/** The slowest of ten round trips counts, not the median: a domestic majority must not hurry a foreign target. */
function percentile90(sorted: readonly number[]): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.9))] ?? 0;
}

function clamp(value: number, bounds: { readonly min: number; readonly max: number }): number {
  return Math.min(bounds.max, Math.max(bounds.min, value));
}

/**
 * How long a refusal may take to be told, milliseconds. Windows asks a closed port again and again for two seconds
 * before it says "refused" (Microsoft KB 175523), on loopback too; whoever gives up sooner takes every refusal for
 * silence. Elsewhere it takes one round trip.
 */
export function refusalMs(platform: NodeJS.Platform): number {
  return platform === "win32" ? 2500 : 0;
}

/** A policy that knows nothing yet. `platform` is the laptop's own. */
export function createTimeoutPolicy(platform: NodeJS.Platform): TimeoutPolicy {
  const least = Math.max(refusalMs(platform), BOUNDS.giveUpMs.min);
  const seen: number[] = [];
  const slow = (): number | null => (seen.length < BOUNDS.enough ? null : percentile90(seen.toSorted((a, b) => a - b)));
  return {
    observe(rttMs) {
      seen.push(rttMs);
    },
    confirmAfterMs() {
      const rtt = slow();
      return rtt === null ? BOUNDS.unknown.confirmAfterMs : clamp(2 * rtt + 200, BOUNDS.confirmAfterMs);
    },
    giveUpMs() {
      const rtt = slow();
      return rtt === null ? BOUNDS.unknown.giveUpMs : clamp(4 * rtt + 1000, { ...BOUNDS.giveUpMs, min: least });
    },
  };
}
