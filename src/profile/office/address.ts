import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { hostSchema, type Endpoint } from "../schema.ts";
import { ANY_PAGE } from "./any-page.ts";

export type Address =
  | { readonly ok: true; readonly endpoint: Endpoint }
  | { readonly ok: false; readonly problem: "scheme" | "host" | "port" | "loopback" };

/** Schemes that an address may have, and the port where it names none. */
const PORTS: Readonly<Record<string, number | null>> = {
  https: 443,
  http: 80,
  tcp: null,
  imaps: 993,
  smtp: 587,
  stun: 3478,
  h323: 1720,
  sip: 5061,
  // Asked only where no echo comes back.
  ping: 80,
};
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//iu;
/** Invisible signs and quotation marks that come along when an address is copied. */
const WRAPPING = /^[\s"<“”\u200b\u2060\ufeff]+|[\s">“”\u200b\u2060\ufeff]+$/gu;
const LONGEST_PATH = 500;

/**
 * The address as a person pastes it out of a browser. Only scheme, host, port and path are kept: user name, password,
 * query, fragment and session ids within the path say who opened it, not where it lies. Without a scheme it is https.
 * Pure.
 */
export function officeAddress(text: string): Address {
  const typed = text.replaceAll(WRAPPING, "");
  const scheme = (SCHEME.exec(typed)?.[1] ?? "https").toLowerCase();
  const usual = Object.hasOwn(PORTS, scheme) ? PORTS[scheme] : undefined;
  if (usual === undefined) return { ok: false, problem: "scheme" };
  // The parser knows hosts of the web only under schemes of the web: names in other alphabets, addresses of odd forms.
  const url = URL.parse(`${scheme === "http" ? "http" : "https"}://${typed.replace(SCHEME, "")}`);
  const host = url?.hostname.replace(/^\[|\]$/gu, "").replace(/\.$/u, "") ?? "";
  if (url === null || !hostSchema.safeParse(host).success || !isWhole(host)) return { ok: false, problem: "host" };
  if (isOwn(host)) return { ok: false, problem: "loopback" };
  const port = url.port === "" ? portOf(scheme, typed, usual) : Number(url.port);
  if (port === null || port === 0) return { ok: false, problem: "port" };
  return { ok: true, endpoint: endpointOf(scheme, host, port, url) };
}

/** `https://…:443` and the like: the parser drops a port that is usual for the web, which it need not be here. */
function portOf(scheme: string, typed: string, usual: number | null): number | null {
  const written = /^[^/?#]*:(\d+)(?:[/?#]|$)/u.exec(typed.replace(SCHEME, ""))?.[1];
  if (written === undefined) return usual;
  return scheme === "https" || scheme === "http" ? usual : Number(written);
}

function endpointOf(scheme: string, host: string, port: number, url: URL): Endpoint {
  const base = { host, port, network: networkOf(host) } as const;
  const path = pathOf(url);
  switch (scheme) {
    case "http":
      return { protocol: "http", ...base, path, expect: { status: [...ANY_PAGE] } };
    case "tcp":
    case "imaps":
    case "smtp":
    case "stun":
    case "h323":
    case "sip":
    case "ping":
      return { protocol: scheme, ...base };
    default:
      return { protocol: "https", ...base, path, expect: { status: [...ANY_PAGE] } };
  }
}

/** Parameters within the path (`;jsessionid=…`) belong to whoever opened the page. */
function pathOf(url: URL): string {
  const path = url.pathname.replaceAll(/;[^/]*/gu, "");
  return path.length > LONGEST_PATH || path === "" ? "/" : path;
}

/** A name of one word is found by whatever the laptop searches through, or not at all: no address of a shared system. */
function isWhole(host: string): boolean {
  return isIP(host) !== 0 || host.includes(".") || isOwn(host);
}

function isOwn(host: string): boolean {
  if (isIP(host) === 0) return host === "localhost" || host.endsWith(".localhost");
  const range = ipaddr.process(host).range();
  return range === "loopback" || range === "unspecified";
}

/** Private addresses are only reached over the government's own network, or not at all: silence there blames nobody. */
function networkOf(host: string): Endpoint["network"] {
  if (isIP(host) === 0) return "internet";
  const range = ipaddr.process(host).range();
  return range === "private" || range === "uniqueLocal" || range === "carrierGradeNat" ? "tslcd" : "internet";
}

/** An address as people write it. */
export function addressText({ protocol, host, port, path = "" }: Endpoint): string {
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return `${protocol}://${name}${PORTS[protocol] === port ? "" : `:${port}`}${path === "/" ? "" : path}`;
}
