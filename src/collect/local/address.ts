import ipaddr from "ipaddr.js";
import type { AddressFact } from "./facts.ts";

/** Reach of an address by its own bits: 169.254/16 (RFC 3927) and fe80::/10 are link, loopback is host. */
export function scopeOf(address: string): AddressFact["scope"] {
  const bare = withoutZone(address);
  if (widthOf(bare) === null) return "global";
  const range = ipaddr.parse(bare).range();
  if (range === "linkLocal") return "link";
  return range === "loopback" ? "host" : "global";
}

/**
 * Bits of an address; null for what is none. The pattern of `net.isIPv6` takes 8 ms to compile, every scan would pay
 * for it.
 */
export function widthOf(address: string): 32 | 128 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return 32;
  return address.includes(":") && ipaddr.IPv6.isValid(address) ? 128 : null;
}

export function withoutZone(address: string): string {
  return address.replace(/%.*$/u, "");
}

/** Prefix length of a dotted netmask, or null where it is none. */
export function prefixOfMask(mask: string): number | null {
  if (widthOf(mask) !== 32) return null;
  return ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask();
}

/** First address of the network, as `a.b.c.d/n`. */
export function cidrOf(address: string, prefix: number): string | null {
  const bare = withoutZone(address);
  const width = widthOf(bare);
  if (width === null || !Number.isInteger(prefix) || prefix < 0 || prefix > width) return null;
  const cidr = `${bare}/${prefix}`;
  const network = width === 32 ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${prefix}`;
}

/** Hardware address in lower case with colons, or null for none and for all zeros. */
export function macOf(text: string | null | undefined): string | null {
  const digits = (text ?? "").split(/[:-]/u).map((part) => part.toLowerCase().padStart(2, "0"));
  if (digits.length !== 6 || digits.some((part) => !/^[0-9a-f]{2}$/u.test(part))) return null;
  const mac = digits.join(":");
  return mac === "00:00:00:00:00:00" ? null : mac;
}
