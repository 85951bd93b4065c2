import { isIP, type Socket } from "node:net";
import type { Family } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { openConfirmed } from "../net/confirmed.ts";
import { bad, good, type Result } from "../net/settle.ts";
import type { EndpointLimits, EndpointTools } from "./input.ts";
import { openTls } from "./tls.ts";

/** What it takes to open a connection to wherever a redirect leads. */
export interface Way {
  readonly context: CollectContext;
  readonly tools: Pick<EndpointTools, "resolver" | "timeouts" | "trust">;
  readonly limits: Pick<EndpointLimits, "connectMs" | "tlsMs" | "answerMs">;
  readonly family: Family;
  /** The host that was asked first, and where it was found: a redirect to it goes there, too. */
  readonly own: { readonly host: string; readonly address: string };
  /** Cuts a step's limit to what is left of the whole, milliseconds. */
  budget(limitMs: number): number;
}

/** A host of a URL without the brackets of an IPv6 address. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, "");
}

/** Opens a connection for one hop: own look-up, own TCP, own TLS; the certificate of hops is not recorded. */
export async function openHop(way: Way, url: URL): Promise<Result<Socket>> {
  const host = bareHost(url);
  const secure = url.protocol === "https:";
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  const place = await locate(way, host);
  if (!place.ok) return place;
  const capMs = way.budget(way.limits.connectMs);
  const { result } = await openConfirmed(way.context, place.value, port, { timeouts: way.tools.timeouts, capMs });
  if (!result.ok) return result;
  if (!secure) return good(result.value.socket);
  return openTls(way.context, result.value.socket, {
    host,
    context: way.tools.trust.context(),
    timeoutMs: way.budget(way.limits.tlsMs),
    alpn: ["http/1.1"],
  });
}

async function locate({ tools, family, own }: Way, host: string): Promise<Result<string>> {
  if (host.toLowerCase() === own.host.toLowerCase()) return good(own.address);
  const literal = isIP(host);
  const found = await tools.resolver.resolve(host, literal === 0 ? family : literal === 6 ? 6 : 4);
  if (!found.ok) return bad(found.code, found.detail);
  const [address] = found.addresses;
  return address === undefined ? bad("NODATA") : good(address);
}
