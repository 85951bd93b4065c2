import { evidenceSchema, type Evidence, type Observation, type ObservationOf } from "../../src/evidence/schema.ts";
import type { Failure, FailureCode, Phase, Step } from "../../src/evidence/common.ts";
import { ADDRESSES } from "./profile.ts";
import { GATEWAY, type GatewayWorld, type World } from "./world.ts";

/** The right time in every test; what the laptop believes is `clockAheadMs` away. */
export const RIGHT_NOW = Date.parse("2026-11-21T02:00:00Z");
const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** What the collectors would record in this world; refused by the schema where it is not real evidence. */
export function record(world: World): Evidence {
  const laptopNow = RIGHT_NOW + world.clockAheadMs;
  const evidence = {
    schemaVersion: 1,
    tool: { name: "qbrecover", version: "0.0.0", platform: "linux", release: "6", runtime: "node" },
    startedAt: iso(laptopNow),
    finishedAt: iso(laptopNow + 4000),
    timeZone: "Asia/Ho_Chi_Minh",
    complete: world.complete,
    options: { only: [], skip: [], deadlineMs: 20_000 },
    profile: world.profile,
    profileHash: "0".repeat(64),
    site: world.site,
    baseline: world.baseline,
    observations: [...laptop(world), ...office(world), ...names(world), ...beyond(world), ...endpoints(world)],
  };
  return evidenceSchema.parse(evidence);
}

const online = (world: World): boolean =>
  world.interfaces.some(
    (one) =>
      one.kind !== "loopback" &&
      one.kind !== "virtual" &&
      one.adminUp !== false &&
      one.carrier !== false &&
      one.addresses.some((each) => each.scope === "global"),
  );
const routed = (world: World, family: 4 | 6 = 4): boolean =>
  online(world) && world.routes.some((route) => route.family === family && route.destination.endsWith("/0"));

interface Base {
  readonly id: string;
  readonly target: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: "ok" | "failed" | "skipped" | "unknown";
  readonly failure?: Failure;
}
const base = (id: string, rest: Partial<Base> = {}): Base => ({
  id,
  target: id,
  startMs: 10,
  durationMs: 5,
  outcome: "ok",
  ...rest,
});
const failed = (phase: Phase, code: FailureCode): Pick<Base, "outcome" | "failure"> => ({
  outcome: "failed",
  failure: { phase, code },
});
const skipped = (phase: Phase): Pick<Base, "outcome" | "failure"> => ({
  outcome: "skipped",
  failure: { phase, code: "PREREQUISITE_DEAD" },
});

function laptop(world: World): Observation[] {
  return [
    ...world.interfaces.map((evidence): Observation => ({
      ...base(`interface:${evidence.name}`),
      collector: "interface",
      evidence,
    })),
    ...(world.lease === null
      ? []
      : [
          {
            ...base("lease:eth0"),
            collector: "lease",
            evidence: {
              interface: "eth0",
              dhcp: true,
              server: null,
              routers: [],
              dns: [],
              obtainedAt: null,
              expiresAt: null,
              source: "test",
              ...world.lease,
            },
          } satisfies Observation,
        ]),
    { ...base("routes"), collector: "routes", evidence: { routes: world.routes } },
    {
      ...base("resolvers"),
      collector: "resolvers",
      evidence: {
        servers: world.resolvers.map((address) => ({ address, port: 53, interface: null, source: "test" })),
        search: [],
      },
    },
    { ...base("hosts-file"), collector: "hostsFile", evidence: { path: "/etc/hosts", overrides: world.hostsFile } },
    {
      ...base("proxy-config"),
      collector: "proxyConfig",
      evidence: {
        settings: [
          ...(world.proxy === null
            ? []
            : [{ source: "environment" as const, scheme: "http" as const, value: "192.168.1.9:3128", valid: true }]),
          ...(world.proxySetting === null
            ? []
            : [{ source: "environment" as const, scheme: "http" as const, value: world.proxySetting, valid: false }]),
        ],
        bypass: [],
      },
    },
    ...(world.proxy === null
      ? []
      : [
          {
            ...base("proxy:192.168.1.9:3128"),
            collector: "proxy",
            evidence: {
              host: "192.168.1.9",
              port: 3128,
              source: "environment",
              reachable: world.proxy.reachable,
              relays: world.proxy.relays,
              status: world.proxy.reachable ? 407 : null,
            },
          } satisfies Observation,
        ]),
    {
      ...base("local-agent:8987"),
      collector: "localAgent",
      evidence: { system: "sign_local", address: "127.0.0.1", port: 8987, listening: world.agent },
    },
  ];
}

