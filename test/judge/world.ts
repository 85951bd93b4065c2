import type { Evidence, ObservationOf } from "../../src/evidence/schema.ts";
import type { FailureCode } from "../../src/evidence/common.ts";
import type { Profile } from "../../src/profile/schema.ts";
import { ADDRESSES, PROFILE } from "./profile.ts";

type EndpointSeen = ObservationOf<"endpoint">["evidence"];
type Certificate = NonNullable<EndpointSeen["tls"]>["chain"][number];

export type Interface = ObservationOf<"interface">["evidence"];

/** A try to speak to somebody beyond the office. */
export interface Try {
  readonly address: string;
  readonly port: number;
  readonly transport: "tcp" | "udp";
}

/** How a name server answers one question. */
export interface DnsReply {
  readonly rcode: ObservationOf<"dns">["evidence"]["rcode"];
  readonly answers: readonly string[];
  readonly code?: FailureCode;
  readonly ms?: number;
}

/** What a server does with a host once the connection stands. */
export interface Service {
  readonly tls?: FailureCode;
  readonly firstByte?: FailureCode;
  readonly body?: FailureCode;
  readonly status?: number;
  readonly bodyMatches?: boolean;
  readonly bodySample?: string;
  readonly certificate?: Partial<Certificate>;
  readonly authorized?: boolean;
  readonly authorizationError?: string;
  readonly nameMatches?: boolean;
  readonly firstByteMs?: number;
}

/**
 * A whole miniature of office, carrier and servers. Faults are changes to it; what the collectors would record follows
 * from it.
 */
export interface World {
  readonly profile: Profile;
  readonly interfaces: readonly Interface[];
  readonly lease: Partial<ObservationOf<"lease">["evidence"]> | null;
  readonly routes: ObservationOf<"routes">["evidence"]["routes"];
  readonly resolvers: readonly string[];
  readonly hostsFile: ObservationOf<"hostsFile">["evidence"]["overrides"];
  /** Witnesses of life of each gateway. */
  readonly gateways: readonly GatewayWorld[];
  readonly neighbours: ObservationOf<"neighbours">["evidence"]["entries"];
  readonly devices: readonly {
    readonly address: string;
    readonly mac: string;
    readonly kind: ObservationOf<"lanDevice">["evidence"]["kind"];
  }[];
  /** Null: reached; otherwise why not. Asked for everything beyond the office. */
  reach(one: Try): FailureCode | null;
  dns(server: string, name: string, type: "A" | "AAAA"): DnsReply;
  /** Where it differs from `dns`: what the same server says over a connection. */
  readonly dnsOverTcp?: (server: string, name: string) => DnsReply;
  service(host: string, address: string): Service;
  /** Answer of the page with known content. */
  readonly page: { readonly matched: boolean; readonly location: string | null; readonly body: string };
  readonly hops: ObservationOf<"path">["evidence"]["hops"];
  readonly mtu: {
    readonly largestPassed: number;
    readonly smallestLost: number | null;
    readonly icmpHeard: boolean;
  } | null;
  /** Samples sent and lost: to the gateway, and beyond. */
  readonly loss: {
    readonly gateway: readonly [number, number] | null;
    readonly lan?: readonly [number, number];
    readonly beyond: readonly [number, number] | null;
  };
  readonly rttMs: number;
  readonly loadedMs: number | null;
  readonly kbps: number | null;
  readonly proxy: { readonly reachable: boolean; readonly relays: boolean } | null;
  readonly agent: boolean;
  /** The laptop's clock minus the right time. */
  readonly clockAheadMs: number;
  /** Does every server have an IPv6 address, and the laptop a way to try it? */
  readonly ipv6: boolean;
  readonly proxySetting: string | null;
  readonly complete: boolean;
  readonly site: Evidence["site"];
  readonly baseline: Evidence["baseline"];
}

export interface GatewayWorld {
  readonly address: string;
  readonly interface: string;
  readonly state: ObservationOf<"neighbours">["evidence"]["entries"][number]["state"];
  readonly mac: string | null;
  readonly icmp: boolean;
  readonly tcp53: "open" | FailureCode;
  readonly dns: boolean;
}

