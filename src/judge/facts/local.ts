import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import type { Tri } from "../../evidence/common.ts";
import { classOf, inPrefix, prefixOf } from "./address.ts";
import { observed } from "./observed.ts";

export interface LinkFact {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly kind: ObservationOf<"interface">["evidence"]["kind"];
  readonly mac: string | null;
  readonly adminUp: Tri;
  readonly carrier: Tri;
  /** The signal once more, after the probes. */
  readonly carrierAfter: Tri;
  /** Switched on and with a signal; `unknown` where the system does not tell. */
  readonly up: Tri;
  readonly addresses: ObservationOf<"interface">["evidence"]["addresses"];
  /** Prefixes of its usable addresses, CIDR. */
  readonly prefixes: readonly string[];
  readonly usable4: boolean;
  readonly usable6: boolean;
  /** Packets heard during the scan; null where the system does not tell. */
  readonly heard: number | null;
  readonly errors: number;
  readonly signalPercent: number | null;
  readonly lease: ObservationOf<"lease"> | null;
  /** Set by hand: an address of static origin, or DHCP switched off. */
  readonly manual: Tri;
  readonly hasDefaultRoute: boolean;
}

type RouteFact = ObservationOf<"routes">["evidence"]["routes"][number];

export interface LocalFacts {
  /** True when the interfaces could be listed at all. */
  readonly known: boolean;
  /** Adapters that can carry the office's traffic: no loopback, no idle VPN, no container bridge. */
  readonly links: readonly LinkFact[];
  readonly allInterfaceIds: readonly string[];
  /** Default routes, the one that the system prefers first. */
  readonly defaults4: readonly RouteFact[];
  readonly defaults6: readonly RouteFact[];
  readonly routesKnown: boolean;
  readonly routesId: string | null;
  /** The adapter that the traffic takes, or would take. */
  readonly primary: LinkFact | null;
  /** Is this address in a network that the laptop is directly connected to? */
  isOnLink(address: string): boolean;
}

const PHYSICAL: ReadonlySet<string> = new Set(["ethernet", "wifi", "mobile", "other", "unknown"]);
const isDefault4 = (route: RouteFact): boolean => route.family === 4 && route.destination === "0.0.0.0/0";
const isDefault6 = (route: RouteFact): boolean => route.family === 6 && route.destination === "::/0";
const byMetric = (a: RouteFact, b: RouteFact): number => a.metric - b.metric;

export function localFacts(evidence: Evidence): LocalFacts {
  // A list that could not be read leaves one entry that says so; it is no adapter.
  const interfaces = observed(evidence, "interface").filter((one) => one.outcome === "ok");
  const routesSeen = observed(evidence, "routes").find((one) => one.outcome === "ok");
  const routes = routesSeen?.evidence.routes ?? [];
  const defaults4 = routes.filter(isDefault4).toSorted(byMetric);
  const defaults6 = routes.filter(isDefault6).toSorted(byMetric);
  const withDefault = new Set([...defaults4, ...defaults6].map((route) => route.interface));
  const leases = observed(evidence, "lease");
  const links = interfaces
    .filter(({ evidence: { kind, name } }) => PHYSICAL.has(kind) || (kind !== "loopback" && withDefault.has(name)))
    .map((one) =>
      linkFact(one, leases.find((lease) => lease.evidence.interface === one.evidence.name) ?? null, withDefault),
    );
  return {
    known: interfaces.length > 0,
    links,
    allInterfaceIds: interfaces.map((one) => one.id),
    defaults4,
    defaults6,
    routesKnown: routesSeen !== undefined,
    routesId: routesSeen?.id ?? null,
    primary: primaryOf(links, defaults4[0] ?? defaults6[0]),
    isOnLink: (address) =>
      links.some((link) => link.up !== false && link.prefixes.some((prefix) => inPrefix(address, prefix))),
  };
}

function linkFact(
  seen: ObservationOf<"interface">,
  lease: ObservationOf<"lease"> | null,
  withDefault: ReadonlySet<string>,
): LinkFact {
  const { name, label, kind, mac, adminUp, carrier, addresses, counters, wifi } = seen.evidence;
  const usable = addresses.filter(
    (one) => one.scope === "global" && !["linkLocal", "loopback", "unspecified"].includes(classOf(one.address)),
  );
  // An office whose servers all live on this machine has nothing but loopback addresses.
  const kept =
    usable.length > 0
      ? usable
      : addresses.filter((one) => one.scope === "global" && classOf(one.address) === "loopback");
  return {
    id: seen.id,
    name,
    label,
    kind,
    mac,
    adminUp,
    carrier,
    carrierAfter: seen.evidence.carrierAfter ?? "unknown",
    up: bothTrue(adminUp, carrier),
    addresses,
    prefixes: kept.map((one) => prefixOf(one.address, one.prefix)).filter((one) => one !== null),
    usable4: kept.some((one) => one.family === 4),
    usable6: kept.some((one) => one.family === 6),
    heard: heardOf(counters),
    errors: counters === null ? 0 : counters.rxErrors + counters.txErrors,
    signalPercent: wifi?.signalPercent ?? null,
    lease,
    manual: manualOf(
      kept.map((one) => one.origin),
      lease,
    ),
    hasDefaultRoute: withDefault.has(name),
  };
}

function heardOf(counters: ObservationOf<"interface">["evidence"]["counters"]): number | null {
  return counters === null || counters.rxPacketsAfter === null
    ? null
    : Math.max(0, counters.rxPacketsAfter - counters.rxPacketsBefore);
}

function bothTrue(one: Tri, other: Tri): Tri {
  if (one === false || other === false) return false;
  return one === true || other === true ? true : "unknown";
}

function manualOf(origins: readonly string[], lease: ObservationOf<"lease"> | null): Tri {
  if (lease?.evidence.dhcp === true || origins.includes("dhcp")) return false;
  if (lease?.evidence.dhcp === false || origins.includes("static")) return true;
  return "unknown";
}

// Where no route decides: a link that is up before one that is down, wire before radio.
function primaryOf(links: readonly LinkFact[], preferred: RouteFact | undefined): LinkFact | null {
  const routed = links.find((link) => link.name === preferred?.interface);
  if (routed !== undefined) return routed;
  const rank = (link: LinkFact): number =>
    (link.up === true ? 0 : link.up === "unknown" ? 10 : 20) +
    (link.usable4 || link.usable6 ? 0 : 5) +
    (link.kind === "ethernet" ? 0 : link.kind === "wifi" ? 1 : 2);
  return links.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