function office(world: World): Observation[] {
  if (!online(world)) return [];
  const entries: ObservationOf<"neighbours">["evidence"]["entries"] = [
    ...world.gateways.map((one) => ({
      address: one.address,
      family: 4 as const,
      mac: one.mac,
      interface: one.interface,
      state: one.state,
      router: "unknown" as const,
    })),
    ...world.devices.map((one) => ({
      address: one.address,
      family: 4 as const,
      mac: one.mac,
      interface: "eth0",
      state: "reachable" as const,
      router: "unknown" as const,
    })),
    ...world.neighbours,
  ];
  return [
    { ...base("neighbours"), collector: "neighbours", evidence: { entries } },
    ...world.gateways.map((one) => gateway(one)),
    ...world.devices.map((one): Observation => ({
      ...base(`lan:${one.address}`),
      collector: "lanDevice",
      evidence: { ...one, vendor: null, openPorts: [], name: null, seenBy: ["neighbour"] },
    })),
    {
      ...base("sweep:192.168.1.0/24"),
      collector: "sweep",
      evidence: { subnet: "192.168.1.0/24", asked: 253, alive: world.devices.length, truncated: false },
    },
  ];
}

function gateway(one: GatewayWorld): Observation {
  const alive = one.icmp || one.dns || one.tcp53 === "open" || one.tcp53 === "REFUSED" || one.state === "reachable";
  const tcp = (port: number, state: "open" | FailureCode) =>
    state === "open"
      ? { port, outcome: "ok" as const, rttMs: 1 }
      : { port, outcome: "failed" as const, code: state, rttMs: null };
  return {
    ...base(`gateway:${one.address}%${one.interface}`, alive ? {} : failed("connect", "TIMEOUT")),
    collector: "gateway",
    evidence: {
      address: one.address,
      interface: one.interface,
      neighbour: { state: one.state, mac: one.mac },
      tcp: [tcp(53, one.tcp53), tcp(80, one.tcp53 === "open" ? "open" : one.tcp53)],
      icmp: { sent: 3, received: one.icmp ? 3 : 0, rttMs: one.icmp ? [1, 1, 1] : [], errors: [] },
      dns: one.dns,
    },
  };
}

const hostsOf = (world: World): string[] => [
  ...new Set(
    world.profile.systems
      .filter((one) => one.enabled && one.status !== "retired")
      .flatMap((one) => one.endpoints.filter((each) => each.network === "internet").map((each) => each.host)),
  ),
];

