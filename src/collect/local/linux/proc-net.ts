import ipaddr from "ipaddr.js";
import { cidrOf, macOf } from "../address.ts";
import type { NeighbourFact, PacketCounters, RouteFact } from "../facts.ts";

/** Counters by interface from /proc/net/dev, which shows the network namespace of the reader. */
export function parseProcNetDev(text: string): ReadonlyMap<string, PacketCounters> {
  const found = new Map<string, PacketCounters>();
  for (const line of text.split("\n")) {
    const [, name, rest] = /^\s*([^\s:]+):\s*([\d\s]+)$/u.exec(line) ?? [];
    if (name === undefined || rest === undefined) continue;
    const numbers = rest.trim().split(/\s+/u).map(Number);
    const [, rxPackets, rxErrors, , , , , , , txPackets, txErrors] = numbers;
    if (rxPackets === undefined || rxErrors === undefined || txPackets === undefined || txErrors === undefined)
      continue;
    found.set(name, { rxPackets, rxErrors, txPackets, txErrors });
  }
  return found;
}

// include/uapi/linux/route.h and ipv6_route.h
const RTF_UP = 0x1;
const RTF_GATEWAY = 0x2;
const RTF_REJECT = 0x200;
const RTF_ANYCAST = 0x0010_0000;
const RTF_LOCAL = 0x8000_0000;

/** IPv4 routes of the main table from /proc/net/route; addresses there are hexadecimal, lowest byte first. */
export function parseProcNetRoute(text: string): RouteFact[] {
  return text.split("\n").flatMap((line) => {
    const [name, destination, gateway, flagText, , , metric, mask] = line.trim().split(/\s+/u);
    const network = littleEndian(destination);
    const flags = hex(flagText);
    const prefix = maskPrefix(mask);
    if (
      name === undefined ||
      // A route of type blackhole has no interface and is flagged as up.
      name === "*" ||
      network === null ||
      prefix === null ||
      (flags & RTF_UP) === 0 ||
      (flags & RTF_REJECT) !== 0
    )
      return [];
    const via = (flags & RTF_GATEWAY) === 0 ? null : littleEndian(gateway);
    return [
      {
        family: 4 as const,
        destination: `${network}/${prefix}`,
        gateway: via,
        interface: name,
        metric: integer(metric),
      },
    ];
  });
}

/**
 * IPv6 routes to other hosts from /proc/net/ipv6_route; the kernel's own, multicast and loopback entries are left out.
 */
export function parseProcNetIpv6Route(text: string): RouteFact[] {
  return text.split("\n").flatMap((line) => {
    const [network, length, , , nextHop, metric, , , flagText, name] = line.trim().split(/\s+/u);
    const address = ipv6(network);
    const flags = hex(flagText);
    if (name === undefined || name === "lo" || address === null || address.startsWith("ff")) return [];
    if ((flags & RTF_UP) === 0 || (flags & (RTF_REJECT | RTF_ANYCAST)) !== 0 || (flags & RTF_LOCAL) !== 0) return [];
    const destination = cidrOf(address, hex(length));
    if (destination === null) return [];
    return [
      {
        family: 6 as const,
        destination,
        gateway: (flags & RTF_GATEWAY) === 0 ? null : ipv6(nextHop),
        interface: name,
        metric: hex(metric),
      },
    ];
  });
}

/** Neighbours from /proc/net/arp, the fallback: it tells complete from incomplete and nothing more, and IPv4 only. */
export function parseProcNetArp(text: string): NeighbourFact[] {
  return text.split("\n").flatMap((line) => {
    const [address, , flagText, hardware, , name] = line.trim().split(/\s+/u);
    if (address === undefined || name === undefined || !ipaddr.IPv4.isValidFourPartDecimal(address)) return [];
    const flags = hex(flagText);
    const state = (flags & 0x4) !== 0 ? "permanent" : (flags & 0x2) !== 0 ? "unknown" : "incomplete";
    return [
      {
        address,
        family: 4 as const,
        mac: state === "incomplete" ? null : macOf(hardware),
        interface: name,
        state,
        router: "unknown" as const,
      },
    ];
  });
}

/** Addresses by interface from /proc/net/if_inet6. */
export function parseIfInet6(
  text: string,
): readonly { readonly name: string; readonly address: string; readonly prefix: number; readonly flags: number }[] {
  return text.split("\n").flatMap((line) => {
    const [raw, , prefix, , flags, name] = line.trim().split(/\s+/u);
    const address = ipv6(raw);
    return address === null || name === undefined ? [] : [{ name, address, prefix: hex(prefix), flags: hex(flags) }];
  });
}

/** Link quality in percent by interface from /proc/net/wireless (the scale of nearly all drivers ends at 70). */
export function parseProcNetWireless(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, name, quality] = /^\s*([^\s:]+):\s+\S+\s+(\d+)\.?\s/u.exec(line) ?? [];
    if (name !== undefined && quality !== undefined)
      found.set(name, Math.min(100, Math.round((Number(quality) * 100) / 70)));
  }
  return found;
}

function hex(text: string | undefined): number {
  const value = Number.parseInt(text ?? "", 16);
  return Number.isNaN(value) ? 0 : value;
}

function integer(text: string | undefined): number {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : 0;
}

function littleEndian(text: string | undefined): string | null {
  if (text === undefined || !/^[0-9A-F]{8}$/iu.test(text)) return null;
  return (text.match(/../gu) ?? [])
    .toReversed()
    .map((byte) => Number.parseInt(byte, 16))
    .join(".");
}

function maskPrefix(text: string | undefined): number | null {
  const mask = littleEndian(text);
  return mask === null ? null : ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask();
}

function ipv6(text: string | undefined): string | null {
  if (text === undefined || !/^[0-9a-f]{32}$/iu.test(text)) return null;
  return new ipaddr.IPv6((text.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16))).toString();
}
