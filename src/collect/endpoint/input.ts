import type { Family } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { Endpoint } from "../../profile/schema.ts";
import type { Resolver } from "../dns/resolver.ts";
import type { TimeoutPolicy } from "../net/timeout-policy.ts";
import type { TrustStore } from "./trust.ts";

export type EndpointObservation = ObservationOf<"endpoint">;
export type EndpointEvidence = EndpointObservation["evidence"];

/** One endpoint of one system, over one family. */
export interface EndpointInput {
  readonly system: string;
  /** Position in the system's list of endpoints. */
  readonly index: number;
  readonly endpoint: Endpoint;
  readonly family: Family;
  /** One certain address instead of the first one that the resolver gives. */
  readonly address?: string;
}

/** What all endpoints of a scan share. */
export interface EndpointTools {
  readonly resolver: Resolver;
  readonly timeouts: TimeoutPolicy;
  readonly trust: TrustStore;
  /** Where set, the endpoint is reached through this HTTP proxy: its address, not its name. */
  readonly proxy: { readonly address: string; readonly port: number } | null;
}

/** Milliseconds. Nothing is defaulted: the plan knows how much time is left. */
export interface EndpointLimits {
  /** Cap of the TCP handshake, both tries together; the time-out policy is usually shorter. */
  readonly connectMs: number;
  readonly tlsMs: number;
  /** First byte, greeting, body: each. `timeoutMs` of the profile's endpoint replaces it. */
  readonly answerMs: number;
  /** The whole endpoint, waiting for a slot not counted. */
  readonly totalMs: number;
}