function names(world: World): Observation[] {
  const ask = (
    server: string,
    role: "configured" | "control",
    name: string,
    purpose: "known" | "missing" | "endpoint",
    type: "A" | "AAAA" = "A",
    transport: "udp" | "tcp" = "udp",
  ): Observation => {
    const configured = role === "configured" && server === GATEWAY;
    const dead = routed(world, server.includes(":") ? 6 : 4)
      ? configured
        ? null
        : world.reach({ address: server, port: 53, transport })
      : ("PREREQUISITE_DEAD" as const);
    const answer: World["dns"] = (server, name, type) =>
      transport === "tcp" && world.dnsOverTcp !== undefined
        ? world.dnsOverTcp(server, name)
        : world.dns(server, name, type);
    const reply = dead === null ? answer(server, name, type) : { rcode: null, answers: [], code: dead };
    const code: FailureCode | null =
      reply.rcode === null
        ? (reply.code ?? "TIMEOUT")
        : reply.rcode === "NOERROR"
          ? reply.answers.length > 0
            ? null
            : "NODATA"
          : reply.rcode === "REFUSED"
            ? "DNS_REFUSED"
            : reply.rcode === "SERVFAIL"
              ? "SERVFAIL"
              : "NXDOMAIN";
    return {
      ...base(
        `dns:${server}:${purpose === "missing" ? "missing-1" : name}:${type}${transport === "tcp" ? ":tcp" : ""}`,
        code === null ? {} : code === "PREREQUISITE_DEAD" ? skipped("resolve") : failed("resolve", code),
      ),
      collector: "dns",
      evidence: {
        server,
        role,
        purpose,
        name,
        type,
        rcode: reply.rcode,
        answers: [...reply.answers],
        cnames: [],
        ttlSeconds: 60,
        authenticated: "unknown",
        rttMs: reply.rcode === null ? null : (reply.ms ?? 5),
        attempts: 1,
        transport,
      },
    };
  };
  /** As the collector does: "no such name" of a control that knows the known name is asked again over a connection. */
  const confirm = (server: string, host: string): Observation[] => {
    const said = world.dns(server, host, "A");
    const reached = routed(world, 4) && world.reach({ address: server, port: 53, transport: "udp" }) === null;
    const denies = said.rcode === "NXDOMAIN" || (said.rcode === "NOERROR" && said.answers.length === 0);
    const knows = world.dns(server, "known.test", "A").answers.length > 0;
    return reached && denies && knows ? [ask(server, "control", host, "endpoint", "A", "tcp")] : [];
  };
  const servers = [
    ...world.resolvers.map((address) => ({ address, role: "configured" as const })),
    ...world.profile.controls.resolvers.map(({ address }) => ({ address, role: "control" as const })),
  ];
  return servers.flatMap(({ address, role }) => [
    ask(address, role, "known.test", "known"),
    ask(address, role, "qzx1.test", "missing"),
    ...hostsOf(world).flatMap((host) => [
      ask(address, role, host, "endpoint"),
      ...(role === "configured" && routed(world, 6) ? [ask(address, role, host, "endpoint", "AAAA")] : []),
      ...(role === "control" ? confirm(address, host) : []),
    ]),
  ]);
}

