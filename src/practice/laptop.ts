import type { LocalSource } from "../collect/context/scan-input.ts";
import type { Observation, ObservationOf } from "../evidence/schema.ts";
import { OFFICE } from "./addresses.ts";
import type { LaptopPlan } from "./plan.ts";
import type { Place } from "./servers/listen.ts";

/** Name of the adapter in the practice office; its label says what it is, in every report. */
const ADAPTER = "practice0";

export interface LaptopFacts {
  readonly plan: LaptopPlan;
  /** DNS servers in order, as places. */
  readonly resolvers: readonly Place[];
  readonly proxy: Place | null;
  /** What the report calls the adapter, in the user's language. */
  readonly label: string;
  readonly now: () => number;
}

type Adapter = ObservationOf<"interface">["evidence"];

/** The laptop of the practice office: it presents loopback as an office's network, healthy or with the chosen fault. */
export function practiceLaptop(facts: LaptopFacts): LocalSource {
  return {
    before: (context) => Promise.resolve(observations(facts, context.elapsed(), 0)),
    after: (context) =>
      Promise.resolve([
        ...(facts.plan.link === "absent" ? [] : [adapter(facts, context.elapsed(), HEARD_PACKETS)]),
        neighbours(facts.plan, context.elapsed()),
      ]),
  };
}

/** Packets that the adapter hears while the scan runs: an office's network is never quite still. */
const HEARD_PACKETS = 40;

function observations(facts: LaptopFacts, startMs: number, heard: number): Observation[] {
  const { plan, resolvers, now } = facts;
  const bound = plan.link === "up" || plan.link === "noRoute";
  const servers = bound ? resolvers : [];
  return [
    loopback(startMs),
    ...(plan.link === "absent" ? [] : [adapter(facts, startMs, heard)]),
    {
      ...base("routes", "routes", startMs),
      collector: "routes",
      evidence: {
        routes: [
          ...(plan.link === "up" ? [route("0.0.0.0/0", OFFICE.gateway)] : []),
          ...(bound ? [route(`127.0.0.0/${OFFICE.prefix}`, null)] : []),
        ],
      },
    },
    {
      ...base("resolvers", "resolvers", startMs),
      collector: "resolvers",
      evidence: { servers: servers.map((place) => ({ ...place, interface: ADAPTER, source: "practice" })), search: [] },
    },
    {
      ...base("hosts-file", "hosts-file", startMs),
      collector: "hostsFile",
      evidence: {
        path: "practice/hosts",
        overrides: plan.hostsOverride === null ? [] : [{ ...plan.hostsOverride, line: 7 }],
      },
    },
    proxyConfig(facts, startMs),
    ...(plan.link === "absent" || plan.link === "disabled" ? [] : [lease(plan, bound, servers, startMs, now())]),
  ];
}

type Route = ObservationOf<"routes">["evidence"]["routes"][number];

const route = (destination: string, gateway: string | null): Route => ({
  family: 4,
  destination,
  gateway,
  interface: ADAPTER,
  metric: 100,
});

function proxyConfig({ proxy }: LaptopFacts, startMs: number): Observation {
  const setting = (scheme: "http" | "https", value: string) =>
    ({ source: "environment", scheme, value, valid: true }) as const;
  const value = proxy === null ? null : `${proxy.address}:${proxy.port}`;
  return {
    ...base("proxy-config", "proxy-config", startMs),
    collector: "proxyConfig",
    evidence: { settings: value === null ? [] : [setting("http", value), setting("https", value)], bypass: [] },
  };
}

function adapter({ plan, label }: LaptopFacts, startMs: number, heard: number): Observation {
  const bound = plan.link === "up" || plan.link === "noRoute";
  const signal = bound || plan.link === "noLease";
  const address = { family: 4 as const, duplicate: false };
  const addresses: Adapter["addresses"] = bound
    ? [{ ...address, address: OFFICE.laptop, prefix: OFFICE.prefix, scope: "global", origin: "dhcp" }]
    : plan.link === "noLease"
      ? [{ ...address, address: "169.254.77.12", prefix: 16, scope: "link", origin: "linkLocal" }]
      : [];
  return {
    ...base(`interface:${ADAPTER}`, ADAPTER, startMs),
    collector: "interface",
    evidence: {
      name: ADAPTER,
      label,
      kind: "ethernet",
      mac: "02:00:00:00:00:01",
      adminUp: plan.link !== "disabled",
      carrier: signal,
      speedMbps: signal ? 1000 : null,
      mtu: 1500,
      addresses,
      counters: {
        rxPacketsBefore: 1000,
        rxPacketsAfter: heard === 0 ? null : 1000 + (signal ? heard : 0),
        txPacketsBefore: 1000,
        txPacketsAfter: heard === 0 ? null : 1000 + (signal ? heard : 0),
        rxErrors: 0,
        txErrors: 0,
      },
      wifi: null,
    },
  };
}

/** Every computer has it, also one without any adapter. */
function loopback(startMs: number): Observation {
  const addresses: Adapter["addresses"] = [
    { address: "127.0.0.1", prefix: 8, family: 4, scope: "host", origin: "unknown", duplicate: false },
  ];
  const rest = {
    mac: null,
    adminUp: true,
    carrier: "unknown",
    speedMbps: null,
    mtu: 65_536,
    addresses,
    counters: null,
    wifi: null,
  } as const;
  return {
    ...base("interface:lo", "lo", startMs),
    collector: "interface",
    evidence: { name: "lo", label: "lo", kind: "loopback", ...rest },
  };
}

function lease(
  plan: LaptopPlan,
  bound: boolean,
  servers: readonly Place[],
  startMs: number,
  nowMs: number,
): Observation {
  return {
    ...base(`lease:${ADAPTER}`, ADAPTER, startMs),
    collector: "lease",
    evidence: {
      interface: ADAPTER,
      dhcp: true,
      server: bound ? OFFICE.gateway : null,
      routers: bound && plan.link !== "noRoute" ? [OFFICE.gateway] : [],
      dns: servers.map((place) => place.address),
      obtainedAt: bound ? new Date(nowMs - 600_000).toISOString() : null,
      expiresAt: bound ? new Date(nowMs + 3_000_000).toISOString() : null,
      source: "practice",
    },
  };
}

function neighbours(plan: LaptopPlan, startMs: number): Observation {
  const gateway = {
    address: OFFICE.gateway,
    family: 4 as const,
    mac: "02:00:00:00:00:02",
    interface: ADAPTER,
    state: "reachable" as const,
    router: true,
  };
  return {
    ...base("neighbours", "neighbours", startMs),
    collector: "neighbours",
    evidence: { entries: plan.link === "up" ? [gateway] : [] },
  };
}

function base(id: string, target: string, startMs: number) {
  return { id, target, startMs, durationMs: 0, outcome: "ok" as const };
}
