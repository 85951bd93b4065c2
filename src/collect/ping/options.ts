import type { FailureCode } from "../../evidence/common.ts";

/** One series of echo requests. */
export interface PingOptions {
  readonly count: number;
  /** Between two requests; each system has its own least value. */
  readonly intervalMs: number;
  /** How long to wait for the answer to one request. */
  readonly timeoutMs: number;
  /** How long the whole series may take; fewer requests are sent where `count` would not fit. */
  readonly deadlineMs: number;
  readonly ttl?: number;
  /** Payload of the echo request: IP packet less 28 bytes (IPv4) or 48 bytes (IPv6). */
  readonly payloadBytes?: number;
  readonly dontFragment?: boolean;
}

/** What came back. */
export type PingResult =
  | { readonly available: false }
  | {
      readonly available: true;
      readonly sent: number;
      readonly received: number;
      /**
       * Milliseconds; "<1 ms" of Windows counts as 0.5. A reply whose time was not told is counted in `received` only.
       */
      readonly rttMs: readonly number[];
      /** ICMP errors that came back, or the refusal of the own system to send (`from` null), in the order they came. */
      readonly errors: readonly { readonly from: string | null; readonly kind: FailureCode }[];
      /** Largest packet that a "fragmentation needed" told of, bytes. */
      readonly toldMtu: number | null;
    };
