import {
  DAY,
  GATEWAY_ALIVE,
  DEAD_GATEWAY,
  set,
  block,
  both,
  eth,
  dead,
  noBeyond,
  gatewayDns,
  SILENT,
  manual,
  routerUnheard,
} from "../changes.ts";
import type { Fault } from "./fault.ts";
import { ETH, LO, HEALTHY } from "../world.ts";

/** The laptop, its clock, proxy and cable. */
export const LAPTOP: readonly Fault[] = [
  { name: "cable out", says: ["LINK_DOWN"], make: eth({ carrier: false, addresses: [] }) },
  {
    name: "adapter disabled",
    says: ["INTERFACE_DISABLED"],
    make: eth({ adminUp: false, carrier: "unknown", addresses: [] }),
  },
  { name: "only loopback", says: ["NO_USABLE_INTERFACE"], make: set({ interfaces: [LO], routes: [] }) },
  { name: "lossy cable", says: ["LAN_LOSS"], make: set({ loss: { gateway: [20, 8], beyond: [60, 24] } }) },
  {
    name: "manual without address",
    says: ["NO_ADDRESS"],
    make: both(eth({ addresses: [] }), set({ routes: [], gateways: [], lease: { dhcp: false } })),
  },
  {
    name: "static address of another office",
    says: ["STATIC_WRONG_SUBNET"],
    make: both(
      eth({ addresses: [manual] }),
      set({
        lease: { dhcp: false },
        devices: [],
        gateways: [{ ...DEAD_GATEWAY, address: "10.77.5.1" }],
        routes: [{ family: 4, destination: "0.0.0.0/0", gateway: "10.77.5.1", interface: "eth0", metric: 100 }],
        resolvers: ["10.77.5.1"],
      }),
      noBeyond(),
      (world) => ({ ...world, dns: () => SILENT }),
    ),
  },
  {
    name: "second interface preferred",
    says: ["ROUTE_PREFERS_DEAD_INTERFACE"],
    make: both(
      set({
        interfaces: [
          LO,
          ETH,
          {
            ...ETH,
            name: "eth1",
            label: "eth1",
            mac: "02:00:00:00:00:65",
            addresses: [
              { address: "10.9.9.2", prefix: 24, family: 4, scope: "global", origin: "dhcp", duplicate: "unknown" },
            ],
          },
        ],
        gateways: [GATEWAY_ALIVE, { ...DEAD_GATEWAY, address: "10.9.9.1", interface: "eth1" }],
        routes: [
          { family: 4, destination: "0.0.0.0/0", gateway: "10.9.9.1", interface: "eth1", metric: 50 },
          ...HEALTHY.routes,
        ],
      }),
      noBeyond(),
    ),
  },
  {
    name: "router unheard over a lossy cable",
    says: ["LAN_LOSS"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 15], beyond: null } })),
  },
  {
    name: "hosts file",
    says: ["HOSTS_FILE_OVERRIDE"],
    make: both(set({ hostsFile: [{ name: "motcua.tinh.test", address: "192.0.2.98", line: 3 }] }), dead("192.0.2.98")),
  },
  { name: "clock years behind", says: ["CLOCK_WRONG"], make: set({ clockAheadMs: -900 * DAY }) },
  { name: "clock hours ahead", says: ["CLOCK_WRONG"], make: set({ clockAheadMs: 7 * 3_600_000 }) },
  { name: "proxy dead", says: ["PROXY_DEAD"], make: set({ proxy: { reachable: false, relays: false } }) },
  { name: "proxy refuses", says: ["PROXY_REFUSES"], make: set({ proxy: { reachable: true, relays: false } }) },
  {
    name: "laptop's firewall",
    says: ["LOCAL_FIREWALL"],
    make: both(
      block(() => true, "ACCESS_DENIED"),
      gatewayDns(() => ({ ...SILENT, code: "ACCESS_DENIED" })),
      set({ hops: [] }),
    ),
  },
  {
    name: "weak Wi-Fi",
    says: ["WIFI_WEAK"],
    make: both(
      eth({ kind: "wifi", wifi: { ssid: "office", signalPercent: 22 } }),
      set({ loss: { gateway: [30, 9], beyond: [60, 12] } }),
    ),
  },
  { name: "unreadable proxy", says: ["PROXY_MISCONFIGURED"], make: set({ proxySetting: "garbage" }) },
  {
    name: "netmask too wide",
    says: ["WRONG_NETMASK"],
    make: both(
      eth({ addresses: [{ ...manual, address: "203.0.20.7", prefix: 8 }] }),
      set({ lease: { dhcp: false } }),
      block(({ address }) => address.startsWith("203."), "HOST_UNREACHABLE"),
    ),
  },
];
