import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { judge } from "../../src/judge/judge.ts";
import { record } from "./record.ts";
import { RIGHT_NOW } from "./record/base.ts";
import { GATEWAY, HEALTHY, honest, type DnsReply, type Service, type World } from "./world.ts";

/** None is certain without a control that worked: for each kind of rule a world with one, and the same world without. */

const DAY = 86_400_000;
const GONE: DnsReply = { rcode: "NXDOMAIN", answers: [] };
const SILENT: DnsReply = { rcode: null, answers: [] };
const [DOMESTIC, FOREIGN] = ["192.0.2.53", "192.0.2.153"];
const HOST = "vanban.tinh.test";
const of = (change: Partial<World>): Evidence => record({ ...HEALTHY, ...change });
const said = (evidence: Evidence): string[] =>
  judge(evidence)
    .findings.filter((one) => one.severity !== "info")
    .map(
      (one) =>
        `${one.cause} (${one.culprit}) ${one.confidence}${one.alternatives.map((each) => ` or ${each}`).join("")}`,
    );
const only = (evidence: Evidence, keep: (one: Observation) => boolean): Evidence => ({
  ...evidence,
  observations: evidence.observations.filter(keep),
});
/** One name that only some servers deny. */
const denies =
  (host: string, ...servers: readonly string[]): World["dns"] =>
  (server, name, type) =>
    name === host && servers.includes(server) ? GONE : honest(server, name, type);

function firstTold(evidence: Evidence): ReturnType<typeof describeFinding> {
  const [first] = judge(evidence).findings;
  if (first === undefined) throw new Error("nothing was found");
  return describeFinding(first, evidence.profile, "vi");
}

describe("names as a whole", () => {
  it("are fenced off where every resolver denies even the name that always is: not one system's name is missing", () => {
    const all = of({ dns: () => GONE });
    expect(said(all)).toEqual(["DNS_NAMES_FENCED (isp) certain"]);
    const told = firstTold(all);
    expect(told.explanation).toContain("known.test là tên chắc chắn có thật");
    expect(told.steps.every((step) => step !== "")).toBe(true);
    // What looks the same without anybody reached by number may be the line behind the resolver.
    const names = only(
      all,
      (one) =>
        one.collector === "dns" ||
        one.collector === "resolvers" ||
        one.collector === "routes" ||
        one.collector === "interface" ||
        one.collector === "gateway",
    );
    expect(said(names)).toEqual(["DNS_NAMES_FENCED (isp) likely or LINE_DOWN"]);
  });

  it("are fenced where the name that always is belongs to a system of the profile, and was asked for as such", () => {
    const { observations, ...rest } = of({ dns: () => GONE });
    const asked = observations.map((one): Observation =>
      one.collector === "dns" && one.evidence.purpose === "known"
        ? { ...one, evidence: { ...one.evidence, purpose: "endpoint" } }
        : one,
    );
    expect(said({ ...rest, observations: asked })).toEqual(["DNS_NAMES_FENCED (isp) certain"]);
  });

  it("are rewritten where every name leads to one page, names that cannot exist as well", () => {
    const rewritten = of({
      dns: () => ({ rcode: "NOERROR", answers: ["198.51.100.99"] }),
      service: () => ({ nameMatches: false, authorized: false }),
    });
    expect(said(rewritten)).toEqual(["DNS_NAMES_FENCED (isp) certain"]);
  });

  it("are this resolver's trouble where another one answers, which is named", () => {
    const own = of({ dns: (server, name, type) => (server === GATEWAY ? GONE : honest(server, name, type)) });
    expect(said(own)).toEqual(["DNS_NAMES_FENCED (dns) certain"]);
    expect(judge(own).findings[0]?.params["useful"]).toBe(DOMESTIC);
  });

  it("are not fenced where only the name that always was is gone, nor where the first server is silent and the second works", () => {
    expect(
      said(of({ dns: (server, name, type) => (name === "known.test" ? GONE : honest(server, name, type)) })),
    ).toEqual([]);
    const second = of({
      resolvers: [GATEWAY, DOMESTIC],
      dns: (server, name, type) => (server === GATEWAY ? SILENT : honest(server, name, type)),
    });
    expect(said(second)).toEqual(["DNS_FIRST_SERVER_DEAD (dns) certain"]);
  });

  it("fail at a server that denies them, whatever stands behind it", () => {
    const fenced = of({
      resolvers: [GATEWAY, DOMESTIC],
      dns: (server, name, type) => (server === GATEWAY ? GONE : honest(server, name, type)),
    });
    expect(said(fenced)).toEqual(["DNS_NAMES_FENCED (dns) certain"]);
  });
});

