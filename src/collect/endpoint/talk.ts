import type { Socket } from "node:net";
import type { CollectContext } from "../context.ts";
import type { EndpointInput, EndpointLimits, EndpointTools } from "./input.ts";
import type { EndpointRecord } from "./record.ts";

/** An open connection and all that a protocol needs to speak over it. */
export interface Talk {
  readonly context: CollectContext;
  readonly record: EndpointRecord;
  readonly input: EndpointInput;
  readonly tools: EndpointTools;
  readonly limits: EndpointLimits;
  readonly socket: Socket;
  /** Requests go to a proxy that speaks HTTP, not to the endpoint itself. */
  readonly viaProxy: boolean;
  /** Cuts a step's limit to what is left of the whole, milliseconds. */
  budget(limitMs: number): number;
}

/** Wait for one answer of this endpoint: the profile knows slow ones (a time stamp may take seconds). */
export function answerMs(talk: Talk): number {
  return talk.budget(talk.input.endpoint.timeoutMs ?? talk.limits.answerMs);
}
