import type { FailureCode } from "../../src/evidence/common.ts";
import {
  ETH,
  GATEWAY,
  HEALTHY,
  LO,
  type DnsReply,
  type GatewayWorld,
  type Service,
  type Try,
  type World,
} from "./world.ts";

/** Changes that make a fault of a healthy world. */
export const DAY = 86_400_000;
export const iso = (ms: number): string => new Date(ms).toISOString();
export const PROVINCE = /^203\.0\.113\./u;
export const FOREIGN = /^192\.0\.2\.1(10|11|53)$/u;
export const GATEWAY_ALIVE: GatewayWorld = HEALTHY.gateways[0] ?? {
  address: GATEWAY,
  interface: "eth0",
  state: "reachable",
  mac: null,
  icmp: true,
  tcp53: "open",
  dns: true,
};
export const DEAD_GATEWAY: GatewayWorld = {
  ...GATEWAY_ALIVE,
  state: "failed",
  mac: null,
  icmp: false,
  tcp53: "HOST_UNREACHABLE",
  dns: false,
};

export type Change = (world: World) => World;
export const set =
  (part: Partial<World>): Change =>
  (world) => ({ ...world, ...part });
/** What is blocked on the way. */
export const block =
  (which: (one: Try) => boolean, code: FailureCode = "TIMEOUT"): Change =>
  (world) => ({ ...world, reach: (one) => world.reach(one) ?? (which(one) ? code : null) });
export const serve =
  (host: string, part: Service): Change =>
  (world) => ({
    ...world,
    service: (name, address) =>
      name === host ? { ...world.service(name, address), ...part } : world.service(name, address),
  });
export const everywhere =
  (part: Service): Change =>
  (world) => ({ ...world, service: (name, address) => ({ ...world.service(name, address), ...part }) });
export const both =
  (...changes: readonly Change[]): Change =>
  (world) =>
    changes.reduce((at, change) => change(at), world);
export const eth = (part: Partial<typeof ETH>): Change => set({ interfaces: [LO, { ...ETH, ...part }] });
export const dead = (one: string): Change => block(({ address }) => address === one);
export const noBeyond = (code: FailureCode = "TIMEOUT"): Change =>
  both(
    block(() => true, code),
    set({
      hops: [
        { ttl: 1, address: GATEWAY, rttMs: 1, kind: "timeExceeded" },
        { ttl: 2, address: null, rttMs: null, kind: "silent" },
      ],
    }),
  );
export const gatewayDns =
  (answer: (name: string) => DnsReply): Change =>
  (world) => ({
    ...world,
    dns: (server, name, type) => (server === GATEWAY ? answer(name) : world.dns(server, name, type)),
  });
export const SILENT = { rcode: null, answers: [], code: "TIMEOUT" } as const;
export const manual = {
  address: "10.77.5.30",
  prefix: 24,
  family: 4,
  scope: "global",
  origin: "static",
  duplicate: "unknown",
} as const;
export const noStation: Change = both(set({ devices: [] }), (world) => ({
  ...world,
  interfaces: world.interfaces.map((one) =>
    one.counters === null
      ? one
      : { ...one, counters: { ...one.counters, rxPacketsAfter: one.counters.rxPacketsBefore } },
  ),
}));

/** The name lives at another address, and every resolver knows. */
export const moved =
  (host: string, to: string): Change =>
  (world) => ({
    ...world,
    dns: (server, name, type) =>
      name === host && type === "A" ? { rcode: "NOERROR", answers: [to] } : world.dns(server, name, type),
  });
export const systems =
  (change: (one: World["profile"]["systems"][number]) => World["profile"]["systems"][number]): Change =>
  (world) => ({ ...world, profile: { ...world.profile, systems: world.profile.systems.map(change) } });
/** Gives a system's first host an endpoint on another port, instead of its own or beside it. */
export const retarget = (id: string, port: number, beside = false): Change =>
  systems((one) =>
    one.id === id
      ? {
          ...one,
          endpoints: [
            ...(beside ? one.endpoints : []),
            ...one.endpoints.slice(0, 1).map((each) => ({ ...each, port })),
          ],
        }
      : one,
  );
export const withIpv6: Change = (world) => ({
  ...world,
  ipv6: true,
  interfaces: world.interfaces.map((one) =>
    one.name === "eth0"
      ? {
          ...one,
          addresses: [
            ...one.addresses,
            {
              address: "2001:db8:1::64",
              prefix: 64,
              family: 6,
              scope: "global",
              origin: "routerAdvertisement",
              duplicate: "unknown",
            },
          ],
        }
      : one,
  ),
  routes: [...world.routes, { family: 6, destination: "::/0", gateway: "fe80::1", interface: "eth0", metric: 100 }],
});

export const routerUnheard: Change = both(
  noBeyond("HOST_UNREACHABLE"),
  gatewayDns(() => SILENT),
  set({ gateways: [DEAD_GATEWAY], hops: [] }),
);
