import { BOTH_LINES } from "./tslcd.ts";
import { GATEWAY_ALIVE, set, both, dead, gatewayDns, systems, withIpv6, type Change } from "../changes.ts";
import { ADDRESSES } from "../profile.ts";
import { GATEWAY, ETH, LO, honest, BASELINE } from "../world.ts";

/** Must come out healthy. */
export const SILENT_VARIANTS: readonly (readonly [string, Change])[] = [
  ["a healthy office", (world) => world],
  [
    "router drops ICMP",
    set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false }], loss: { gateway: null, beyond: [30, 0] }, hops: [] }),
  ],
  ["servers drop ICMP", set({ mtu: null, hops: [] })],
  [
    "satellite line marked as such",
    both(
      set({ rttMs: 700, site: { satellite: true, hadInternet: true } }),
      gatewayDns((name) => ({
        rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
        answers: honest(GATEWAY, name, "A").answers,
        ms: 800,
      })),
    ),
  ],
  [
    "DNS in 400 ms",
    gatewayDns((name) => ({
      rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
      answers: honest(GATEWAY, name, "A").answers,
      ms: 400,
    })),
  ],
  ["one percent loss", set({ loss: { gateway: [30, 0], beyond: [100, 1] } })],
  [
    "a second interface that is down",
    set({
      interfaces: [LO, ETH, { ...ETH, name: "wlan0", label: "wlan0", kind: "wifi", carrier: false, addresses: [] }],
    }),
  ],
  [
    "a VPN adapter that is off",
    set({
      interfaces: [
        LO,
        ETH,
        { ...ETH, name: "tun0", label: "VPN", kind: "vpn", adminUp: false, carrier: false, addresses: [] },
      ],
    }),
  ],
  [
    "no ping program",
    both(
      set({ hops: [], mtu: null, loss: { gateway: null, beyond: [30, 0] } }),
      set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false }] }),
    ),
  ],
  [
    "router answers only to ARP",
    set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false, tcp53: "TIMEOUT", dns: false }], resolvers: ["192.0.2.55"] }),
  ],
  ["signing program not on this laptop", set({ agent: false })],
  ["IPv6 beside IPv4, both working", withIpv6],
  [
    "IPv6 alone",
    both(withIpv6, (world) => ({
      ...world,
      routes: world.routes.filter((one) => one.family === 6),
      gateways: [],
      hops: [],
      resolvers: ["2001:db8::53"],
      interfaces: world.interfaces.map((one) => ({
        ...one,
        addresses: one.addresses.filter((each) => each.family === 6 || each.scope === "host"),
      })),
      loss: { gateway: null, beyond: null },
      dns: (server, name, type) =>
        type === "AAAA" && ADDRESSES[name] !== undefined
          ? { rcode: "NOERROR", answers: ["2001:db8::1"] }
          : server.includes(":")
            ? { rcode: ADDRESSES[name] === undefined ? "NXDOMAIN" : "NOERROR", answers: [] }
            : { rcode: null, answers: [], code: "PREREQUISITE_DEAD" },
    })),
  ],
  [
    "a system of the government's own network, from the Internet side",
    both(
      systems((one) =>
        one.id === "portal"
          ? { ...one, endpoints: one.endpoints.map((each) => ({ ...each, network: "tslcd" as const })) }
          : one,
      ),
      dead("203.0.113.13"),
    ),
  ],
  ["two lines, the Internet and the government's own", BOTH_LINES],
  ["usual network of the last visit", set({ baseline: BASELINE })],
  [
    "resolvers with different truths that both work",
    (world) => ({
      ...world,
      dns: (server, name, type) =>
        server !== GATEWAY && name === "dvc.quocgia.test"
          ? { rcode: "NOERROR", answers: ["198.51.100.12"] }
          : honest(server, name, type),
    }),
  ],
];
