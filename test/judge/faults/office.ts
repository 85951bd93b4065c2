import {
  GATEWAY_ALIVE,
  DEAD_GATEWAY,
  set,
  block,
  everywhere,
  both,
  eth,
  noBeyond,
  gatewayDns,
  SILENT,
  noStation,
  routerUnheard,
} from "../changes.ts";
import type { Fault } from "./fault.ts";
import { GATEWAY, ETH, BASELINE } from "../world.ts";

/** The office's network and its router. */
export const OFFICE: readonly Fault[] = [
  {
    name: "alone on a bridge",
    says: ["LAN_SILENT"],
    make: both(
      noStation,
      set({ gateways: [DEAD_GATEWAY] }),
      noBeyond(),
      gatewayDns(() => SILENT),
      set({ hops: [] }),
    ),
  },
  {
    name: "printer gone",
    says: ["DEVICE_ABSENT"],
    make: both(set({ baseline: BASELINE }), (world) => ({
      ...world,
      devices: world.devices.filter((one) => one.kind !== "printer"),
    })),
  },
  {
    name: "no lease",
    says: ["DHCP_NO_LEASE"],
    make: both(
      eth({
        addresses: [
          { address: "169.254.7.7", prefix: 16, family: 4, scope: "link", origin: "linkLocal", duplicate: "unknown" },
        ],
      }),
      set({ routes: [], gateways: [], lease: { dhcp: true } }),
    ),
  },
  {
    name: "pool full, server seen",
    says: ["DHCP_POOL_FULL"],
    make: both(eth({ addresses: [] }), set({ routes: [], gateways: [], lease: { dhcp: true, server: GATEWAY } })),
  },
  { name: "no router option", says: ["NO_DEFAULT_ROUTE"], make: set({ routes: [], gateways: [] }) },
  { name: "no DNS option", says: ["NO_DNS_CONFIGURED"], make: set({ resolvers: [] }) },
  {
    name: "address used twice, told",
    says: ["DUPLICATE_IP"],
    make: eth({ addresses: ETH.addresses.map((one) => ({ ...one, duplicate: true })) }),
  },
  {
    name: "address used twice, seen by resets",
    says: ["DUPLICATE_IP"],
    make: both(
      block(({ address, transport }) => transport === "tcp" && /[13579]$/u.test(address), "RESET"),
      set({ loss: { gateway: [20, 9], beyond: [30, 12] } }),
    ),
  },
  { name: "router dead", says: ["GATEWAY_DOWN"], make: routerUnheard },
  {
    name: "router dead, cable sound",
    says: ["GATEWAY_DOWN"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 0], beyond: null } })),
  },
  { name: "router does not forward", says: ["GATEWAY_NOT_FORWARDING"], make: noBeyond() },
  {
    name: "router forbids",
    says: ["GATEWAY_NOT_FORWARDING"],
    make: both(noBeyond(), set({ hops: [{ ttl: 1, address: GATEWAY, rttMs: 1, kind: "adminProhibited" }] })),
  },
  {
    name: "portal",
    says: ["CAPTIVE_PORTAL"],
    make: both(
      everywhere({
        authorized: false,
        authorizationError: "SELF_SIGNED_CERT_IN_CHAIN",
        nameMatches: false,
        certificate: { issuer: "CN=Portal", commonName: "login.test" },
      }),
      set({ page: { matched: false, location: `http://${GATEWAY}/login`, body: "login" } }),
    ),
  },
  { name: "port 443 dropped", says: ["PORT_443_BLOCKED"], make: block(({ port }) => port === 443) },
  { name: "port 443 rejected", says: ["PORT_443_BLOCKED"], make: block(({ port }) => port === 443, "REFUSED") },
  { name: "port 80 dropped", says: ["PORT_80_BLOCKED"], make: block(({ port }) => port === 80) },
  {
    name: "router's DNS stopped",
    says: ["DNS_FORWARDER_DEAD"],
    make: both(
      gatewayDns(() => ({ ...SILENT, code: "PORT_UNREACHABLE" })),
      set({ gateways: [{ ...GATEWAY_ALIVE, dns: false, tcp53: "REFUSED" }] }),
    ),
  },
  {
    name: "interception",
    says: ["TLS_INTERCEPTED"],
    make: everywhere({
      authorized: false,
      authorizationError: "SELF_SIGNED_CERT_IN_CHAIN",
      certificate: { issuer: "CN=Somebody" },
    }),
  },
  {
    name: "trusted antivirus",
    says: ["TLS_INTERCEPTED"],
    make: everywhere({ certificate: { issuer: "CN=Kaspersky Anti-Virus Personal Root Certificate" } }),
  },
  { name: "only DNS passes", says: ["ONLY_DNS_PASSES"], make: block(({ transport }) => transport === "tcp") },
  {
    name: "not the usual network",
    says: ["UNUSUAL_NETWORK"],
    make: set({
      baseline: {
        ...BASELINE,
        prefixes: ["10.20.0.0/24"],
        gateways: [{ address: "10.20.0.1", mac: "02:00:00:00:99:01" }],
        devices: [],
      },
    }),
  },
  {
    name: "stray DHCP",
    says: ["ROGUE_DHCP"],
    make: both(
      set({
        baseline: { ...BASELINE, gateways: [{ address: "192.168.1.254", mac: "02:00:00:00:00:fe" }], devices: [] },
      }),
      (world) => ({
        ...world,
        devices: [...world.devices, { address: "192.168.1.254", mac: "02:00:00:00:00:fe", kind: "router" as const }],
      }),
    ),
  },
];
