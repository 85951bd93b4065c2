import type { Socket } from "node:net";

/**
 * Less than this says more about one round trip than about the line, unless it kept coming for a good while: then it is
 * the line.
 */
const LEAST_BYTES = 48 * 1024;
const LEAST_BYTES_OF_SLOW = 8 * 1024;
const LONG_MS = 800;

/**
 * Counts what arrives at TCP sockets: TLS hands its records on in pieces of 16 KiB only, half a second each on a slow
 * line.
 */
export interface Meter {
  add(socket: Socket): void;
  /** Takes a reading now. */
  read(): void;
  bytes(): number;
  /**
   * Rate between the first and the last reading that brought something, kilobits a second; null where too little came.
   */
  kbps(): number | null;
}

interface Reading {
  readonly bytes: number;
  readonly atMs: number;
}

export function createMeter(elapsed: () => number): Meter {
  const sockets = new Set<Socket>();
  let first: Reading | null = null;
  let last: Reading = { bytes: 0, atMs: 0 };
  return {
    add: (socket) => void sockets.add(socket),
    read: () => {
      const bytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0);
      if (bytes <= last.bytes) return;
      last = { bytes, atMs: elapsed() };
      first ??= last;
    },
    bytes: () => last.bytes,
    kbps: () => (first === null ? null : rateBetween(first, last)),
  };
}

/** What the first reading found had come before it. Bits a millisecond are kilobits a second. Pure. */
function rateBetween(first: Reading, last: Reading): number | null {
  const tookMs = last.atMs - first.atMs;
  const bytes = last.bytes - first.bytes;
  return tookMs <= 0 || bytes < (tookMs >= LONG_MS ? LEAST_BYTES_OF_SLOW : LEAST_BYTES)
    ? null
    : Math.round((bytes * 8) / tookMs);
}
