import type { FailureCode, Phase, Step } from "../../../src/evidence/common.ts";
import type { Observation, ObservationOf } from "../../../src/evidence/schema.ts";
import { DAY, iso } from "../changes.ts";
import { RIGHT_NOW, routed, base, failed, skipped, sixOf } from "./base.ts";
import { GATEWAY, type World } from "../world.ts";

type Lead = { readonly addresses: readonly string[]; readonly by: string | null; readonly code: FailureCode | null };

function leads(world: World, host: string): { readonly own: Lead; readonly lent: Lead | null } {
  const override = world.hostsFile.find((one) => one.name === host);
  const ask = (servers: readonly string[]): Lead => {
    let last: Lead = { addresses: [], by: null, code: "TIMEOUT" };
    for (const server of servers) {
      const dead = server === GATEWAY ? null : world.reach({ address: server, port: 53, transport: "udp" });
      const reply = dead === null ? world.dns(server, host, "A") : { rcode: null, answers: [], code: dead };
      if (reply.rcode === "NOERROR" && reply.answers.length > 0)
        return { addresses: reply.answers, by: server, code: null };
      last = {
        addresses: [],
        by: server,
        code:
          reply.rcode === null
            ? (reply.code ?? "TIMEOUT")
            : reply.rcode === "REFUSED"
              ? "DNS_REFUSED"
              : reply.rcode === "SERVFAIL"
                ? "SERVFAIL"
                : reply.rcode === "NOERROR"
                  ? "NODATA"
                  : "NXDOMAIN",
      };
    }
    return last;
  };
  const own =
    override === undefined ? ask(world.resolvers) : { addresses: [override.address], by: "hosts", code: null };
  const other = ask(world.profile.controls.resolvers.map((one) => one.address));
  const differs = other.addresses.length > 0 && !other.addresses.some((one) => own.addresses.includes(one));
  return { own, lent: differs ? other : null };
}

export function endpoints(world: World): Observation[] {
  return world.profile.systems
    .filter((system) => system.enabled && system.status !== "retired" && system.scope !== "local")
    .flatMap((system) =>
      system.endpoints.flatMap((endpoint, index): Observation[] => {
        if (endpoint.protocol === "stun") return [];
        const id = `endpoint:${system.id}:${index}:4`;
        const shape = {
          system: system.id,
          index,
          protocol: endpoint.protocol,
          host: endpoint.host,
          port: endpoint.port,
          path: endpoint.path ?? null,
          family: 4 as const,
        };
        const six: Observation[] =
          world.ipv6 && routed(world, 6)
            ? [
                attempt(
                  world,
                  `endpoint:${system.id}:${index}:6`,
                  { ...shape, family: 6 },
                  sixOf(endpoint.host),
                  world.resolvers[0] ?? null,
                ),
              ]
            : [];
        if (!routed(world) && six.length > 0) return six;
        if (!routed(world))
          return [{ ...base(id, skipped("connect")), collector: "endpoint", evidence: { ...shape, ...NOTHING } }];
        const { own, lent } = leads(world, endpoint.host);
        const tries = [
          ...own.addresses.map((address) => ({ address, by: own.by })),
          ...(lent?.addresses ?? []).map((address) => ({ address, by: lent?.by ?? null })),
        ];
        if (tries.length === 0) {
          const code = own.code ?? "TIMEOUT";
          return [
            {
              ...base(id, failed("resolve", code)),
              collector: "endpoint",
              evidence: { ...shape, ...NOTHING, steps: { resolve: step(code) } },
            },
          ];
        }
        return [
          ...tries.map(({ address, by }, at) => attempt(world, at === 0 ? id : `${id}:${address}`, shape, address, by)),
          ...six,
        ];
      }),
    );
}

const NOTHING = {
  address: null,
  resolvedBy: null,
  via: "direct" as const,
  steps: {},
  connectTries: 0,
  tls: null,
  http: null,
  mail: null,
  receivedAtMs: null,
};
const step = (code: FailureCode | null, durationMs = 10): Step => ({
  startMs: 10,
  durationMs,
  outcome: code === null ? "ok" : "failed",
  ...(code === null ? {} : { code }),
});

type Shape = Pick<
  ObservationOf<"endpoint">["evidence"],
  "system" | "index" | "protocol" | "host" | "port" | "path" | "family"
