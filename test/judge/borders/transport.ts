import type { FailureCode } from "../../../src/evidence/common.ts";
import { block, both, dead, moved, retarget, systems, withIpv6, type Change } from "../changes.ts";
import type { Try } from "../world.ts";
import { each, type Border } from "./border.ts";

const PROVINCE = ["203.0.113.10", "203.0.113.11", "203.0.113.12", "203.0.113.13", "203.0.113.14"];
const COUNTRY = ["198.51.100.10", "198.51.100.11", "198.51.100.20", "198.51.100.21"];

const silent = (...addresses: readonly string[]): Change => block(({ address }) => addresses.includes(address));
const shut = (which: (one: Try) => boolean): Change => block((one) => one.transport === "tcp" && which(one));
const asked = (...ids: readonly string[]): Change =>
  systems((one) => ({ ...one, enabled: one.enabled && ids.includes(one.id) }));

/** Two national systems in a range of their own, of which these are silent. */
const range = (first: string, second: string, ...dead: readonly string[]): Change =>
  both(moved("dvc.quocgia.test", first), moved("sso.quocgia.test", second), silent(...dead));

const udp = block(({ transport, port }) => transport === "udp" && port !== 53);

/** Whole ports, whole groups and whole ranges against single servers. */
export const TRANSPORT_BORDERS: readonly Border[] = [
  {
    name: "one page over port 80 that comes through, and the port is open",
    within: { make: shut(({ port, address }) => port === 80 && address !== "192.0.2.81"), says: ["SIGNING_BLOCKED"] },
    beyond: { make: shut(({ port }) => port === 80), says: ["PORT_80_BLOCKED"] },
  },
  {
    name: "one server over port 443 that comes through, and the port is open",
    within: {
      make: shut(({ port, address }) => port === 443 && address !== "198.51.100.10"),
      says: ["SERVER_DOWN"],
    },
    beyond: { make: shut(({ port }) => port === 443), says: ["PORT_443_BLOCKED"] },
  },
  {
    name: "four of the province's five servers are four servers, five are the data centre",
    within: { make: silent(...PROVINCE.slice(1)), says: ["SERVER_DOWN"] },
    beyond: { make: silent(...PROVINCE), says: ["DATACENTRE_DOWN"], first: { confidence: "certain" } },
  },
  {
    name: "a province of one server has no data centre to blame",
    within: {
      make: both(asked("onestop", "dvcqg", "sso"), silent(...PROVINCE)),
      says: ["SERVER_DOWN"],
      first: { confidence: "likely", alternatives: ["DATACENTRE_DOWN"] },
    },
    beyond: {
      make: both(asked("onestop", "docs", "dvcqg", "sso"), silent(...PROVINCE)),
      says: ["DATACENTRE_DOWN"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "two names at one address may be one machine",
    within: {
      make: both(asked("onestop", "docs", "dvcqg"), moved("vanban.tinh.test", "203.0.113.10"), silent(...PROVINCE)),
      says: ["DATACENTRE_DOWN"],
      first: { confidence: "likely", alternatives: ["SERVER_DOWN"] },
    },
    beyond: {
      make: both(asked("onestop", "docs", "dvcqg"), silent(...PROVINCE)),
      says: ["DATACENTRE_DOWN"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "a national system that answers spares the country",
    within: { make: silent(...COUNTRY.slice(1)), says: ["SERVER_DOWN"] },
    beyond: { make: silent(...COUNTRY), says: ["NATIONAL_DOWN"], first: { confidence: "certain" } },
  },
  {
    name: "province and country together are the government's network, less one they are not",
    within: {
      make: silent(...PROVINCE, ...COUNTRY.slice(0, 3)),
      says: ["DATACENTRE_DOWN", "SERVER_DOWN"],
    },
    beyond: {
      make: silent(...PROVINCE, ...COUNTRY),
      says: ["GOVERNMENT_UNREACHABLE"],
      first: { confidence: "likely" },
    },
  },
  {
    name: "two servers of one range are silent together, two of neighbouring ranges each for itself",
    within: {
      make: range("100.70.1.10", "100.70.2.11", "100.70.1.10", "100.70.2.11"),
      says: ["SERVER_DOWN"],
    },
    beyond: {
      make: range("100.70.1.10", "100.70.1.11", "100.70.1.10", "100.70.1.11"),
      says: ["PREFIX_UNREACHABLE"],
      first: { confidence: "likely", alternatives: ["SERVER_DOWN"] },
    },
  },
  {
    name: "one silent server is no range",
    within: { make: range("100.70.1.10", "100.70.2.11", "100.70.1.10"), says: ["SERVER_DOWN"] },
    beyond: { make: range("100.70.1.10", "100.70.1.11", "100.70.1.10", "100.70.1.11"), says: ["PREFIX_UNREACHABLE"] },
  },
  {
    name: "somebody else of the range who answers has a way",
    within: {
      make: both(
        range("100.70.1.10", "100.70.1.11", "100.70.1.10", "100.70.1.11"),
        moved("tsa.quocgia.test", "100.70.1.12"),
      ),
      says: ["SERVER_DOWN"],
    },
    beyond: { make: range("100.70.1.10", "100.70.1.11", "100.70.1.10", "100.70.1.11"), says: ["PREFIX_UNREACHABLE"] },
  },
  {
    name: "one of the mail ports open, and the other is one service",
    within: { make: shut(({ port }) => port === 993), says: ["PORT_BLOCKED"] },
    beyond: { make: shut(({ port }) => port === 993 || port === 587), says: ["MAIL_PORT_BLOCKED"] },
  },
  {
    name: "a mail server that is silent on the web, too, is dead",
    within: { make: dead("203.0.113.12"), says: ["SERVER_DOWN"] },
    beyond: {
      make: shut(({ port }) => port === 993 || port === 587),
      says: ["MAIL_PORT_BLOCKED"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "one of the signing services silent is one server",
    within: { make: silent("198.51.100.20"), says: ["SERVER_DOWN"] },
    beyond: {
      make: silent("198.51.100.20", "198.51.100.21"),
      says: ["SIGNING_BLOCKED"],
      first: { confidence: "likely" },
    },
  },
  {
    name: "one reply of five shows that datagrams pass",
    within: {
      edit: each("stun", (one) => ({ ...one, evidence: { ...one.evidence, received: 1 } })),
      says: [],
    },
    beyond: {
      edit: each("stun", (one) => ({ ...one, evidence: { ...one.evidence, received: 0 } })),
      says: ["UDP_BLOCKED"],
      first: { confidence: "likely", alternatives: ["SERVER_DOWN"] },
    },
  },
  {
    name: "a server of calls that is silent over TCP, too, is dead",
    within: { make: dead("203.0.113.14"), says: ["SERVER_DOWN"] },
    beyond: { make: udp, says: ["UDP_BLOCKED"] },
  },
  {
    name: "what passes over IPv4 says nothing of datagrams over IPv6",
    within: {
      make: both(
        withIpv6,
        block(({ address }) => address.includes(":")),
      ),
      edit: each("stun", (one) => ({
        ...one,
        evidence: { ...one.evidence, address: "2001:db8::113:99", received: 0 },
      })),
      says: ["IPV6_BROKEN"],
    },
    beyond: {
      make: withIpv6,
      edit: each("stun", (one) => ({
        ...one,
        evidence: { ...one.evidence, address: "2001:db8::113:99", received: 0 },
      })),
      says: ["UDP_BLOCKED"],
    },
  },
  {
    name: "a server that refuses is there, one that is silent is not",
    within: { make: block(({ address }) => address === "203.0.113.10", "REFUSED"), says: ["SERVER_REFUSES"] },
    beyond: { make: dead("203.0.113.10"), says: ["SERVER_DOWN"], first: { confidence: "certain" } },
  },
  {
    name: "nothing is asked of a system that is switched off",
    within: { make: both(asked("docs", "sso"), dead("203.0.113.10")), says: [] },
    beyond: { make: both(asked("docs", "sso", "onestop"), dead("203.0.113.10")), says: ["SERVER_DOWN"] },
  },
  {
    name: "a second port that is silent in TLS is filtered by name where it still opens, gone where it does not",
    within: { make: retarget("onestop", 8443, true), edit: hangs(8443, "TIMEOUT"), says: ["SERVER_HANGS"] },
    beyond: { make: retarget("onestop", 8443, true), edit: hangs(8443, null), says: ["SNI_BLOCKED"] },
  },
];

/** Silence to the first message of TLS on a port, and what a further connection to it met. */
function hangs(port: number, again: FailureCode | null): NonNullable<Border["within"]["edit"]> {
  const silence = { startMs: 20, durationMs: 3000, outcome: "failed", code: "TIMEOUT" } as const;
  const reconnect = again === null ? ({ outcome: "ok" } as const) : ({ outcome: "failed", code: again } as const);
  return each("endpoint", (one) =>
    one.evidence.port !== port
      ? one
      : {
          ...one,
          outcome: "failed",
          failure: { phase: "tls", code: "TIMEOUT" },
          evidence: {
            ...one.evidence,
            tls: null,
            http: null,
            steps: {
              ...one.evidence.steps,
              tls: silence,
              firstByte: undefined,
              body: undefined,
              reconnect: { startMs: 3020, durationMs: again === null ? 5 : 2000, ...reconnect },
            },
          },
        },
  );
}
