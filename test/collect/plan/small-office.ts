import { randomBytes } from "node:crypto";
import type { Observation, ObservationOf } from "../../../src/evidence/schema.ts";
import type { LocalSource, ScanInput, ScanProgress } from "../../../src/collect/context/scan-input.ts";
import { createAuthority, type Authority } from "../../../src/practice/servers/authority.ts";
import { startDns, type DnsServer } from "../../../src/practice/servers/dns.ts";
import type { DnsZone } from "../../../src/practice/servers/dns-zone.ts";
import { startHttp, type HttpServer } from "../../../src/practice/servers/http.ts";
import { startHttps, type HttpsServer } from "../../../src/practice/servers/https.ts";
import { startStun, type StunServer } from "../../../src/practice/servers/stun.ts";
import { startAgent } from "../../../src/practice/servers/agent.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { profileSchema, type Endpoint, type Profile, type System } from "../../../src/profile/schema.ts";

/** Real servers on loopback and a laptop that is told of them: all that a scan needs, without a network. */
export interface SmallOffice {
  readonly dns: DnsServer;
  readonly control: DnsServer;
  readonly page: HttpServer;
  readonly web: HttpsServer;
  readonly stun: StunServer;
  readonly authority: Authority;
  readonly profile: Profile;
  readonly zone: DnsZone;
  input(changes?: Partial<ScanInput>): ScanInput & { readonly progress: ScanProgress[] };
  close(): Promise<void>;
}

const WEB = "127.41.0.3";
const DOMAIN = "office.test";

export async function startSmallOffice(systems = 2): Promise<SmallOffice> {
  const now = (): number => Date.now();
  const authority = await createAuthority({ name: "Small office", now, randomBytes: (size) => randomBytes(size) });
  const names = Array.from({ length: systems }, (_, index) => `s${index}.${DOMAIN}`);
  const identity = await authority.leaf({ names });
  const zone = Object.fromEntries([
    ...names.map((name) => [name, { a: [WEB] }]),
    [`known.${DOMAIN}`, { a: [WEB] }],
    [`page.${DOMAIN}`, { a: ["127.41.0.4"] }],
    [`stun.${DOMAIN}`, { a: ["127.41.0.5"] }],
  ]);
  const dns = await startDns({ address: "127.41.0.1", port: 0, behaviour: { zone } });
  const control = await startDns({ address: "127.41.0.2", port: 0, behaviour: { zone } });
  const web = await startHttps({ address: WEB, port: 0, identity, now, behaviour: { body: "x".repeat(40_000) } });
  const page = await startHttp({ address: "127.41.0.4", port: 0, now, behaviour: { body: "Known content" } });
  const stun = await startStun({ address: "127.41.0.5", port: 0 });
  const agent = await startAgent({ address: "127.0.0.1", port: 0 });
  const running: readonly Running[] = [dns, control, web, page, stun, agent];
  const profile = profileSchema.parse({
    id: "small-office",
    version: "1",
    name: { vi: "Văn phòng nhỏ", en: "Small office" },
    issuedBy: "test",
    issuedOn: "2026-01-01",
    validUntil: null,
    unitList: "none",
    controls: {
      resolvers: [{ address: "127.41.0.2", port: control.port, label: "control", region: "domestic" }],
      ipTargets: [{ address: WEB, port: web.port, label: "domestic", region: "domestic" }],
      knownName: `known.${DOMAIN}`,
      httpProbe: { host: `page.${DOMAIN}`, port: page.port, path: "/", status: 200, bodyIncludes: "Known content" },
      stun: [{ host: `stun.${DOMAIN}`, port: stun.port }],
    },
    systems: [
      ...names.map((host, index) =>
        system(`s${index}`, { protocol: "https", host, port: web.port, network: "internet" }),
      ),
      system("agent", { protocol: "tcp", host: "127.0.0.1", port: agent.port, network: "local" }),
    ],
  });
  return {
    dns,
    control,
    page,
    web,
    stun,
    authority,
    profile,
    zone,
    input: (changes = {}) => {
      const progress: ScanProgress[] = [];
      return {
        ...inputFor(profile, laptop({ resolver: dns }), authority.root),
        progress,
        onProgress: (step) => void progress.push(step),
        ...changes,
      };
    },
    close: async () => {
      await Promise.all(running.map((one) => one.close()));
    },
  };
}

