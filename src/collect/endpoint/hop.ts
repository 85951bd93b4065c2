import { isIP, type Socket } from "node:net";
import type { Phase } from "../../evidence/common.ts";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, good, type Bad, type Good, type Result } from "../net/settle.ts";
import { placedBySystem } from "./system-store.ts";
import { openTls, tlsFacts, type TlsFacts } from "./tls.ts";
import { openTunnel } from "./tunnel.ts";
import type { Way } from "./way.ts";

/** A connection to one hop, and what its host showed on the way there. */
export interface OpenHop {
  readonly socket: Socket;
  readonly address: string | null;
  readonly tls: TlsFacts | null;
  /** Requests go to a proxy that speaks HTTP, not to the host itself. */
  readonly viaProxy: boolean;
}

/** A hop that could not be asked: at which step, and how. */
export interface LostHop extends Bad {
  readonly phase: Phase;
  readonly address: string | null;
}

/** A host of a URL without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, "");
}

/** Port of a URL, written down or not. */
export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

/** Opens a connection for one hop: own look-up, own TCP (or the endpoint's proxy), own TLS. Never rejects. */
export async function openHop(way: Way, url: URL): Promise<Good<OpenHop> | LostHop> {
  const host = bareHost(url);
  const secure = url.protocol === "https:";
  const target = { host, port: portOf(url) };
  const proxy = way.proxy ?? null;
  const place = proxy === null ? await locate(way, host) : good(proxy.address);
  if (!place.ok) return { ...place, phase: "resolve", address: null };
  const address = proxy === null ? place.value : null;
  const capMs = way.budget(way.limits.connectMs);
  const { result } = await openConfirmed(way.context, place.value, proxy?.port ?? target.port, {
    timeouts: way.tools.timeouts,
    capMs,
  });
  if (!result.ok) return { ...result, phase: proxy === null ? "connect" : "proxy", address };
  const { socket } = result.value;
  if (!secure) return good({ socket, address, tls: null, viaProxy: proxy !== null });
  const through = proxy === null ? good(socket) : await tunnel(way, socket, target);
  if (!through.ok) return { ...through, phase: "proxy", address };
  const timeoutMs = way.budget(way.limits.tlsMs);
  const wanted = { host, context: way.tools.trust.context(), timeoutMs, alpn: ["http/1.1"] };
  const secured = await openTls(way.context, through.value, wanted);
  if (!secured.ok) return { ...secured, phase: "tls", address };
  const facts = tlsFacts(secured.value, host);
  const tls = address === null ? facts : await placedBySystem(way, facts, { ...target, address });
  return good({ socket: secured.value, address, tls, viaProxy: false });
}

async function tunnel(
  way: Way,
  socket: Socket,
  target: { readonly host: string; readonly port: number },
): Promise<Result<Socket>> {
  const opened = await openTunnel(way.context, socket, target, way.budget(way.limits.answerMs));
  if (!opened.ok) return opened;
  return opened.value.socket === null
    ? bad("PROTOCOL", `proxy answered ${String(opened.value.status)}`)
    : good(opened.value.socket);
}

async function locate({ tools, family, own }: Way, host: string): Promise<Result<string>> {
  if (host.toLowerCase() === own.host.toLowerCase()) return good(own.address);
  const literal = isIP(host);
  const found = await tools.resolver.resolve(host, literal === 0 ? family : literal === 6 ? 6 : 4);
  if (!found.ok) return bad(found.code, found.detail);
  const [address] = found.addresses;
  return address === undefined ? bad("NODATA") : good(address);
}
