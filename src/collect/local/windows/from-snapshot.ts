import { isIP } from "node:net";
import { familyOf, macOf, scopeOf, withoutZone } from "../address.ts";
import type { AddressFact, InterfaceFact, LeaseFact, NeighbourFact, NeighbourState, PacketCounters, ResolverFacts, RouteFact } from "../facts.ts";
import { windowsKind } from "./kind.ts";
import { isOrdinaryRoute } from "./routes.ts";
import type { WindowsAdapter, WindowsSnapshot } from "./snapshot.ts";

// Numbers of the CIM classes in root/StandardCimv2, as Microsoft documents them.
const ADMIN_UP = 1;
const ADMIN_DOWN = 2;
const STATE_DISABLED = 3;
const CONNECTED = 1;
const DISCONNECTED = 2;
const DUPLICATE = 2;
const TENTATIVE = 1;
const ORIGINS: readonly AddressFact["origin"][] = ["unknown", "static", "linkLocal", "dhcp", "routerAdvertisement"];
const NEIGHBOUR_STATES: readonly NeighbourState[] = ["failed", "incomplete", "probe", "delay", "stale", "reachable", "permanent"];
const ACTIVE_STORE = 1;
const MBIT = 1_000_000;

type Snapshot = WindowsSnapshot;

export function interfacesOf(snapshot: Snapshot): InterfaceFact[] | null {
  return snapshot.adapters === null ? null : visible(snapshot).map((adapter) => interfaceOf(snapshot, adapter));
}

function visible(snapshot: Snapshot): WindowsAdapter[] {
  return (snapshot.adapters ?? []).filter(({ Hidden }) => Hidden !== true);
}

function interfaceOf(snapshot: Snapshot, adapter: WindowsAdapter): InterfaceFact {
  const description = adapter.InterfaceDescription ?? "";
  const adminUp = adapter.InterfaceAdminStatus === ADMIN_DOWN || adapter.State === STATE_DISABLED ? false : adapter.InterfaceAdminStatus === ADMIN_UP ? true : "unknown";
  const carrier = adapter.MediaConnectState === CONNECTED ? true : adapter.MediaConnectState === DISCONNECTED ? false : "unknown";
  const speed = adapter.ReceiveLinkSpeed ?? 0;
  const counters = countersOf(snapshot).get(adapter.Name);
  const kind = windowsKind(adapter.InterfaceType ?? null, adapter.NdisPhysicalMedium ?? null, adapter.HardwareInterface ?? null, description);
  return {
    name: adapter.Name,
    label: description === "" ? adapter.Name : `${adapter.Name} (${description})`,
    kind,
    mac: macOf((adapter.NetworkAddresses?.[0] ?? adapter.PermanentAddress)?.replace(/[^0-9a-f]/giu, "").match(/../gu)?.join(":")),
    adminUp,
    carrier: adminUp === false ? "unknown" : carrier,
    speedMbps: carrier === true && speed > 0 && speed < MBIT * MBIT ? Math.round(speed / MBIT) : null,
    mtu: adapter.MtuSize ?? null,
    addresses: addressesOf(snapshot, adapter.InterfaceIndex),
    counters:
      counters === undefined
        ? null
        : { rxPacketsBefore: counters.rxPackets, rxPacketsAfter: null, txPacketsBefore: counters.txPackets, txPacketsAfter: null, rxErrors: counters.rxErrors, txErrors: counters.txErrors },
    wifi: kind === "wifi" ? { ssid: null, signalPercent: null } : null,
  };
}

function addressesOf(snapshot: Snapshot, index: number): AddressFact[] {
  return (snapshot.addresses ?? [])
    .filter((entry) => entry.InterfaceIndex === index && inForce(entry.Store) && isIP(entry.IPAddress) !== 0)
    .map((entry) => {
      const address = withoutZone(entry.IPAddress);
      const scope = scopeOf(address);
      const state = entry.AddressState ?? 0;
      return {
        address,
        prefix: entry.PrefixLength,
        family: familyOf(address),
        scope,
        origin: scope === "link" ? ("linkLocal" as const) : (ORIGINS[entry.PrefixOrigin ?? 0] ?? "unknown"),
        duplicate: state === DUPLICATE ? true : state === TENTATIVE || state === 0 ? ("unknown" as const) : false,
      };
    });
}

/** Without loopback, multicast and the laptop's own addresses. The metric is the sum that Windows compares. */
export function routesOf(snapshot: Snapshot): RouteFact[] | null {
  if (snapshot.routes === null) return null;
  return snapshot.routes.flatMap((route) => {
    const gateway = route.NextHop ?? "";
    const family = familyOf(route.DestinationPrefix.replace(/\/.*$/u, ""));
    const via = gateway === "0.0.0.0" || gateway === "::" || isIP(gateway) === 0 ? null : withoutZone(gateway);
    if (!inForce(route.Store) || !isOrdinaryRoute(route.DestinationPrefix, via)) return [];
    const own = snapshot.interfaces?.find((entry) => entry.InterfaceIndex === route.InterfaceIndex && entry.AddressFamily === (family === 6 ? 23 : 2));
    const metric = (route.RouteMetric ?? 0) + (own?.InterfaceMetric ?? 0);
    return [{ family, destination: route.DestinationPrefix, gateway: via, interface: nameOf(snapshot, route.InterfaceIndex), metric }];
  });
}

