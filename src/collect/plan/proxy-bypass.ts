import ipaddr from "ipaddr.js";

export interface BypassOf {
  readonly port?: number;
  readonly scheme?: "http" | "https" | undefined;
  /** Windows takes a plain name for that host alone; elsewhere it stands for all that end in it, too. */
  readonly exact?: boolean;
}

/**
 * Is a host left out of the proxy by the list of exceptions? As the systems and browsers read it: `*` anywhere in a name
 * or address (`10.*`, `*quangtri*`), `.gov.vn` and `gov.vn` for all that end so, networks (`10.0.0.0/8`, `169.254/16`),
 * with a port (`host:443`) or a scheme (`https://host`) for that one only, `<local>` for names without a dot, `*` for all.
 * The laptop itself is always left out, unless `<-loopback>` takes that back. Pure.
 */
export function bypassed(list: readonly string[], host: string, of: BypassOf = {}): boolean {
  const name = host.toLowerCase().replace(/\.$/u, "");
  const rules = list.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== "");
  if (!rules.includes("<-loopback>") && isOwn(name)) return true;
  return rules.some((rule) => fits(rule, name, of));
}

function isOwn(name: string): boolean {
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    (ipaddr.isValid(name) && ipaddr.process(name).range() === "loopback")
  );
}

function fits(entry: string, name: string, of: BypassOf): boolean {
  if (entry === "<local>") return !name.includes(".") && !name.includes(":");
  const [, scheme, rest = ""] = /^(?:([a-z]+):\/\/)?(.*)$/u.exec(entry) ?? [];
  if (scheme !== undefined && of.scheme !== undefined && scheme !== of.scheme) return false;
  const inside = inNetwork(rest, name);
  if (inside !== null) return inside;
  const { pattern, port } = split(rest);
  if (port !== null && of.port !== undefined && port !== of.port) return false;
  if (pattern === "") return false;
  if (pattern.includes("*")) return wildcard(pattern).test(name) || name === pattern.replace(/^\*\./u, "");
  if (pattern.startsWith(".")) return name === pattern.slice(1) || name.endsWith(pattern);
  return name === pattern || sameAddress(pattern, name) || (of.exact !== true && name.endsWith(`.${pattern}`));
}

/** `host:443`, `[::1]:443`, `[::1]`; an IPv6 address without brackets has no port. */
function split(text: string): { readonly pattern: string; readonly port: number | null } {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d{1,5}))?$/u.exec(text) ?? [];
  return { pattern: bracketed ?? plain ?? text, port: digits === undefined ? null : Number(digits) };
}

/** Null where the entry is no network. macOS leaves the last parts of a network away. */
function inNetwork(entry: string, name: string): boolean | null {
  const [, address = "", bits] = /^([\d.]+|[0-9a-f:]+)\/(\d{1,3})$/u.exec(entry) ?? [];
  if (bits === undefined) return null;
  const whole = address.includes(":") ? address : [...address.split("."), "0", "0", "0"].slice(0, 4).join(".");
  const network = `${whole}/${bits}`;
  if (!ipaddr.isValidCIDR(network) || !ipaddr.isValid(name)) return false;
  const [start, prefix] = ipaddr.parseCIDR(network);
  const target = ipaddr.process(name);
  return start.kind() === target.kind() && target.match(start, prefix);
}

function sameAddress(one: string, other: string): boolean {
  return (
    ipaddr.isValid(one) &&
    ipaddr.isValid(other) &&
    ipaddr.process(one).toNormalizedString() === ipaddr.process(other).toNormalizedString()
  );
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "u");
}
