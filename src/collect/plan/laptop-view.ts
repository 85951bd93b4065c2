import ipaddr from "ipaddr.js";
import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import type { Family, Tri } from "../../evidence/common.ts";
import { familyOf } from "../../base/family.ts";

/** What the plan needs to know of the laptop, drawn from its observations. */
export interface LaptopView {
  /**
   * False only where it is certain that nothing can leave this laptop: no adapter that is on, linked and has an
   * address.
   */
  readonly online: Tri;
  readonly gateways: readonly { readonly address: string; readonly interface: string }[];
  readonly resolvers: readonly { readonly address: string; readonly port: number }[];
  /** All its addresses, without zones. */
  readonly own: ReadonlySet<string>;
  readonly proxies: ObservationOf<"proxyConfig">["evidence"]["settings"];
  /** Hosts that the proxy is not for. */
  readonly proxyBypass: readonly string[];
  /** On-link IPv4 networks of adapters that are up. */
  readonly subnets: readonly { readonly address: string; readonly prefix: number; readonly interface: string }[];
  /** Has it a global IPv6 address and a default route for it? */
  readonly ipv6: boolean;
  /** Addresses that the hosts file gives for a name, lower case. */
  override(name: string, family: Family): readonly string[];
  /** Is there a route to this address? */
  routable(address: string): Tri;
}

const MOST_RESOLVERS = 4;

/** @param observations what `LocalSource.before` gave. Pure. */
export function laptopView(observations: readonly Observation[]): LaptopView {
  const adapters = all(observations, "interface");
  const usable = adapters
    .filter((seen) => seen.outcome === "ok")
    .map((seen) => seen.evidence)
    .filter(isUsable);
  const routesSeen = all(observations, "routes").find((seen) => seen.outcome === "ok");
  const routes = routesSeen?.evidence.routes ?? [];
  // A list of adapters that could be read and has none is certain; one that could not be read is not (and leaves an
  // observation that says so).
  const listed = observations.length > 0 && adapters.every((seen) => seen.outcome === "ok");
  const online: Tri = usable.length > 0 || (listed ? false : "unknown");
  const defaults = routes.filter((route) => isDefault(route.destination)).toSorted((a, b) => a.metric - b.metric);
  const overrides = all(observations, "hostsFile").flatMap((seen) => seen.evidence.overrides);
  return {
    online,
    gateways: gatewaysOf(defaults),
    resolvers: resolversOf(observations),
    own: new Set(
      adapters.flatMap((seen) => seen.evidence.addresses.map((one) => one.address.split("%")[0] ?? one.address)),
    ),
    proxies: all(observations, "proxyConfig").flatMap((seen) => seen.evidence.settings),
    proxyBypass: all(observations, "proxyConfig").flatMap((seen) => seen.evidence.bypass),
    subnets: usable.flatMap((seen) =>
      seen.addresses
        .filter((one) => one.family === 4 && one.scope === "global")
        .map((one) => ({ address: one.address, prefix: one.prefix, interface: seen.name })),
    ),
    ipv6:
      usable.some((seen) => seen.addresses.some((one) => one.family === 6 && one.scope === "global")) &&
      defaults.some((route) => route.family === 6),
    override: (name, family) =>
      overrides
        .filter((entry) => entry.name.toLowerCase() === name.toLowerCase() && familyOf(entry.address) === family)
        .map((entry) => entry.address),
    routable: (address) =>
      routesSeen === undefined
        ? "unknown"
        : isLoopback(address) || routes.some((route) => covers(route.destination, address)),
  };
}

/** 127.0.0.0/8 or ::1. */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}

function all<C extends Observation["collector"]>(
  observations: readonly Observation[],
  collector: C,
): ObservationOf<C>[] {
  return observations.filter((one): one is ObservationOf<C> => one.collector === collector);
}

function isUsable(seen: ObservationOf<"interface">["evidence"]): boolean {
  return (
    seen.kind !== "loopback" &&
    seen.adminUp !== false &&
    seen.carrier !== false &&
    seen.addresses.some((one) => one.scope !== "host")
  );
}

function isDefault(destination: string): boolean {
  return destination === "0.0.0.0/0" || destination === "::/0";
}

// IPv4 gateways decide: they are what an office has. IPv6 ones are looked at only where there is no other,
// because a router that announces IPv6 without having it is a fault of the line, not of the gateway.
function gatewaysOf(defaults: ObservationOf<"routes">["evidence"]["routes"]): LaptopView["gateways"] {
  const named = defaults.flatMap((route) =>
    route.gateway === null ? [] : [{ address: route.gateway, interface: route.interface, family: route.family }],
  );
  const chosen = named.some((one) => one.family === 4) ? named.filter((one) => one.family === 4) : named;
  const unique = new Map(
    chosen.map((one) => [`${one.address}%${one.interface}`, { address: one.address, interface: one.interface }]),
  );
  return [...unique.values()];
}

function resolversOf(observations: readonly Observation[]): LaptopView["resolvers"] {
  const servers = all(observations, "resolvers").flatMap((seen) => seen.evidence.servers);
  const unique = new Map(
    servers.map((one) => [`${one.address}#${one.port}`, { address: one.address, port: one.port }]),
  );
  return [...unique.values()].slice(0, MOST_RESOLVERS);
}

function covers(destination: string, address: string): boolean {
  const bare = address.split("%")[0] ?? address;
  if (!ipaddr.isValidCIDR(destination) || !ipaddr.isValid(bare)) return false;
  const [network, prefix] = ipaddr.parseCIDR(destination);
  const target = ipaddr.parse(bare);
  return network.kind() === target.kind() && target.match(network, prefix);
}
