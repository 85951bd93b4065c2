import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { RIGHT_NOW } from "./record/base.ts";
import { GONE, of, only, said } from "./said.ts";
import { GATEWAY, HEALTHY, honest, type Service, type World } from "./world.ts";

/** None is certain without a control that worked: for each kind of rule a world with one, and the same world without. */

const DAY = 86_400_000;
const [DOMESTIC, FOREIGN] = ["192.0.2.53", "192.0.2.153"];
const HOST = "vanban.tinh.test";
/** One name that only some servers deny. */
const denies =
  (host: string, ...servers: readonly string[]): World["dns"] =>
  (server, name, type) =>
    name === host && servers.includes(server) ? GONE : honest(server, name, type);

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
      "DNS_STALE_RECORD (dns) likely or DNS_HIJACK or SERVER_REFUSES",
    ]);
    expect(said(of({ reach: reach("TIMEOUT"), dns: denies(HOST, FOREIGN) }))).toEqual([
      "DNS_STALE_RECORD (dns) likely or DNS_HIJACK or SERVER_DOWN",
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