>;

function attempt(world: World, id: string, shape: Shape, address: string, by: string | null): Observation {
  const isSecure = shape.protocol === "https" || shape.protocol === "imaps" || shape.protocol === "smtp";
  const isWeb = ["https", "http", "tsa", "ocsp"].includes(shape.protocol);
  const connect = world.reach({ address, port: shape.port, transport: "tcp" });
  const service = world.service(shape.host, address);
  const tlsCode = connect === null && isSecure ? (service.tls ?? null) : null;
  const dead = connect ?? tlsCode;
  const firstByte = dead === null ? (service.firstByte ?? null) : null;
  const body = dead === null && firstByte === null ? (service.body ?? null) : null;
  const answered = dead === null && firstByte === null;
  const status = service.status ?? 200;
  const phase: Phase =
    connect !== null ? "connect" : tlsCode !== null ? "tls" : firstByte !== null ? "firstByte" : "body";
  const code = connect ?? tlsCode ?? firstByte ?? body;
  const statusExpected = status < 400;
  const wrong = isWeb && answered && (!statusExpected || service.bodyMatches === false);
  return {
    ...base(id, code !== null ? failed(phase, code) : wrong ? failed("body", "OTHER") : {}),
    collector: "endpoint",
    evidence: {
      ...shape,
      address,
      resolvedBy: by,
      via: "direct",
      connectTries: connect === null ? 1 : 2,
      steps: {
        resolve: step(null, 5),
        connect: step(connect, world.rttMs),
        ...(connect === null && isSecure ? { tls: step(tlsCode, 2 * world.rttMs) } : {}),
        ...(dead === null ? { firstByte: step(firstByte, service.firstByteMs ?? 2 * world.rttMs) } : {}),
        ...(dead === null && firstByte === null ? { body: step(body) } : {}),
      },
      tls: connect === null && isSecure && tlsCode === null ? tlsOf(world, shape.host, service) : null,
      http:
        isWeb && answered && body === null
          ? {
              hops: [
                {
                  url: `https://${shape.host}/`,
                  status,
                  location: null,
                  date: new Date(RIGHT_NOW).toUTCString(),
                  server: null,
                },
              ],
              status,
              bodyBytes: 10,
              bodySample: service.bodySample ?? "",
              statusExpected,
              bodyMatches: service.bodyMatches ?? "unknown",
            }
          : null,
      mail: !isWeb && answered ? { greeting: "220 ready", starttlsOffered: true, starttlsDone: true } : null,
      receivedAtMs: answered ? RIGHT_NOW + world.clockAheadMs : null,
    },
  };
}

function tlsOf(
  world: World,
  host: string,
  service: ReturnType<World["service"]>,
): ObservationOf<"endpoint">["evidence"]["tls"] {
  const leaf = {
    subject: `CN=${host}`,
    issuer: "CN=Intermediate",
    commonName: host,
    altNames: [host],
    notBefore: iso(RIGHT_NOW - 100 * DAY),
    notAfter: iso(RIGHT_NOW + 200 * DAY),
    sha256: "a".repeat(64),
    selfSigned: false,
    ...service.certificate,
  };
  const middle = {
    ...leaf,
    subject: "CN=Intermediate",
    issuer: "CN=Root",
    commonName: "Intermediate",
    altNames: [],
    notBefore: iso(RIGHT_NOW - 900 * DAY),
    notAfter: iso(RIGHT_NOW + 900 * DAY),
  };
  // OpenSSL judges dates by the laptop's clock.
  const laptopNow = RIGHT_NOW + world.clockAheadMs;
  const late = laptopNow > Date.parse(leaf.notAfter);
  const early = laptopNow < Date.parse(leaf.notBefore);
  const dated = late ? "CERT_HAS_EXPIRED" : early ? "CERT_NOT_YET_VALID" : null;
  const error = service.authorizationError ?? dated;
  const short = error === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" || leaf.selfSigned;
  return {
    protocol: "TLSv1.3",
    cipher: "TLS_AES_256_GCM_SHA384",
    chain: short ? [leaf] : [leaf, middle],
    authorized: service.authorized ?? error === null,
    authorizationError: error,
    nameMatches: service.nameMatches ?? true,
  };
}
