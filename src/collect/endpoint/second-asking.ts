import type { FailureCode, Tri } from "../../evidence/common.ts";
import { openTcp } from "../net/tcp.ts";
import type { Peer } from "./reach.ts";
import type { Talk } from "./talk.ts";
import type { Way } from "./way.ts";
import { openTls, type TlsFacts } from "./tls.ts";
import type { Hello } from "./trust.ts";

type NamedPeer = Peer & { readonly host: string };

/** How a way fails that cannot take a first message of two packets: it swallows it, or cuts the connection. */
const CHOKED: ReadonlySet<FailureCode> = new Set(["TIMEOUT", "RESET", "CLOSED"]);
/** A working handshake takes a fraction of this; what is to be proven is a difference. */
const SECOND_MS = 2000;

/**
 * After a conversation that met nothing but silence: does the same door still take a connection? One that does hangs; one
 * that does not has gone away while it was asked. Writes the step `reconnect`. False where nothing more can be asked of it.
 */
export async function opensAgain({ context, record }: Talk, { address, port }: Peer): Promise<boolean> {
  const silent = (["tls", "firstByte", "body"] as const).some((step) => record.failedAt(step) === "TIMEOUT");
  if (!silent) return true;
  const again = await record.step("reconnect", "connect", () =>
    openTcp(context, address, port, { timeoutMs: SECOND_MS }),
  );
  if (again.ok) again.value.socket.destroy();
  return again.ok;
}

/** After a handshake that met silence or a cut: does one with a short first message succeed? Undefined: no reason to ask. */
export async function shortHelloWorks(way: Way, code: FailureCode, place: NamedPeer): Promise<Tri | undefined> {
  if (!CHOKED.has(code) || way.context.signal.aborted) return undefined;
  return succeeds(way, "short", place);
}

/** After a handshake over finite fields, which browsers have given up: does one succeed that browsers would make? */
export async function browsersAgree(way: Way, facts: TlsFacts, place: NamedPeer): Promise<Tri | undefined> {
  const given = /^(?:DHE|EDH|ADH|DES|RC4|PSK|SRP)-/u.test(facts.cipher ?? "");
  return given ? succeeds(way, "browser", place) : undefined;
}

/** Does a handshake succeed that does not say which host it is for? */
export function namelessHelloWorks(way: Way, place: NamedPeer): Promise<Tri> {
  return succeeds(way, "short", { ...place, host: place.address });
}

async function succeeds({ context, tools }: Way, hello: Hello, { host, address, port }: NamedPeer): Promise<Tri> {
  const opened = await openTcp(context, address, port, { timeoutMs: SECOND_MS });
  if (!opened.ok) return "unknown";
  const wanted = { host, context: tools.trust.contextFor(hello), timeoutMs: SECOND_MS };
  const secured = await openTls(context, opened.value.socket, wanted);
  if (secured.ok) secured.value.destroy();
  return secured.ok;
}
