import { block, both, dead, gatewayDns, set, type Change } from "../changes.ts";
import { GATEWAY, honest, type DnsReply } from "../world.ts";
import { each, type Border, type Side } from "./border.ts";

const SECOND = "192.0.2.55";

/** The router's own DNS answers truly, and takes this long. */
const slow = (ms: number): Change => gatewayDns((name) => ({ ...honest(GATEWAY, name, "A"), ms }));

/** Two configured servers; the first is as told, the second works. */
const first = (reply: DnsReply): Change =>
  both(set({ resolvers: [SECOND, GATEWAY] }), (world) => ({
    ...world,
    dns: (server, name, type) => (server === SECOND ? reply : world.dns(server, name, type)),
  }));

/** The other way round: the first works. */
const second = (make: Change): Change => both(make, set({ resolvers: [GATEWAY, SECOND] }));

/** Names that only the office's own server does not know. */
const unanswered = (reply: DnsReply, ...names: readonly string[]): Change =>
  gatewayDns((name) => (names.includes(name) ? reply : honest(GATEWAY, name, "A")));

const SERVFAIL = { rcode: "SERVFAIL", answers: [] } as const;
const REFUSED = { rcode: "REFUSED", answers: [] } as const;
const QUIET = { rcode: null, answers: [], code: "TIMEOUT" } as const;

/** Nobody but the office's server was asked, so that no other is known to answer. */
const alone: Change = (world) => ({
  ...world,
  profile: { ...world.profile, controls: { ...world.profile.controls, resolvers: [] } },
});

/** Connections take this long to open, one by one; the series is left as it was. */
function opens(rttMs: number): NonNullable<Side["edit"]> {
  return (evidence) =>
    each("control", (one) => ({
      ...one,
      evidence: {
        ...one.evidence,
        attempts: one.evidence.attempts.map((attempt) => ({
          ...attempt,
          rttMs: attempt.rttMs === null ? null : rttMs,
        })),
      },
    }))(
      each("endpoint", (one) => {
        const { connect } = one.evidence.steps;
        return connect === undefined
          ? one
          : {
              ...one,
              evidence: {
                ...one.evidence,
                steps: { ...one.evidence.steps, connect: { ...connect, durationMs: rttMs } },
              },
            };
      })(
        each("quality", (one) =>
          one.evidence.scope === "domestic" ? { ...one, evidence: { ...one.evidence, medianMs: rttMs } } : one,
        )(evidence),
      ),
    );
}

/** Slow, dead and half-dead name servers. */
export const NAMES_BORDERS: readonly Border[] = [
  {
    name: "a name within a second is no trouble",
    within: { make: slow(999), says: [] },
    beyond: { make: slow(1000), says: ["DNS_SLOW"], first: { severity: "minor", confidence: "certain" } },
  },
  {
    name: "on a long line three round trips and half a second are the line's",
    within: { make: slow(1399), edit: opens(300), says: [] },
    beyond: { make: slow(1400), edit: opens(300), says: ["DNS_SLOW"] },
  },
  {
    name: "a dead server matters where programs ask it first",
    within: { make: both(set({ resolvers: [GATEWAY, SECOND] }), dead(SECOND)), says: [] },
    beyond: {
      make: both(set({ resolvers: [SECOND, GATEWAY] }), dead(SECOND)),
      says: ["DNS_FIRST_SERVER_DEAD"],
      first: { severity: "minor", confidence: "certain" },
    },
  },
  {
    name: "a dead server behind which nobody works is no first one",
    within: {
      make: both(set({ resolvers: [SECOND] }), dead(SECOND)),
      says: ["DNS_RESOLVER_SILENT"],
    },
    beyond: { make: both(set({ resolvers: [SECOND, GATEWAY] }), dead(SECOND)), says: ["DNS_FIRST_SERVER_DEAD"] },
  },
  {
    name: "a first server that fails at everything is as good as dead",
    within: { make: first({ rcode: "NXDOMAIN", answers: [] }), says: ["DNS_NAMES_FENCED"] },
    beyond: { make: first(SERVFAIL), says: ["DNS_FIRST_SERVER_DEAD"] },
  },
  {
    name: "so is one that refuses everything",
    within: { make: second(first(REFUSED)), says: [] },
    beyond: { make: first(REFUSED), says: ["DNS_FIRST_SERVER_DEAD"] },
  },
  {
    name: "silence for one name may be a lost datagram, for two it is their zone",
    within: { make: unanswered(QUIET, "motcua.tinh.test"), says: [] },
    beyond: {
      make: unanswered(QUIET, "motcua.tinh.test", "vanban.tinh.test"),
      says: ["DNS_SERVFAIL"],
      first: { confidence: "likely" },
    },
  },
  {
    name: "a failure that is told needs no second name",
    within: { make: unanswered(QUIET, "motcua.tinh.test"), says: [] },
    beyond: {
      make: unanswered(SERVFAIL, "motcua.tinh.test"),
      says: ["DNS_SERVFAIL"],
      first: { confidence: "certain" },
    },
  },
  {
    name: "whether it is the zone or this server's view of it, only another server tells",
    within: {
      make: both(alone, unanswered(SERVFAIL, "motcua.tinh.test")),
      says: ["DNS_SERVFAIL"],
      first: { confidence: "likely" },
    },
    beyond: {
      make: unanswered(SERVFAIL, "motcua.tinh.test"),
      says: ["DNS_SERVFAIL"],
      first: { confidence: "certain" },
    },
  },
  {
    name: "a silent server outside is itself silent where another one answers, and its port is shut where none does",
    within: {
      make: both(set({ resolvers: [SECOND] }), dead(SECOND)),
      says: ["DNS_RESOLVER_SILENT"],
      first: { confidence: "certain", alternatives: [] },
    },
    beyond: {
      make: both(
        set({ resolvers: [SECOND] }),
        block(({ port }) => port === 53),
      ),
      says: ["DNS_PORT_BLOCKED"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "without another server asked, the port may be shut",
    within: {
      make: both(alone, set({ resolvers: [SECOND] }), dead(SECOND)),
      says: ["DNS_RESOLVER_SILENT"],
      first: { confidence: "likely", alternatives: ["DNS_PORT_BLOCKED"] },
    },
    beyond: {
      make: both(set({ resolvers: [SECOND] }), dead(SECOND)),
      says: ["DNS_RESOLVER_SILENT"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
];
