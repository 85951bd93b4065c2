import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { judge } from "../../src/judge/judge.ts";
import { GONE, of, only, said } from "./said.ts";
import { GATEWAY, honest, type DnsReply } from "./world.ts";

const SILENT: DnsReply = { rcode: null, answers: [] };
const DOMESTIC = "192.0.2.53";
const HOST = "vanban.tinh.test";

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