describe("a resolver that loses questions", () => {
  const lossy = (host: string, last: DnsReply): Evidence => {
    const { observations, ...rest } = of({
      dns: (server, name, type) => (name === host ? last : honest(server, name, type)),
    });
    const again = observations.map((one): Observation =>
      one.collector === "dns" && one.evidence.role === "configured"
        ? { ...one, evidence: { ...one.evidence, attempts: 3, rttMs: one.evidence.rcode === null ? null : 20 } }
        : one,
    );
    return { ...rest, observations: again };
  };
  it("only hurts, and it is no excuse for a name that is gone", () => {
    expect(judge(lossy("none.test", GONE)).status).toBe("degraded");
    expect(said(lossy(HOST, GONE))).toEqual(["DNS_LOSSY (gateway) certain", "DNS_NAME_MISSING (dns) certain"]);
  });
  it("is a fault where a system that the office needs is not found for it", () => {
    const { observations, ...rest } = only(
      lossy("none.test", GONE),
      (one) => one.collector !== "dns" || one.evidence.name !== HOST,
    );
    const lost = { startMs: 10, durationMs: 4000, outcome: "failed", code: "TIMEOUT" } as const;
    const verdict = judge({
      ...rest,
      observations: observations.map((one): Observation =>
        one.collector === "endpoint" && one.evidence.host === HOST
          ? {
              ...one,
              outcome: "failed",
              failure: { phase: "resolve", code: "TIMEOUT" },
              evidence: { ...one.evidence, address: null, tls: null, http: null, steps: { resolve: lost } },
            }
          : one,
      ),
    });
    expect(verdict.findings.map((one) => one.cause)).toEqual(["DNS_LOSSY"]);
    expect([verdict.status, verdict.systems.find((one) => one.id === "docs")?.outcome]).toEqual(["faulty", "failed"]);
  });
});

describe("one name", () => {
  it("is gone for certain where a resolver that knows others says so over a connection", () => {
    expect(said(of({ dns: denies(HOST, GATEWAY, DOMESTIC, FOREIGN) }))).toEqual(["DNS_NAME_MISSING (dns) certain"]);
  });
  it("is most likely gone where no control could be asked so", () => {
    const shut: World["reach"] = ({ port, transport }) => (port === 53 && transport === "tcp" ? "TIMEOUT" : null);
    expect(said(of({ dns: denies(HOST, GATEWAY, DOMESTIC, FOREIGN), reach: shut }))).toEqual([
      "DNS_NAME_MISSING (dns) likely or DNS_HIJACK",
    ]);
    const alone = { ...HEALTHY.profile, controls: { ...HEALTHY.profile.controls, resolvers: [] } };
    expect(said(of({ profile: alone, dns: denies(HOST, GATEWAY) }))).toEqual([
      "DNS_NAME_MISSING (dns) likely or DNS_HIJACK",
    ]);
  });
  it("is hidden, not gone, while any control knows it, and where datagrams are forged on the way", () => {
    expect(said(of({ dns: denies(HOST, GATEWAY, DOMESTIC) }))[0]).toMatch(/^DNS_HIJACK \(dns\) likely/u);
    const forged = of({
      dns: denies(HOST, GATEWAY, DOMESTIC, FOREIGN),
      dnsOverTcp: (server, name) => honest(server, name, "A"),
    });
    expect(said(forged)[0]).toMatch(/^DNS_HIJACK \(dns\) likely/u);
  });
  it("that leads to the asking computer itself is nobody's server, whoever says so", () => {
    const at =
      (answers: readonly string[], ...servers: readonly string[]): World["dns"] =>
      (server, name, type) =>
        name === HOST && servers.includes(server) ? { rcode: "NOERROR", answers } : honest(server, name, type);
    const refused: World["reach"] = ({ address }) => (address === "127.0.0.1" ? "REFUSED" : null);
    expect(said(of({ dns: at(["127.0.0.1"], GATEWAY, DOMESTIC, FOREIGN), reach: refused }))[0]).toMatch(
      /^DNS_HIJACK \(dns\) likely/u,
    );
    expect(said(of({ dns: at(["127.0.0.1"], GATEWAY), reach: refused }))).toEqual(["DNS_HIJACK (dns) certain"]);
  });
  it("that another resolver denies makes no server the certain culprit", () => {
    const reach =
      (code: "REFUSED" | "TIMEOUT"): World["reach"] =>
      ({ address, port }) =>
        address === "203.0.113.11" && port === 443 ? code : null;
    expect(said(of({ reach: reach("REFUSED") }))).toEqual(["SERVER_REFUSES (server) certain"]);
    expect(said(of({ reach: reach("REFUSED"), dns: denies(HOST, FOREIGN) }))).toEqual([
      "SERVER_REFUSES (server) likely or DNS_STALE_RECORD",
    ]);
    expect(said(of({ reach: reach("TIMEOUT"), dns: denies(HOST, FOREIGN) }))).toEqual([
      "SERVER_DOWN (server) likely or DNS_STALE_RECORD",
    ]);
  });
  it("that fails by SERVFAIL is certain only with another resolver's word", () => {
    const fails =
      (...servers: readonly string[]): World["dns"] =>
      (server, name, type) =>
        name === HOST && servers.includes(server) ? { rcode: "SERVFAIL", answers: [] } : honest(server, name, type);
    expect(said(of({ dns: fails(GATEWAY) }))).toEqual(["DNS_SERVFAIL (dns) certain"]);
    const alone = { ...HEALTHY.profile, controls: { ...HEALTHY.profile.controls, resolvers: [] } };
    expect(said(of({ profile: alone, dns: fails(GATEWAY) }))).toEqual(["DNS_SERVFAIL (dns) likely"]);
  });
});

