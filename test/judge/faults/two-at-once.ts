import {
  DAY,
  iso,
  PROVINCE,
  GATEWAY_ALIVE,
  set,
  block,
  serve,
  both,
  dead,
  gatewayDns,
  SILENT,
  withIpv6,
  routerUnheard,
} from "../changes.ts";
import type { Fault } from "./fault.ts";
import { RIGHT_NOW } from "../record/base.ts";
import { GATEWAY, honest } from "../world.ts";

/** Two at once: the nearer one first, the other named too. */
export const TWO_AT_ONCE: readonly Fault[] = [
  {
    name: "router dead, cable loses little",
    says: ["LAN_LOSS", "GATEWAY_DOWN"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 6], beyond: null } })),
  },
  {
    name: "IPv6 and one server",
    says: ["IPV6_BROKEN", "SERVER_DOWN"],
    make: both(
      withIpv6,
      block(({ address }) => address.includes(":")),
      dead("203.0.113.11"),
    ),
  },
  {
    name: "router's DNS and one server",
    says: ["DNS_FORWARDER_DEAD", "SERVER_DOWN"],
    make: both(
      gatewayDns(() => ({ ...SILENT, code: "PORT_UNREACHABLE" })),
      set({ gateways: [{ ...GATEWAY_ALIVE, dns: false, tcp53: "REFUSED" }] }),
      dead("203.0.113.11"),
    ),
  },
  {
    name: "clock and one certificate",
    says: ["CLOCK_WRONG", "CERT_EXPIRED"],
    make: both(
      set({ clockAheadMs: -900 * DAY }),
      serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW - 3 * DAY) } }),
    ),
  },
  {
    name: "LAN loss and data centre",
    says: ["LAN_LOSS", "DATACENTRE_DOWN"],
    make: both(
      set({ loss: { gateway: [20, 8], beyond: [60, 24] } }),
      block(({ address }) => PROVINCE.test(address)),
    ),
  },
  {
    name: "port 443 and slow DNS",
    says: ["PORT_443_BLOCKED", "DNS_SLOW"],
    make: both(
      block(({ port }) => port === 443),
      gatewayDns((name) => ({
        rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
        answers: honest(GATEWAY, name, "A").answers,
        ms: 3000,
      })),
    ),
  },
];