function beyond(world: World): Observation[] {
  const up = routed(world);
  const { controls } = world.profile;
  const open = (address: string, port: number): FailureCode | null =>
    up ? world.reach({ address, port, transport: "tcp" }) : "PREREQUISITE_DEAD";
  const pageCode = open("192.0.2.81", 80);
  const [target] = controls.ipTargets;
  const stunAddress = up ? "203.0.113.14" : sixOf("hop.tinh.test");
  const stunCode =
    up || routed(world, 6) ? world.reach({ address: stunAddress, port: 3478, transport: "udp" }) : "PREREQUISITE_DEAD";
  const beyondDown = target === undefined || open(target.address, target.port) !== null;
  return [
    ...controls.ipTargets.map((one): Observation => {
      const code = open(one.address, one.port);
      const family = one.address.includes(":") ? 6 : 4;
      return {
        ...base(
          `control:${one.address}:${one.port}`,
          code === null ? {} : code === "PREREQUISITE_DEAD" ? skipped("connect") : failed("connect", code),
        ),
        collector: "control",
        evidence: {
          ...one,
          family,
          attempts:
            code === "PREREQUISITE_DEAD"
              ? []
              : [
                  code === null
                    ? { port: one.port, outcome: "ok", rttMs: world.rttMs }
                    : { port: one.port, outcome: "failed", code, rttMs: null },
                ],
          answered: code === null,
        },
      };
    }),
    {
      ...base(
        "http-control:http://check.test/",
        pageCode === null ? {} : pageCode === "PREREQUISITE_DEAD" ? skipped("connect") : failed("connect", pageCode),
      ),
      collector: "httpControl",
      evidence: {
        url: "http://check.test/",
        address: "192.0.2.81",
        hops:
          pageCode === null
            ? [
                {
                  url: "http://check.test/",
                  status: world.page.location === null ? 200 : 302,
                  location: world.page.location,
                  date: new Date(RIGHT_NOW).toUTCString(),
                  server: null,
                },
              ]
            : [],
        bodySample: pageCode === null ? world.page.body : "",
        matched: pageCode === null ? world.page.matched : "unknown",
        receivedAtMs: pageCode === null ? RIGHT_NOW + world.clockAheadMs : null,
      },
    },
    {
      ...base(
        "stun:hop.tinh.test:3478",
        stunCode === null ? {} : stunCode === "PREREQUISITE_DEAD" ? skipped("reply") : failed("reply", stunCode),
      ),
      collector: "stun",
      evidence: {
        system: "vc",
        host: "hop.tinh.test",
        port: 3478,
        address: stunAddress,
        sent: stunCode === "PREREQUISITE_DEAD" ? 0 : 5,
        received: stunCode === null ? 5 : 0,
        rttMs: stunCode === null ? [12, 12, 12] : [],
        jitterMs: null,
        mapped: null,
        mappedClass: "unknown",
      },
    },
    ...(up && world.hops.length > 0
      ? [
          {
            ...base("path:192.0.2.10"),
            collector: "path",
            evidence: { target: "192.0.2.10", hops: [...world.hops], method: "ping" },
          } satisfies Observation,
        ]
      : []),
    ...(up && world.mtu !== null && !beyondDown
      ? [
          {
            ...base("mtu:192.0.2.10"),
            collector: "mtu",
            evidence: { target: "192.0.2.10", ...world.mtu, method: "ping" },
          } satisfies Observation,
        ]
      : []),
    ...(up && world.loss.gateway !== null
      ? [series(`quality:${GATEWAY}:icmp`, GATEWAY, "gateway", world.loss.gateway, 1)]
      : []),
    ...(up && world.loss.lan !== undefined
      ? [series("quality:10.77.0.20:tcp", "10.77.0.20", "lan", world.loss.lan, 1)]
      : []),
    ...(up && world.loss.beyond !== null && !beyondDown
      ? [series("quality:192.0.2.10:tcp", "192.0.2.10", "domestic", world.loss.beyond, world.rttMs)]
      : []),
    ...(up && world.loadedMs !== null
      ? [{ ...loaded(world.loadedMs, world.kbps) }]
      : up && world.kbps !== null
        ? [loaded(world.rttMs + 100, world.kbps)]
        : []),
  ];
}

function series(
  id: string,
  address: string,
  scope: "gateway" | "lan" | "domestic",
  [sent, lost]: readonly [number, number],
  rttMs: number,
): Observation {
  const received = sent - lost;
  return {
    ...base(id),
    collector: "quality",
    evidence: {
      address,
      scope,
      method: scope === "gateway" ? "icmp" : "tcp",
      sent,
      received,
      rttMs: Array.from({ length: received }, () => rttMs),
      medianMs: rttMs,
      jitterMs: 1,
      lossPercent: (lost / sent) * 100,
      loaded: false,
      throughputKbps: null,
    },
  };
}

function loaded(rttMs: number, kbps: number | null): Observation {
  return {
    ...base("quality:192.0.2.10:loaded"),
    collector: "quality",
    evidence: {
      address: "192.0.2.10",
      scope: "domestic",
      method: "http",
      sent: 10,
      received: 10,
      rttMs: [rttMs],
      medianMs: rttMs,
      jitterMs: 1,
      lossPercent: 0,
      loaded: true,
      throughputKbps: kbps,
    },
  };
}

/** The IPv6 address of a host, on the range kept for documentation (RFC 3849). */
const sixOf = (host: string): string => `2001:db8::${(ADDRESSES[host] ?? "").split(".").slice(2).join(":")}`;

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

function endpoints(world: World): Observation[] {
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