/** The only secure system of a profile: nothing to hold its certificate and its answers against. */
const lonely = (service: Service, protocol: "https" | "http" = "https"): Partial<World> => {
  const docs = HEALTHY.profile.systems.find((one) => one.id === "docs") ?? expect.fail();
  const port = protocol === "https" ? 443 : 80;
  return {
    profile: {
      ...HEALTHY.profile,
      systems: [{ ...docs, endpoints: [{ protocol, host: HOST, port, path: "/", network: "internet" }] }],
    },
    service: () => service,
  };
};
const among = (service: Service): Partial<World> => ({ service: (host) => (host === HOST ? service : {}) });

describe("certificates", () => {
  const iso = (ms: number): string => new Date(ms).toISOString();
  const untrusted: Service = { authorized: false, authorizationError: "SELF_SIGNED_CERT_IN_CHAIN" };
  const wrongHost: Service = {
    nameMatches: false,
    authorized: false,
    authorizationError: "ERR_TLS_CERT_ALTNAME_INVALID",
  };
  const incomplete: Service = { authorized: false, authorizationError: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" };
  const expired: Service = { certificate: { notAfter: iso(RIGHT_NOW - 3 * DAY) } };
  const soon: Service = { certificate: { notAfter: iso(RIGHT_NOW + 3 * DAY) } };

  it.each<[string, Service, string, string]>([
    ["untrusted", untrusted, "CERT_UNTRUSTED (server) certain", "CERT_UNTRUSTED (server) likely or TLS_INTERCEPTED"],
    [
      "for another name",
      wrongHost,
      "CERT_WRONG_HOST (server) certain",
      "CERT_WRONG_HOST (server) likely or TLS_INTERCEPTED",
    ],
    [
      "incomplete",
      incomplete,
      "CERT_CHAIN_INCOMPLETE (server) likely or CERT_UNTRUSTED",
      "CERT_UNTRUSTED (server) likely or TLS_INTERCEPTED",
    ],
  ])("%s: certain only where another server's was accepted", (_, service, with_, without) => {
    expect(said(of(among(service)))).toEqual([with_]);
    expect(said(of(lonely(service)))).toEqual([without]);
  });

  it("for another name: not certain where no other resolver knows that address", () => {
    const profile = { ...HEALTHY.profile, controls: { ...HEALTHY.profile.controls, resolvers: [] } };
    expect(said(of({ profile, ...among(wrongHost) }))).toEqual(["CERT_WRONG_HOST (server) likely or DNS_HIJACK"]);
  });

  it("out of date: certain only by the clocks of two servers", () => {
    const dateless = (evidence: Evidence, hosts: number): Evidence => {
      let kept = 0;
      const observations = evidence.observations.map((one): Observation => {
        if (one.collector === "httpControl") return { ...one, evidence: { ...one.evidence, receivedAtMs: null } };
        if (one.collector !== "endpoint" || one.evidence.receivedAtMs === null) return one;
        kept += 1;
        return kept <= hosts ? one : { ...one, evidence: { ...one.evidence, receivedAtMs: null } };
      });
      return { ...evidence, observations };
    };
    for (const [service, cause] of [
      [expired, "CERT_EXPIRED"],
      [soon, "CERT_EXPIRES_SOON"],
    ] as const) {
      expect(said(dateless(of(among(service)), 2))).toEqual([`${cause} (server) certain`]);
      expect(said(dateless(of(among(service)), 1))).toEqual([`${cause} (server) likely or CLOCK_WRONG`]);
      expect(said(dateless(of(among(service)), 0))).toEqual([`${cause} (server) likely or CLOCK_WRONG`]);
    }
  });
});

describe("content", () => {
  const unverified = { authorized: false, authorizationError: "X", nameMatches: true };
  it.each<[string, Partial<World>, readonly string[]]>([
    ["an error of a server that has proven who it is", lonely({ status: 500 }), ["SERVER_ERROR (server) certain"]],
    [
      "a plain error beside an untouched plain page",
      lonely({ status: 500 }, "http"),
      ["SERVER_ERROR (server) certain"],
    ],
    [
      "a plain error beside nothing",
      { ...lonely({ status: 500 }, "http"), reach: ({ address }) => (address === "192.0.2.81" ? "TIMEOUT" : null) },
      ["SERVER_ERROR (server) likely or HTTP_TAMPERED"],
    ],
    [
      "another page of a server that has proven who it is",
      lonely({ bodyMatches: false }),
      ["CONTENT_MISMATCH (server) certain"],
    ],
    [
      "another plain page beside nothing",
      {
        ...lonely({ bodyMatches: false }, "http"),
        reach: ({ address }) => (address === "192.0.2.81" ? "TIMEOUT" : null),
      },
      ["CONTENT_MISMATCH (server) likely or HTTP_TAMPERED"],
    ],
    ["silence after the request, others answer", among({ firstByte: "TIMEOUT" }), ["SERVER_HANGS (server) certain"]],
    [
      "silence after the request, no other asked",
      lonely({ firstByte: "TIMEOUT" }),
      ["SERVER_HANGS (server) likely or MTU_BLACKHOLE"],
    ],
    ["no common encryption, others agree", among({ tls: "TLS_ALERT" }), ["TLS_HANDSHAKE_FAILED (server) certain"]],
    [
      "no common encryption, no other asked",
      lonely({ tls: "TLS_ALERT" }),
      ["TLS_HANDSHAKE_FAILED (server) likely or SNI_BLOCKED"],
    ],
    ["a strange answer, others are right", among({ firstByte: "PROTOCOL" }), ["BAD_REPLY (server) certain"]],
    [
      "a strange answer, no other asked",
      lonely({ firstByte: "PROTOCOL" }),
      ["BAD_REPLY (server) likely or HTTP_TAMPERED"],
    ],
  ])("%s", (_, change, says) => {
    expect(said(of(change))).toEqual(says);
  });

  it("an encrypted error of somebody unproven is not certainly the server's", () => {
    const evidence = of(lonely({ status: 500, ...unverified }));
    const observations = evidence.observations.map((one): Observation =>
      one.collector === "endpoint" && one.evidence.tls !== null
        ? { ...one, evidence: { ...one.evidence, tls: { ...one.evidence.tls, authorized: "unknown" } } }
        : one,
    );
    expect(said({ ...evidence, observations })).toEqual(["SERVER_ERROR (server) likely or TLS_INTERCEPTED"]);
  });
});

describe("resolvers that are of no use", () => {
  it.each(["SERVFAIL", "REFUSED"] as const)(
    "%s of everything: certain where somebody was reached without names",
    (rcode) => {
      const evidence = of({ dns: () => ({ rcode, answers: [] }) });
      const cause = rcode === "REFUSED" ? "DNS_REFUSED (gateway)" : "DNS_SERVFAIL (dns)";
      expect(said(evidence)).toEqual([`${cause} certain`]);
      const names = only(
        evidence,
        (one) => !["control", "httpControl", "endpoint", "stun", "quality", "path", "mtu"].includes(one.collector),
      );
      expect(said(names)).toEqual([`${cause} likely or LINE_DOWN`]);
    },
  );
  it("a slow one: certain where the line was timed", () => {
    const slow: World["dns"] = (server, name, type) => ({
      ...honest(server, name, type),
      ms: server === GATEWAY ? 1500 : 20,
    });
    expect(said(of({ dns: slow }))).toEqual(["DNS_SLOW (dns) certain"]);
    const untimed = only(
      of({ dns: slow }),
      (one) => one.collector !== "control" && one.collector !== "endpoint" && one.collector !== "quality",
    );
    expect(said(untimed)).toEqual(["DNS_SLOW (dns) likely or HIGH_LATENCY"]);
  });
  it("one that rewrites missing names: certain where another denies them", () => {
    const lies =
      (...servers: readonly string[]): World["dns"] =>
      (server, name, type) =>
        name === "qzx1.test" && servers.includes(server)
          ? { rcode: "NOERROR", answers: ["198.51.100.99"] }
          : honest(server, name, type);
    expect(said(of({ dns: lies(GATEWAY) }))).toEqual(["DNS_NXDOMAIN_REWRITE (dns) certain"]);
    expect(said(of({ dns: lies(GATEWAY, DOMESTIC, FOREIGN) }))).toEqual(["DNS_NXDOMAIN_REWRITE (dns) likely"]);
  });
});