export const GATEWAY = "192.168.1.1";
const GATEWAY_MAC = "02:00:00:00:00:01";
const LAPTOP_MAC = "02:00:00:00:00:64";

export const ETH: Interface = {
  name: "eth0",
  label: "eth0",
  kind: "ethernet",
  mac: LAPTOP_MAC,
  adminUp: true,
  carrier: true,
  speedMbps: 1000,
  mtu: 1500,
  addresses: [
    { address: "192.168.1.100", prefix: 24, family: 4, scope: "global", origin: "dhcp", duplicate: "unknown" },
  ],
  counters: {
    rxPacketsBefore: 1000,
    rxPacketsAfter: 1400,
    txPacketsBefore: 500,
    txPacketsAfter: 800,
    rxErrors: 0,
    txErrors: 0,
  },
  wifi: null,
};

export const LO: Interface = {
  ...ETH,
  name: "lo",
  label: "lo",
  kind: "loopback",
  mac: null,
  speedMbps: null,
  addresses: [{ address: "127.0.0.1", prefix: 8, family: 4, scope: "host", origin: "unknown", duplicate: "unknown" }],
};

const DEFAULT_GATEWAY: GatewayWorld = {
  address: GATEWAY,
  interface: "eth0",
  state: "reachable",
  mac: GATEWAY_MAC,
  icmp: true,
  tcp53: "open",
  dns: true,
};

/** A healthy office. */
export const HEALTHY: World = {
  profile: PROFILE,
  interfaces: [LO, ETH],
  lease: { dhcp: true, server: GATEWAY, routers: [GATEWAY], dns: [GATEWAY] },
  routes: [
    { family: 4, destination: "0.0.0.0/0", gateway: GATEWAY, interface: "eth0", metric: 100 },
    { family: 4, destination: "192.168.1.0/24", gateway: null, interface: "eth0", metric: 100 },
  ],
  resolvers: [GATEWAY],
  hostsFile: [],
  gateways: [DEFAULT_GATEWAY],
  neighbours: [],
  devices: [
    { address: "192.168.1.20", mac: "02:00:00:00:00:20", kind: "printer" },
    { address: "192.168.1.21", mac: "02:00:00:00:00:21", kind: "computer" },
  ],
  reach: () => null,
  dns: honest,
  service: () => ({}),
  page: { matched: true, location: null, body: "known content" },
  hops: [
    { ttl: 1, address: GATEWAY, rttMs: 1, kind: "timeExceeded" },
    { ttl: 2, address: "100.64.0.1", rttMs: 5, kind: "timeExceeded" },
    { ttl: 3, address: "192.0.2.10", rttMs: 12, kind: "reached" },
  ],
  mtu: { largestPassed: 1500, smallestLost: null, icmpHeard: false },
  loss: { gateway: [20, 0], beyond: [30, 0] },
  rttMs: 12,
  loadedMs: null,
  kbps: null,
  proxy: null,
  agent: true,
  clockAheadMs: 0,
  ipv6: false,
  proxySetting: null,
  complete: true,
  site: { satellite: false, hadInternet: true },
  baseline: null,
};

/** A server that tells the truth. */
export function honest(_server: string, name: string, type: "A" | "AAAA"): DnsReply {
  const address = ADDRESSES[name];
  if (address === undefined) return { rcode: "NXDOMAIN", answers: [] };
  return { rcode: "NOERROR", answers: type === "A" ? [address] : [] };
}

export const BASELINE: NonNullable<Evidence["baseline"]> = {
  visit: "0190a0a0-0000-7000-8000-000000000001",
  takenAt: "2026-10-01T08:00:00+07:00",
  prefixes: ["192.168.1.0/24"],
  gateways: [{ address: GATEWAY, mac: GATEWAY_MAC }],
  resolvers: [GATEWAY],
  devices: [
    { address: "192.168.1.20", mac: "02:00:00:00:00:20", kind: "printer", name: "printer" },
    { address: "192.168.1.21", mac: "02:00:00:00:00:21", kind: "computer", name: null },
  ],
  domesticRttMs: 12,
};