export function system(id: string, endpoint: Endpoint): System {
  return {
    id,
    name: { vi: id, en: id },
    criticality: "shared",
    status: "active",
    scope: "province",
    evidence: "test",
    lastVerified: null,
    enabled: true,
    endpoints: [endpoint],
  };
}

interface LaptopFacts {
  readonly resolver: { readonly address: string; readonly port: number };
  readonly carrier?: boolean;
  readonly defaultRoute?: boolean;
  readonly overrides?: ObservationOf<"hostsFile">["evidence"]["overrides"];
  /** Has it IPv6 as well, with a way out? */
  readonly six?: boolean;
  /** Where the default route leads. */
  readonly gateway?: string;
  /** The gateway's hardware address, as the neighbour table has it at the moment. */
  readonly gatewayMac?: () => string | null;
}

/** A laptop as its own operating system might describe it. */
export function laptop({
  resolver,
  carrier = true,
  defaultRoute = true,
  overrides = [],
  six = false,
  gateway,
  gatewayMac,
}: LaptopFacts): LocalSource {
  const seen = { startMs: 0, durationMs: 1, outcome: "ok" } as const;
  const adapter: ObservationOf<"interface"> = {
    id: "interface:eth0",
    collector: "interface",
    target: "eth0",
    ...seen,
    evidence: {
      name: "eth0",
      label: "Ethernet",
      kind: "ethernet",
      mac: "02:00:00:00:00:01",
      adminUp: true,
      carrier,
      speedMbps: 1000,
      mtu: 1500,
      addresses: [
        { address: "127.41.0.9", prefix: 24, family: 4, scope: "global", origin: "dhcp", duplicate: false },
        ...(six
          ? [
              {
                address: "2001:db8::9",
                prefix: 64,
                family: 6,
                scope: "global",
                origin: "routerAdvertisement",
                duplicate: false,
              } as const,
            ]
          : []),
      ],
      counters: null,
      wifi: null,
    },
  };
  const routes: ObservationOf<"routes">["evidence"]["routes"] = [
    { family: 4, destination: "127.41.0.0/24", gateway: null, interface: "eth0", metric: 100 },
  ];
  if (defaultRoute)
    routes.push({ family: 4, destination: "0.0.0.0/0", gateway: gateway ?? null, interface: "eth0", metric: 100 });
  if (six) routes.push({ family: 6, destination: "::/0", gateway: "fe80::1", interface: "eth0", metric: 100 });
  const before: Observation[] = [
    adapter,
    { id: "routes", collector: "routes", target: "routes", ...seen, evidence: { routes } },
    {
      id: "resolvers",
      collector: "resolvers",
      target: "resolvers",
      ...seen,
      evidence: {
        servers: [{ address: resolver.address, port: resolver.port, interface: "eth0", source: "test" }],
        search: [],
      },
    },
    {
      id: "hosts-file",
      collector: "hostsFile",
      target: "hosts",
      ...seen,
      evidence: { path: "hosts", overrides: [...overrides] },
    },
    { id: "proxy-config", collector: "proxyConfig", target: "proxy", ...seen, evidence: { settings: [], bypass: [] } },
  ];
  const neighbours = (): ObservationOf<"neighbours"> => ({
    id: "neighbours",
    collector: "neighbours",
    target: "neighbours",
    ...seen,
    evidence: { entries: gateway === undefined ? [] : [entryOf(gateway, gatewayMac?.() ?? null)] },
  });
  return {
    before: () => Promise.resolve(before),
    after: () => Promise.resolve([neighbours()]),
    neighbours: () => Promise.resolve(neighbours()),
  };
}

function entryOf(address: string, mac: string | null): ObservationOf<"neighbours">["evidence"]["entries"][number] {
  return {
    address,
    family: 4,
    mac,
    interface: "eth0",
    state: mac === null ? "incomplete" : "reachable",
    router: "unknown",
  };
}

function inputFor(profile: Profile, local: LocalSource, extraCa: string): ScanInput {
  return {
    profile,
    profileHash: "0".repeat(64),
    only: [],
    skip: ["inventory"],
    deadlineMs: 20_000,
    site: { satellite: "unknown", hadInternet: "unknown" },
    baseline: null,
    local,
    extraCa: [extraCa],
    record: false,
    signal: new AbortController().signal,
    env: {},
    platform: process.platform,
    timeZone: "Asia/Ho_Chi_Minh",
    now: () => Date.now(),
    monotonic: () => performance.now(),
    randomBytes: (size) => randomBytes(size),
    onProgress: () => undefined,
  };
}
