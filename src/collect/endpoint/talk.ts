import type { Socket } from "node:net";
import type { Way } from "./way.ts";
import type { EndpointInput, EndpointLimits, EndpointTools } from "./input.ts";
import type { EndpointRecord } from "./record.ts";

/** An open connection to an endpoint and all that a protocol needs to speak over it. */
export interface Talk extends Way {
  readonly record: EndpointRecord;
  readonly input: EndpointInput;
  readonly tools: EndpointTools;
  readonly limits: EndpointLimits;
  readonly socket: Socket;
  /** Requests go to a proxy that speaks HTTP, not to the endpoint itself. */
  readonly viaProxy: boolean;
}

/** Wait for one answer of this endpoint: the profile knows slow ones (a time stamp may take seconds). */
export function answerMs(talk: Talk): number {
  return talk.budget(talk.input.endpoint.timeoutMs ?? talk.limits.answerMs);
}
