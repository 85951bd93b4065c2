import type { Socket } from "node:net";
import type { CollectContext } from "../context.ts";
import { good, type Result } from "../net/settle.ts";
import { inSlot } from "../net/slot.ts";
import { probeDatagram } from "./datagram.ts";
import type { EndpointInput, EndpointLimits, EndpointObservation, EndpointTools } from "./input.ts";
import { isSmtps, talkImap, talkSmtp } from "./mail.ts";
import { connectStep, resolveStep, type Place } from "./reach.ts";
import { createRecord, type EndpointRecord } from "./record.ts";
import { secondOpinion, tlsStep } from "./secure.ts";
import type { Talk } from "./talk.ts";
import { talkWeb } from "./web.ts";

/** SIP over TLS (RFC 3261 18). */
const SIPS_PORT = 5061;

/** A conversation that takes longer gives its timed slot back and goes on without it: it waits for the line, not for the processor. */
const TALK_SLOT_MS = 500;

/**
 * Probes one endpoint over one family: look-up, TCP, TLS, first byte, body, as far as its protocol has them. Never rejects.
 * Outcome `ok` means that the conversation came to its end, whatever was said: an HTTP error, an unexpected page or an untrusted
 * certificate are facts in `http` and `tls`. `failed` names the phase; finished steps stay. A name without an address of this family
 * is `skipped`, not failed, over IPv6: most offices and servers have none.
 */
export async function probeEndpoint(
  context: CollectContext,
  input: EndpointInput,
  tools: EndpointTools,
  limits: EndpointLimits,
): Promise<EndpointObservation> {
  const record = createRecord(context, input);
  const { endpoint } = input;
  if (endpoint.protocol === "dns" || endpoint.protocol === "stun") return probeDatagram(context, record, input, tools, limits);
  const place = await placeOf(record, input, tools);
  if (!place.ok) return record.finish(input.family === 6 && place.code === "NODATA" ? "skipped" : undefined);
  const opened = await connectStep(context, record, input, place.value, tools, limits);
  if (!opened.ok) return record.finish();
  const endAtMs = context.elapsed() + limits.totalMs;
  const talk: Talk = {
    context,
    record,
    input,
    tools,
    limits,
    family: input.family,
    socket: opened.value,
    viaProxy: tools.proxy !== null,
    budget: (limitMs) => Math.max(0, Math.min(limitMs, endAtMs - context.elapsed())),
  };
  if (needsTalk(input)) await inSlot(context, TALK_SLOT_MS, () => converse(talk));
  opened.value.destroy();
  await askSystemStore(talk, place.value);
  return record.finish();
}

async function placeOf(record: EndpointRecord, input: EndpointInput, tools: EndpointTools): Promise<Result<Place>> {
  if (tools.proxy !== null) {
    record.note({ via: "proxy", address: tools.proxy.address });
    return good(tools.proxy);
  }
  const resolved = await resolveStep(record, input, tools);
  return resolved.ok ? good({ address: resolved.value, port: input.endpoint.port }) : resolved;
}

function needsTalk({ endpoint: { protocol, port } }: EndpointInput): boolean {
  return protocol !== "tcp" && protocol !== "h323" && (protocol !== "sip" || port === SIPS_PORT);
}

async function converse(talk: Talk): Promise<void> {
  const { protocol } = talk.input.endpoint;
  switch (protocol) {
    case "https": {
      const secured = await tlsStep(talk, talk.socket, "tls", ["http/1.1"]);
      if (secured.ok) await closing(secured.value, () => talkWeb(talk, secured.value));
      return;
    }
    case "imaps": {
      const secured = await tlsStep(talk, talk.socket, "tls");
      if (secured.ok) await closing(secured.value, () => talkImap(talk, secured.value));
      return;
    }
    case "smtp": {
      if (!isSmtps(talk.input.endpoint)) return talkSmtp(talk, talk.socket, false);
      const secured = await tlsStep(talk, talk.socket, "tls");
      if (secured.ok) await closing(secured.value, () => talkSmtp(talk, secured.value, true));
      return;
    }
    case "sip": {
      const secured = await tlsStep(talk, talk.socket, "tls");
      if (secured.ok) secured.value.destroy();
      return;
    }
    case "http":
    case "tsa":
    case "ocsp":
      return talkWeb(talk, talk.socket);
    case "tcp":
    case "h323":
    case "dns":
    case "stun":
      return;
  }
}

async function closing(socket: Socket, work: () => Promise<void>): Promise<void> {
  await work();
  socket.destroy();
}

async function askSystemStore(talk: Talk, place: Place): Promise<void> {
  const facts = talk.record.facts().tls;
  const { host, protocol } = talk.input.endpoint;
  // After STARTTLS there is no plain second handshake; a proxy would have to be asked for another tunnel.
  const direct = !talk.viaProxy && (protocol !== "smtp" || isSmtps(talk.input.endpoint));
  if (facts === null || !direct || talk.context.signal.aborted) return;
  talk.record.note({ tls: await secondOpinion(talk.context, facts, { ...place, host }, talk) });
}
