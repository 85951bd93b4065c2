import type { Socket } from "node:net";
import { traitsOf, type StreamLanguage } from "../../profile/protocols.ts";
import type { CollectContext } from "../context/context.ts";
import { good, type Result } from "../net/settle.ts";
import { inSlot } from "../net/slot.ts";
import { probeDatagram } from "./datagram.ts";
import { probeEcho } from "./echo.ts";
import type { EndpointInput, EndpointLimits, EndpointObservation, EndpointTools } from "./input.ts";
import { talkImap, talkSmtp } from "./mail.ts";
import { connectStep, noteReach, type Peer } from "./reach.ts";
import { createRecord } from "./record.ts";
import { tlsStep } from "./secure.ts";
import { browsersAgree, namelessHelloWorks, opensAgain, shortHelloWorks } from "./second-asking.ts";
import { placedBySystem } from "./system-store.ts";
import type { Talk } from "./talk.ts";
import { tlsFirst } from "./tls-first.ts";
import { talkWeb } from "./web.ts";

/**
 * A conversation that takes longer gives its timed slot back and goes on without it: it waits for the line, not for the
 * processor.
 */
const TALK_SLOT_MS = 500;

/**
 * Probes one endpoint over one family: TCP, TLS, first byte, body, as far as its protocol has them. Never
 * rejects. Outcome `ok` means that the conversation came to its end, whatever was said: an HTTP error, an unexpected
 * page or an untrusted certificate are facts in `http` and `tls`. `failed` names the phase; finished steps stay.
 */
export async function probeEndpoint(
  context: CollectContext,
  input: EndpointInput,
  tools: EndpointTools,
  limits: EndpointLimits,
): Promise<EndpointObservation> {
  const record = createRecord(context, input);
  const { endpoint } = input;
  const { transport, language } = traitsOf(endpoint.protocol);
  const place = noteReach(record, input);
  if (transport === "icmp") return probeEcho(context, record, input, place, tools, limits);
  if (transport === "udp") return probeDatagram(context, record, input, language, place, limits);
  const opened = await connectStep(context, record, input, place, tools, limits);
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
    viaProxy: input.reach.via === "proxy",
    own: { host: endpoint.host, address: place.address },
    proxy: input.reach.via === "proxy" ? input.reach : null,
    budget: (limitMs) => Math.max(0, Math.min(limitMs, endAtMs - context.elapsed())),
  };
  if (tlsFirst(endpoint) || language !== "nothing") await inSlot(context, TALK_SLOT_MS, () => converse(talk, language));
  opened.value.destroy();
  await askAgain(talk, place);
  return record.finish();
}

/** How each language is spoken once the connection stands. */
const SPEAK: Readonly<Record<StreamLanguage, (talk: Talk, socket: Socket, secure: boolean) => Promise<void>>> = {
  page: talkWeb,
  timeStamp: talkWeb,
  certificateStatus: talkWeb,
  imap: talkImap,
  smtp: talkSmtp,
  nothing: () => Promise.resolve(),
};

async function converse(talk: Talk, language: StreamLanguage): Promise<void> {
  const { endpoint } = talk.input;
  const secure = tlsFirst(endpoint);
  // HTTP/2 is not offered: its first byte would be the server's settings, not its answer.
  const alpn = language === "page" ? ["http/1.1"] : undefined;
  const ready: Result<Socket> = secure ? await tlsStep(talk, talk.socket, "tls", alpn) : good(talk.socket);
  if (!ready.ok) return;
  await SPEAK[language](talk, ready.value, secure);
  ready.value.destroy();
}

/** What one handshake alone cannot tell: the system's trust, and what another first message would have met. */
async function askAgain(talk: Talk, place: Peer): Promise<void> {
  const { endpoint } = talk.input;
  const facts = talk.record.facts().tls;
  // After STARTTLS there is no plain second handshake; a proxy would have to be asked for another tunnel.
  if (talk.viaProxy || talk.context.signal.aborted || !(await opensAgain(talk, place))) return;
  if (!tlsFirst(endpoint)) return;
  const target = { ...place, host: endpoint.host };
  if (facts === null) {
    const code = talk.record.failedAt("tls");
    const shortHello = code === undefined ? undefined : await shortHelloWorks(talk, code, target);
    if (shortHello !== undefined) talk.record.note({ shortHello });
    if (shortHello === false) talk.record.note({ namelessHello: await namelessHelloWorks(talk, target) });
    return;
  }
  const agree = await browsersAgree(talk, facts, target);
  const placed = await placedBySystem(talk, facts, target);
  talk.record.note({ tls: agree === undefined ? placed : { ...placed, browsersAgree: agree } });
}
