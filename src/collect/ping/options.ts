/** One series of echo requests. */
export interface PingOptions {
  readonly count: number;
  /** Between two requests; each system has its own least value, Windows always takes a second. */
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
