import type { CollectContext } from "../../context/context.ts";
import type { InterfaceFact, LeaseFact } from "../facts.ts";
import type { SystemFiles } from "../files.ts";
import { dhcpInInterfacesFile, dhcpInNetworkFile, networkFileOfLink } from "./dhcp-config.ts";
import { parseDhclientLeases } from "./leases/dhclient.ts";
import { parseDhcpPacket } from "./leases/dhcpcd.ts";
import { parseNetworkdLease } from "./leases/networkd.ts";
import { parseNmcliDhcp } from "./leases/nmcli.ts";
import type { StoredLease } from "./leases/stored.ts";
import type { LinuxLink } from "./links.ts";

interface Configured {
  readonly dhcp: boolean;
  readonly source: string;
}

interface Told {
  /** Null where a client keeps a file for this interface and has no lease in it. */
  readonly lease: StoredLease | null;
  readonly source: string;
}

/** A lease fact, and the address that the lease gave where one is in force. */
export interface FoundLease {
  readonly fact: LeaseFact;
  readonly address: string | null;
}

/** One for each interface that can have a lease: cable, Wi-Fi, mobile. */
export async function readLeases(
  files: SystemFiles,
  context: CollectContext,
  links: readonly LinuxLink[],
  deadlineMs: number,
): Promise<FoundLease[]> {
  const able = links.filter(({ fact }) => fact.kind === "ethernet" || fact.kind === "wifi" || fact.kind === "mobile");
  const fromFiles = able.map((link) => storedLease(files, link));
  // NetworkManager's own lease files are for root only; its program tells everybody, but takes tens of milliseconds.
  const managed = fromFiles.includes(null) && files.list("/run/NetworkManager").length > 0;
  const nmcli = managed
    ? await context.runTool("nmcli", ["-t", "-f", "GENERAL.DEVICE,DHCP4", "device", "show"], deadlineMs)
    : null;
  const byName = parseNmcliDhcp(nmcli?.stdout ?? "");
  return able.map((link, index) => {
    const managedLease = byName.get(link.fact.name);
    const told = fromFiles[index] ?? (managedLease === undefined ? null : { lease: managedLease, source: "nmcli" });
    return leaseFact(link.fact, told, configured(files, link));
  });
}

function storedLease(files: SystemFiles, { fact, index }: LinuxLink): Told | null {
  const places: readonly {
    readonly file: string;
    readonly parse: (text: string, bytes: Uint8Array, modifiedMs: number) => StoredLease | null;
  }[] = [
    {
      file: `/run/systemd/netif/leases/${index ?? ""}`,
      parse: (text, _, modifiedMs) => parseNetworkdLease(text, modifiedMs),
    },
    ...[
      "/var/lib/dhcp/dhclient.leases",
      `/var/lib/dhcp/dhclient.${fact.name}.leases`,
      "/var/lib/dhclient/dhclient.leases",
      `/var/lib/dhclient/dhclient-${fact.name}.leases`,
    ].map((file) => ({ file, parse: (text: string) => parseDhclientLeases(text, fact.name) })),
    ...[`/var/lib/dhcpcd/${fact.name}.lease`, `/var/lib/dhcpcd5/dhcpcd-${fact.name}.lease`].map((file) => ({
      file,
      parse: (_: string, bytes: Uint8Array, modifiedMs: number) => parseDhcpPacket(bytes, modifiedMs),
    })),
  ];
  const told = places.flatMap(({ file, parse }) => {
    const result = files.read(file);
    if (result.state !== "read") return [];
    const lease = parse(result.text, result.bytes, result.modifiedMs);
    return lease === null && !file.includes(fact.name) ? [] : [{ lease, source: file }];
  });
  return told.find(({ lease }) => carries(fact, lease)) ?? told.find(({ lease }) => lease !== null) ?? told[0] ?? null;
}

/** What the configuration says of DHCP; null where it says nothing. */
function configured(files: SystemFiles, { fact, index }: LinuxLink): Configured | null {
  const state = index === null ? null : files.read(`/run/systemd/netif/links/${index}`);
  const networkFile = state?.state === "read" ? networkFileOfLink(state.text) : null;
  if (networkFile !== null) {
    const network = files.read(networkFile);
    const dhcp = network.state === "read" ? dhcpInNetworkFile(network.text) : null;
    if (dhcp !== null) return { dhcp, source: networkFile };
  }
  const parts = files.list("/etc/network/interfaces.d");
  for (const file of ["/etc/network/interfaces", ...parts.map((part) => `/etc/network/interfaces.d/${part}`)]) {
    const text = files.read(file);
    const answer = text.state === "read" ? dhcpInInterfacesFile(text.text, fact.name) : null;
    if (answer !== null) return { dhcp: answer, source: file };
  }
  return null;
}

function carries(fact: InterfaceFact, lease: StoredLease | null): boolean {
  return lease !== null && fact.addresses.some(({ address }) => address === lease.address);
}

/**
 * A lease counts only while the interface carries its address: the file of yesterday's office must not speak for
 * today's.
 */
function leaseFact(fact: InterfaceFact, told: Told | null, configured: Configured | null): FoundLease {
  const inForce = told !== null && carries(fact, told.lease) ? told.lease : null;
  const answer = {
    interface: fact.name,
    ...(inForce === null || told === null ? usesDhcp(fact, told, configured) : { dhcp: true, source: told.source }),
    server: inForce?.server ?? null,
    routers: [...(inForce?.routers ?? [])],
    dns: [...(inForce?.dns ?? [])],
    obtainedAt: inForce?.obtainedAt ?? null,
    ...(inForce?.portal === undefined ? {} : { portal: inForce.portal }),
    expiresAt: inForce?.expiresAt ?? null,
  };
  return { fact: answer, address: inForce?.address ?? null };
}

function usesDhcp(
  fact: InterfaceFact,
  told: Told | null,
  configured: Configured | null,
): Pick<LeaseFact, "dhcp" | "source"> {
  const routable = fact.addresses.filter(({ family, scope }) => family === 4 && scope === "global");
  if (routable.some(({ origin }) => origin === "dhcp")) return { dhcp: true, source: "ip addr" };
  if (configured !== null) return configured;
  if (routable.length > 0 && routable.every(({ origin }) => origin === "static"))
    return { dhcp: false, source: "ip addr" };
  if (routable.length > 0) return { dhcp: "unknown", source: "none" };
  // No address, but a client that works here: it should have asked.
  return told === null ? { dhcp: "unknown", source: "none" } : { dhcp: true, source: told.source };
}
