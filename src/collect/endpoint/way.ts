import type { Family } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import type { EndpointLimits, EndpointTools } from "./input.ts";

/** What it takes to open a connection to wherever a redirect leads. */
export interface Way {
  readonly context: CollectContext;
  readonly tools: Pick<EndpointTools, "resolver" | "timeouts" | "trust">;
  readonly limits: Pick<EndpointLimits, "connectMs" | "tlsMs" | "answerMs">;
  readonly family: Family;
  /** The host that was asked first, and where it was found: a redirect to it goes there, too. */
  readonly own: { readonly host: string; readonly address: string };
  /** The HTTP proxy that every hop goes through; absent or null: none. */
  readonly proxy?: { readonly address: string; readonly port: number } | null;
  /** Cuts a step's limit to what is left of the whole, milliseconds. */
  budget(limitMs: number): number;
}
