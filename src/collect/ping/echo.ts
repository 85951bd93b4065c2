import type { FailureCode } from "../../evidence/common.ts";

/** One echo request. */
export interface EchoRequest {
  /** An address that `net.isIP` accepts; a zone of IPv6 is a number. */
  readonly address: string;
  readonly timeoutMs: number;
  readonly ttl?: number;
  /** IP packet less 28 bytes (IPv4) or 48 bytes (IPv6). */
  readonly payloadBytes?: number;
  readonly dontFragment?: boolean;
}

export type EchoAnswer =
  | { readonly kind: "answer"; readonly from: string; readonly rttMs: number }
  /** An ICMP error of somebody, or a refusal of the own system to send (`from` null). */
  | { readonly kind: "error"; readonly from: string | null; readonly code: FailureCode }
  | { readonly kind: "silence" };

/** Sends one request and waits for its answer. Rejects where the system cannot do so at all. */
export type EchoSender = (request: EchoRequest, signal: AbortSignal) => Promise<EchoAnswer>;
