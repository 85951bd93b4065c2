import ipaddr from "ipaddr.js";

type Parsed = ipaddr.IPv4 | ipaddr.IPv6;

/** Kinds of address that matter to a diagnosis (RFC 1918, 3927, 4193, 6598, 1122). */
export type AddressClass = "public" | "private" | "cgnat" | "linkLocal" | "loopback" | "unspecified" | "other";

const BY_RANGE: Readonly<Record<string, AddressClass>> = {
  unicast: "public",
  private: "private",
  uniqueLocal: "private",
  carrierGradeNat: "cgnat",
  linkLocal: "linkLocal",
  loopback: "loopback",
  unspecified: "unspecified",
};

function parse(address: string): Parsed | null {
  const bare = address.split("%")[0] ?? address;
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

/** The class of an address; `other` for what is no address, and for documentation, multicast and reserved ranges. */
export function classOf(address: string): AddressClass {
  const parsed = parse(address);
  return parsed === null ? "other" : (BY_RANGE[parsed.range()] ?? "other");
}

/** Is `address` inside `prefix` (CIDR)? False for what cannot be read. */
export function inPrefix(address: string, prefix: string): boolean {
  const parsed = parse(address);
  if (parsed === null || !ipaddr.isValidCIDR(prefix)) return false;
  const [network, bits] = ipaddr.parseCIDR(prefix);
  return network.kind() === parsed.kind() && parsed.match(network, bits);
}

/** The network an address lies in, e.g. 10.1.2.3 and 24 give 10.1.2.0/24; null for what cannot be read. */
export function prefixOf(address: string, bits: number): string | null {
  const parsed = parse(address);
  if (parsed === null) return null;
  const bytes = parsed.toByteArray();
  if (bits < 0 || bits > bytes.length * 8) return null;
  const masked = bytes.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - index * 8))) & 0xff);
  return `${ipaddr.fromByteArray(masked).toString()}/${bits}`;
}

/** Same address, however it is written. */
export function sameAddress(one: string, other: string): boolean {
  const a = parse(one);
  const b = parse(other);
  return a === null || b === null ? one === other : a.toNormalizedString() === b.toNormalizedString();
}
