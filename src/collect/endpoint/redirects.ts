import type { IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, good, type Result } from "../net/settle.ts";
import type { Talk } from "./talk.ts";
import { openTls } from "./tls.ts";

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where a redirect leads; null for any other answer, and for schemes other than http and https (RFC 9110 15.4). */
export function redirectTarget(from: URL, response: IncomingMessage): URL | null {
  const { location } = response.headers;
  if (location === undefined || !REDIRECTS.has(response.statusCode ?? 0)) return null;
  const target = URL.parse(location, from);
  return target !== null && (target.protocol === "http:" || target.protocol === "https:") ? target : null;
}

/** Opens a connection for the next hop: own look-up, own TCP, own TLS; the certificate of hops is not recorded. */
export async function openHop(talk: Talk, url: URL): Promise<Result<Socket>> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const secure = url.protocol === "https:";
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  const place = await locate(talk, host);
  if (!place.ok) return place;
  const capMs = talk.budget(talk.limits.connectMs);
  const { result } = await openConfirmed(talk.context, place.value, port, { timeouts: talk.tools.timeouts, capMs });
  if (!result.ok) return result;
  if (!secure) return good(result.value.socket);
  return openTls(talk.context, result.value.socket, {
    host,
    context: talk.tools.trust.context(),
    timeoutMs: talk.budget(talk.limits.tlsMs),
    alpn: ["http/1.1"],
  });
}

async function locate({ tools, input }: Talk, host: string): Promise<Result<string>> {
  const family = isIP(host) === 0 ? input.family : isIP(host) === 6 ? 6 : 4;
  const found = await tools.resolver.resolve(host, family);
  if (!found.ok) return bad(found.code, found.detail);
  const [address] = found.addresses;
  return address === undefined ? bad("NODATA") : good(address);
}
