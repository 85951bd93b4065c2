import { networkInterfaces } from "node:os";
import { macOf, scopeOf, withoutZone } from "../address.ts";
import { countersBefore } from "../counters.ts";
import type { AddressFact, InterfaceFact, PacketCounters } from "../facts.ts";
import type { SystemFiles } from "../files.ts";
import type { IpLink } from "./ip-json.ts";
import { interfaceKind } from "./kind.ts";
import { parseIfInet6 } from "./proc-net.ts";
import { readSysfsLink, type SysfsLink } from "./sysfs.ts";

/** An interface with what is needed later to look up its lease. */
export interface LinuxLink {
  readonly fact: InterfaceFact;
  readonly index: number | null;
}

interface Sources {
  readonly counters: ReadonlyMap<string, PacketCounters>;
  /** `ip -j addr`, null where there is no such program. */
  readonly ip: readonly IpLink[] | null;
  readonly ifInet6: string;
  readonly defaultRoutes: ReadonlySet<string>;
  readonly wireless: ReadonlyMap<string, number>;
}

const IFF_UP = 0x1;
const IFF_LOOPBACK = 0x8;
const ARPHRD_ETHER = 1;
const IFA_F_DADFAILED = 0x08;

/** All interfaces of this network namespace, also those that are down or have no address. */
export function readLinks(files: SystemFiles, sources: Sources): LinuxLink[] {
  return [...sources.counters.keys()].map((name) => readLink(files, sources, name));
}

function readLink(files: SystemFiles, sources: Sources, name: string): LinuxLink {
  const ip = sources.ip?.find(({ ifname }) => ifname === name);
  const sysfs = sameLink(readSysfsLink(files, name), ip);
  const index = ip?.ifindex ?? sysfs?.index ?? null;
  const adminUp = adminUpOf(ip, sysfs);
  const kind = kindOf(name, ip, sysfs, sources);
  return {
    index,
    fact: {
      name,
      label: name,
      kind,
      mac: macOf(ip?.address ?? sysfs?.mac),
      adminUp,
      carrier: carrierOf(ip, sysfs, adminUp),
      speedMbps: sysfs?.speedMbps ?? null,
      mtu: ip?.mtu ?? sysfs?.mtu ?? null,
      addresses: ip === undefined ? addressesOfRuntime(name, sources.ifInet6) : ip.addr_info.map(addressOfIp),
      counters: countersBefore(sources.counters.get(name)),
      wifi: kind === "wifi" ? { ssid: null, signalPercent: sources.wireless.get(name) ?? null } : null,
    },
  };
}

function adminUpOf(ip: IpLink | undefined, sysfs: SysfsLink | null): InterfaceFact["adminUp"] {
  if (ip !== undefined) return ip.flags.includes("UP");
  const flags = sysfs?.flags ?? null;
  return flags === null ? "unknown" : (flags & IFF_UP) !== 0;
}

function kindOf(
  name: string,
  ip: IpLink | undefined,
  sysfs: SysfsLink | null,
  sources: Sources,
): InterfaceFact["kind"] {
  const loopback = ip?.flags.includes("LOOPBACK") ?? ((sysfs?.flags ?? 0) & IFF_LOOPBACK) !== 0;
  return interfaceKind({
    name,
    loopback: loopback || name === "lo",
    devtype: sysfs?.devtype ?? null,
    wireless: sysfs?.wireless ?? sources.wireless.has(name),
    device: sysfs?.device ?? false,
    driver: sysfs?.driver ?? null,
    ethernet: ip === undefined ? framing(sysfs) : ip.link_type === "ether",
    carriesDefaultRoute: sources.defaultRoutes.has(name),
  });
}

function framing(sysfs: SysfsLink | null): boolean | null {
  return sysfs === null || sysfs.type === null ? null : sysfs.type === ARPHRD_ETHER;
}

// /sys shows the network namespace that mounted it, not the reader's: an interface of the same name may be another one.
function sameLink(sysfs: SysfsLink | null, ip: IpLink | undefined): SysfsLink | null {
  return sysfs !== null && ip !== undefined && sysfs.index !== ip.ifindex ? null : sysfs;
}

// Switched off, an interface cannot tell whether there is a signal: that is unknown, not absent.
function carrierOf(
  ip: IpLink | undefined,
  sysfs: SysfsLink | null,
  adminUp: InterfaceFact["adminUp"],
): InterfaceFact["carrier"] {
  if (adminUp === false) return "unknown";
  // NO-CARRIER alone lags behind: it stays for a moment after the signal is there.
  if (ip !== undefined)
    return ip.flags.includes("LOWER_UP")
      ? true
      : ip.flags.includes("NO-CARRIER")
        ? false
        : (sysfs?.carrier ?? "unknown");
  return sysfs?.carrier ?? "unknown";
}

type IpAddress = IpLink["addr_info"][number];

function addressOfIp(entry: IpAddress): AddressFact {
  const v6 = entry.local.includes(":");
  const scope = scopeOf(entry.local);
  return {
    address: entry.local,
    prefix: entry.prefixlen,
    family: v6 ? 6 : 4,
    scope,
    origin: scope === "link" ? "linkLocal" : originOf(entry, v6),
    // Linux looks for duplicates of IPv6 addresses only (RFC 4862, 5.4).
    duplicate: !v6 ? "unknown" : entry.dadfailed ? true : entry.tentative || entry.nodad ? "unknown" : false,
  };
}

// A lifetime comes with a lease or a router's advertisement; DHCPv6 gives single addresses.
function originOf(entry: IpAddress, v6: boolean): AddressFact["origin"] {
  if (!entry.dynamic) return "static";
  return v6 && entry.prefixlen !== 128 ? "routerAdvertisement" : "dhcp";
}

/** Without `ip`: what the runtime tells (interfaces that are up and have a signal), and all IPv6 addresses. */
function addressesOfRuntime(name: string, ifInet6: string): AddressFact[] {
  const v4 = (networkInterfaces()[name] ?? []).filter(({ family }) => family === "IPv4");
  const v6 = parseIfInet6(ifInet6).filter((entry) => entry.name === name);
  return [
    ...v4.map(({ address, cidr }) => fact(address, Number(cidr?.split("/")[1] ?? 32), "unknown")),
    ...v6.map(({ address, prefix, flags }) => fact(withoutZone(address), prefix, (flags & IFA_F_DADFAILED) !== 0)),
  ];
}

function fact(address: string, prefix: number, duplicate: AddressFact["duplicate"]): AddressFact {
  const scope = scopeOf(address);
  return {
    address,
    prefix,
    family: address.includes(":") ? 6 : 4,
    scope,
    origin: scope === "link" ? "linkLocal" : "unknown",
    duplicate,
  };
}
