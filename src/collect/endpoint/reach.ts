import type { Socket } from "node:net";
import type { CollectContext } from "../context/context.ts";
import { isPlainHttp } from "../../profile/protocols.ts";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, good, type Result } from "../net/settle.ts";
import { inSlot } from "../net/slot.ts";
import type { EndpointInput, EndpointLimits, EndpointTools } from "./input.ts";
import type { EndpointRecord } from "./record.ts";
import { openTunnel } from "./tunnel.ts";

/** A connect that is silent for longer gives its timed slot back and goes on waiting without it. */
const CONNECT_SLOT_MS = 60;

export interface Peer {
  readonly address: string;
  readonly port: number;
}

/** Writes down how the endpoint is reached, with the step `resolve` for what the laptop itself found. */
export function noteReach(record: EndpointRecord, { reach, endpoint }: EndpointInput): Peer {
  const { via, address } = reach;
  if (reach.via === "proxy") {
    record.note({ via, address });
    return { address, port: reach.port };
  }
  if (!reach.beside) record.timed("resolve", "resolve", reach.durationMs, good(address));
  record.note({ via, address, resolvedBy: reach.resolvedBy });
  return { address, port: endpoint.port };
}

/**
 * Opens the way to the endpoint, directly or through the proxy (a tunnel, except for plain HTTP, which a proxy relays).
 * Writes the step `connect`; feeds the time-out policy.
 */
export async function connectStep(
  context: CollectContext,
  record: EndpointRecord,
  input: EndpointInput,
  place: Peer,
  tools: EndpointTools,
  limits: EndpointLimits,
): Promise<Result<Socket>> {
  const phase = input.reach.via === "direct" ? "connect" : "proxy";
  return inSlot(context, CONNECT_SLOT_MS, () =>
    record.step("connect", phase, async () => {
      const { result, tries } = await openConfirmed(context, place.address, place.port, {
        timeouts: tools.timeouts,
        capMs: limits.connectMs,
      });
      record.note({ connectTries: tries });
      if (!result.ok) return result;
      tools.timeouts.observe(result.value.rttMs);
      const { socket } = result.value;
      return input.reach.via === "direct" || isPlainHttp(input.endpoint.protocol)
        ? good(socket)
        : tunnelled(context, socket, input, limits);
    }),
  );
}

async function tunnelled(
  context: CollectContext,
  socket: Socket,
  input: EndpointInput,
  limits: EndpointLimits,
): Promise<Result<Socket>> {
  const tunnel = await openTunnel(context, socket, input.endpoint, limits.answerMs);
  if (!tunnel.ok) return tunnel;
  const { status, socket: through } = tunnel.value;
  return through === null ? bad("PROTOCOL", `proxy answered ${String(status)}`) : good(through);
}