/** Servers of adapters that could use them; Windows lists old servers of unplugged ones too, and fec0:0:0:ffff::1 where there is none. */
export function resolversOf(snapshot: Snapshot): ResolverFacts | null {
  const { adapters, dns } = snapshot;
  if (dns === null) return null;
  const dead = new Set(adapters?.filter((adapter) => adapter.MediaConnectState === DISCONNECTED || adapter.InterfaceAdminStatus === ADMIN_DOWN).map((adapter) => adapter.InterfaceIndex));
  const servers = dns
    .filter((entry) => !dead.has(entry.InterfaceIndex))
    .flatMap((entry) => (entry.ServerAddresses ?? []).map((address) => ({ address, name: nameOf(snapshot, entry.InterfaceIndex) })))
    .filter(({ address }) => isRealServer(address))
    .map(({ address, name }) => ({ address: withoutZone(address), port: 53, interface: name, source: "MSFT_DNSClientServerAddress" }));
  return { servers, search: [] };
}

/** fec0:0:0:ffff::1 to ::3 are the placeholders that Windows shows for "no IPv6 server" (site-local, abolished by RFC 3879). */
export function isRealServer(address: string): boolean {
  return isIP(address) !== 0 && !/^fec0:0:0:ffff::/iu.test(address);
}

/** Leases from the registry, joined by the adapter's GUID. */
export function leasesOf(snapshot: Snapshot): LeaseFact[] {
  return visible(snapshot)
    .filter((adapter) => ["ethernet", "wifi", "mobile"].includes(interfaceOf(snapshot, adapter).kind))
    .map((adapter) => {
      const stored = snapshot.leases?.find((entry) => entry.PSChildName.toLowerCase() === (adapter.InterfaceGuid ?? "").toLowerCase());
      const setting = snapshot.interfaces?.find((entry) => entry.InterfaceIndex === adapter.InterfaceIndex && entry.AddressFamily === 2)?.Dhcp ?? stored?.EnableDHCP;
      // The registry keeps the last lease after the cable is out and after an address was typed in by hand.
      const inForce = addressesOf(snapshot, adapter.InterfaceIndex).some(({ address }) => address === stored?.DhcpIPAddress);
      const lease = inForce ? stored : undefined;
      const server = lease?.DhcpServer ?? "";
      return {
        interface: adapter.Name,
        dhcp: setting === 1 ? true : setting === 0 ? false : "unknown",
        server: isIP(server) === 4 && server !== "255.255.255.255" ? server : null,
        routers: (lease?.DhcpDefaultGateway ?? []).filter((address) => isIP(address) === 4),
        dns: (lease?.DhcpNameServer ?? "").split(/[\s,]+/u).filter((address) => isIP(address) === 4),
        obtainedAt: seconds(lease?.LeaseObtainedTime),
        expiresAt: seconds(lease?.LeaseTerminatesTime),
        source: setting === undefined ? "none" : "registry",
      };
    });
}

export function neighboursOf(snapshot: Snapshot): NeighbourFact[] | null {
  if (snapshot.neighbours === null) return null;
  return snapshot.neighbours.flatMap((entry) => {
    const address = withoutZone(entry.IPAddress);
    const mac = macOf(entry.LinkLayerAddress);
    if (isIP(address) === 0 || isGroup(address, mac) || !inForce(entry.Store)) return [];
    const state = NEIGHBOUR_STATES[entry.State ?? -1] ?? "unknown";
    return [{ address, family: familyOf(address), mac, interface: nameOf(snapshot, entry.InterfaceIndex), state, router: "unknown" as const }];
  });
}

/** Multicast and broadcast entries are no neighbours. */
export function isGroup(address: string, mac: string | null): boolean {
  return /^(?:22[4-9]|23\d|255)\./u.test(address) || /^ff/iu.test(address) || /^(?:ff:ff:ff:ff:ff:ff|01:00:5e|33:33)/u.test(mac ?? "");
}

export function countersOf(snapshot: Snapshot): ReadonlyMap<string, PacketCounters> {
  return new Map(
    (snapshot.statistics ?? []).map((entry) => [
      entry.Name,
      {
        rxPackets: (entry.ReceivedUnicastPackets ?? 0) + (entry.ReceivedMulticastPackets ?? 0) + (entry.ReceivedBroadcastPackets ?? 0),
        txPackets: (entry.SentUnicastPackets ?? 0) + (entry.SentMulticastPackets ?? 0) + (entry.SentBroadcastPackets ?? 0),
        rxErrors: entry.ReceivedPacketErrors ?? 0,
        txErrors: entry.OutboundPacketErrors ?? 0,
      },
    ]),
  );
}

function nameOf(snapshot: Snapshot, index: number): string {
  return (
    snapshot.adapters?.find((adapter) => adapter.InterfaceIndex === index)?.Name ??
    snapshot.interfaces?.find((entry) => entry.InterfaceIndex === index)?.InterfaceAlias ??
    `#${index}`
  );
}

/** Windows keeps what it will set at the next start (PersistentStore) beside what holds now. */
function inForce(store: number | null | undefined): boolean {
  return store === null || store === undefined || store === ACTIVE_STORE;
}

function seconds(value: number | null | undefined): string | null {
  return value === null || value === undefined || value <= 0 || value >= 0x7fff_ffff ? null : new Date(value * 1000).toISOString();
}
