import { set, block, both, dead, gatewayDns, SILENT } from "../changes.ts";
import type { Fault } from "./fault.ts";
import { GATEWAY, honest } from "../world.ts";

/** Resolvers and names. */
export const NAMES: readonly Fault[] = [
  { name: "resolver behind the router silent", says: ["DNS_RESOLVER_SILENT"], make: gatewayDns(() => SILENT) },
  {
    name: "outside resolver silent",
    says: ["DNS_RESOLVER_SILENT"],
    make: both(set({ resolvers: ["192.0.2.55"] }), dead("192.0.2.55")),
  },
  { name: "SERVFAIL for all", says: ["DNS_SERVFAIL"], make: gatewayDns(() => ({ rcode: "SERVFAIL", answers: [] })) },
  { name: "REFUSED for all", says: ["DNS_REFUSED"], make: gatewayDns(() => ({ rcode: "REFUSED", answers: [] })) },
  {
    name: "zone broken",
    says: ["DNS_SERVFAIL"],
    make: (world) => ({
      ...world,
      dns: (server, name, type) =>
        name.endsWith(".tinh.test") ? { rcode: "SERVFAIL", answers: [] } : honest(server, name, type),
    }),
  },
  {
    name: "first resolver dead",
    says: ["DNS_FIRST_SERVER_DEAD"],
    make: both(set({ resolvers: ["192.0.2.55", GATEWAY] }), dead("192.0.2.55")),
  },
  {
    name: "slow resolver",
    says: ["DNS_SLOW"],
    make: gatewayDns((name) => ({
      ...honest(GATEWAY, name, "A"),
      rcode: honest(GATEWAY, name, "A").rcode === "NOERROR" ? "NOERROR" : "NXDOMAIN",
      ms: 3000,
    })),
  },
  {
    name: "advertising for missing names",
    says: ["DNS_NXDOMAIN_REWRITE"],
    make: gatewayDns((name) =>
      honest(GATEWAY, name, "A").answers.length > 0
        ? { rcode: "NOERROR", answers: honest(GATEWAY, name, "A").answers }
        : { rcode: "NOERROR", answers: ["192.0.2.99"] },
    ),
  },
  {
    name: "name sent to the laptop itself",
    says: ["DNS_HIJACK"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["127.0.0.1"] : honest(GATEWAY, name, "A").answers,
      })),
      block(({ address }) => address === "127.0.0.1", "REFUSED"),
    ),
  },
  {
    name: "name sent to another machine",
    says: ["DNS_HIJACK"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["192.0.2.99"] : honest(GATEWAY, name, "A").answers,
      })),
      (world) => ({
        ...world,
        service: (_, address) =>
          address === "192.0.2.99"
            ? { nameMatches: false, authorized: false, authorizationError: "ERR_TLS_CERT_ALTNAME_INVALID" }
            : {},
      }),
    ),
  },
  {
    name: "old address",
    says: ["DNS_STALE_RECORD"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["203.0.113.200"] : honest(GATEWAY, name, "A").answers,
      })),
      dead("203.0.113.200"),
    ),
  },
  {
    name: "name gone everywhere",
    says: ["DNS_NAME_MISSING"],
    make: (world) => ({
      ...world,
      dns: (server, name, type) =>
        name === "vanban.tinh.test" ? { rcode: "NXDOMAIN", answers: [] } : honest(server, name, type),
    }),
  },
  {
    name: "every resolver denies every name",
    says: ["DNS_NAMES_FENCED"],
    make: (world) => ({ ...world, dns: () => ({ rcode: "NXDOMAIN", answers: [] }) }),
  },
  {
    name: "the office's resolver knows no name",
    says: ["DNS_NAMES_FENCED"],
    make: gatewayDns(() => ({ rcode: "NOERROR", answers: [] })),
  },
];
