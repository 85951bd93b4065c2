import type { Family } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { Endpoint } from "../../profile/schema.ts";
import type { Resolver } from "../dns/resolver.ts";
import type { TimeoutPolicy } from "../net/timeout-policy.ts";
import type { TrustStore } from "./trust.ts";

export type EndpointObservation = ObservationOf<"endpoint">;
export type EndpointEvidence = EndpointObservation["evidence"];

/** How an endpoint is reached: what was found for its name, or a proxy that looks the name up by itself. */
export type Reach =
  | {
      readonly via: "direct";
      readonly address: string;
      /** As in the evidence: `literal`, `hosts`, or the label of a server. */
      readonly resolvedBy: string | null;
      /** What the look-up took, milliseconds. */
      readonly durationMs: number;
      /** Not where the laptop itself goes, but where another resolver leads: tried beside it, under an id of its own. */
      readonly beside: boolean;
    }
  | {
      readonly via: "proxy";
      /** Of the HTTP proxy: its address, not its name. */
      readonly address: string;
      readonly port: number;
    };

/** One endpoint of one system, over one family. */
export interface EndpointInput {
  readonly system: string;
  /** Position in the system's list of endpoints. */
  readonly index: number;
  readonly endpoint: Endpoint;
  readonly family: Family;
  readonly reach: Reach;
}

/** What all endpoints of a scan share. */
export interface EndpointTools {
  /** For the hosts that redirects lead to. */
  readonly resolver: Resolver;
  readonly timeouts: TimeoutPolicy;
  readonly trust: TrustStore;
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
