import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS } from "./faults.ts";
import { SILENT_VARIANTS } from "./faults/healthy.ts";
import { record } from "./record.ts";
import { HEALTHY, type World } from "./world.ts";

const of = (change: Partial<World>): Evidence => record({ ...HEALTHY, ...change });
const fault = (name: string): Evidence => {
  const found = FAULTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fault called ${name}`);
  return record(found.make(HEALTHY));
};
const without = (evidence: Evidence, drop: (one: Observation) => boolean): Evidence => ({
  ...evidence,
  observations: evidence.observations.filter((one) => !drop(one)),
});

describe("status", () => {
  it("is inconclusive where nothing was seen", () => {
    expect(judge({ ...of({}), observations: [], complete: false }).status).toBe("inconclusive");
    expect(judge({ ...of({}), observations: [] }).status).toBe("inconclusive");
  });

  it("is inconclusive where an interruption left systems untested, however well the rest looks", () => {
    const cut = without(
      { ...of({}), complete: false },
      (one) => one.collector === "endpoint" && one.id !== "endpoint:dvcqg:0:4",
    );
    expect(judge(cut).status).toBe("inconclusive");
    expect(judge(cut).findings).toEqual([]);
  });

  it("names no fault from probes that were cut off", () => {
    const evidence = of({});
    const observations = evidence.observations.map((one): Observation =>
      one.collector === "endpoint"
        ? {
            ...one,
            outcome: "failed",
            failure: { phase: "connect", code: "ABORTED" },
            evidence: { ...one.evidence, steps: {}, http: null, tls: null, mail: null },
          }
        : one,
    );
    const verdict = judge({ ...evidence, complete: false, observations });
    expect(verdict.findings).toEqual([]);
    expect(verdict.status).toBe("inconclusive");
    expect(new Set(verdict.systems.map((one) => one.outcome))).not.toContain("failed");
  });

  it("weighs by what is taken down", () => {
    const severity = (host: string): string | undefined =>
      judge(record({ ...HEALTHY, service: (name) => (name === host ? { status: 500 } : {}) })).findings[0]?.severity;
    expect(severity("motcua.tinh.test")).toBe("critical");
    expect(severity("vanban.tinh.test")).toBe("major");
    expect(severity("portal.tinh.test")).toBe("minor");
    expect(
      judge(record({ ...HEALTHY, service: (name) => (name === "portal.tinh.test" ? { status: 500 } : {}) })).status,
    ).toBe("degraded");
  });

  it("calls a line that changed in the middle of the scan interrupted, not a dead data centre", () => {
    const evidence = of({});
    const late = (one: Observation): Observation => {
      if (one.collector === "endpoint")
        return {
          ...one,
          startMs: 3000,
          outcome: "failed",
          failure: { phase: "connect", code: "TIMEOUT" },
          evidence: {
            ...one.evidence,
            tls: null,
            http: null,
            mail: null,
            steps: { connect: { startMs: 3000, durationMs: 900, outcome: "failed", code: "TIMEOUT" } },
          },
        };
      if (one.collector === "quality" && one.evidence.scope === "domestic")
        return { ...one, startMs: 3100, evidence: { ...one.evidence, received: 0, rttMs: [] } };
      return one;
    };
    const verdict = judge({ ...evidence, observations: evidence.observations.map(late) });
    expect(verdict.findings.map((one) => one.cause)).toEqual(["LINE_INTERRUPTED"]);
  });
});

describe("systems", () => {
  it("has one line for every system of the profile, and says why", () => {
    const outcomes = Object.fromEntries(judge(of({})).systems.map((one) => [one.id, one.outcome]));
    expect(outcomes).toEqual({
      onestop: "ok",
      docs: "ok",
      mail: "ok",
      portal: "ok",
      vc: "ok",
      dvcqg: "ok",
      sso: "ok",
      sign_tsa: "ok",
      sign_ocsp: "ok",
      sign_local: "ok",
      truc: "notTestable",
      ncovi: "retired",
      extra: "disabled",
    });
  });

  it("takes down everything with the cable, and only its own systems with a server", () => {
    const failed = (name: string): string[] =>
      judge(fault(name)).systems.flatMap((one) => (one.outcome === "failed" ? [one.id] : []));
    expect(failed("cable out")).toHaveLength(9);
    expect(failed("one server dead")).toEqual(["onestop"]);
    expect(failed("mail ports shut")).toEqual(["mail"]);
    expect(failed("UDP shut")).toEqual(["vc"]);
    expect(failed("foreign dead")).toEqual([]);
    expect(failed("data centre dead")).toEqual(["onestop", "docs", "mail", "portal", "vc"]);
  });

  it("notes a missing signing program and a foreign network without blaming anybody", () => {
    const agent = judge(of({ agent: false }));
    expect([agent.status, agent.findings.map((one) => [one.cause, one.severity])]).toEqual([
      "healthy",
      [["SIGNING_AGENT_MISSING", "info"]],
    ]);
    const other = SILENT_VARIANTS.find(([name]) => name.startsWith("a system of the government's own network"));
    const tslcd = judge(record((other?.[1] ?? ((world: World) => world))(HEALTHY)));
    expect(tslcd.findings.map((one) => one.cause)).toEqual(["TSLCD_UNREACHABLE"]);
    expect(tslcd.systems.find((one) => one.id === "portal")).toMatchObject({ outcome: "unknown", why: "noRoute" });
  });

  it("tells of each of an office's two lines by itself", () => {
    const outcomes = (name: string): string[] => {
      const systems = new Map(judge(fault(name)).systems.map((one) => [one.id, `${one.outcome} ${one.cause ?? ""}`]));
      return ["dvcqg", "portal"].map((id) => systems.get(id)?.trim() ?? "");
    };
    expect(outcomes("Internet dead, government line well")).toEqual(["failed LINE_DOWN", "ok"]);
    expect(outcomes("government line dead behind its router")).toEqual(["ok", "failed TSLCD_LINE_DOWN"]);
    expect(outcomes("router of the government line without power")).toEqual(["ok", "failed TSLCD_ROUTER_SILENT"]);
    expect(outcomes("both lines dead")).toEqual(["failed LINE_DOWN", "failed TSLCD_LINE_DOWN"]);
  });
});

describe("the picture of the way", () => {
  const chain = (evidence: Evidence): string =>
    judge(evidence)
      .chain.map((one) => `${one.part}:${one.state}`)
      .join(" ");
  it("is whole in a healthy office", () => {
    expect(chain(of({}))).toBe("laptop:ok cable:ok lan:ok gateway:ok isp:ok internet:ok datacentre:ok server:ok");
  });
  it("breaks where the fault is, and knows nothing behind it", () => {
    expect(chain(fault("cable out"))).toBe(
      "laptop:ok cable:broken lan:unknown gateway:unknown isp:unknown internet:unknown datacentre:unknown " +
        "server:unknown",
    );
    expect(chain(fault("line dead"))).toBe(
      "laptop:ok cable:ok lan:ok gateway:ok isp:broken internet:unknown datacentre:unknown server:unknown",
    );
    expect(chain(fault("data centre dead"))).toContain("internet:ok datacentre:broken");
  });
});

describe("quality of the line", () => {
  const grade = (change: Partial<World>) => judge(of(change)).quality;
  it("is decided by the worst figure, which is named", () => {
    expect(grade({})).toMatchObject({ grade: "vc_good", decidedBy: null, webGrade: "web_good" });
    expect(grade({ rttMs: 250 })).toMatchObject({ grade: "vc_fair", decidedBy: "rtt" });
    expect(grade({ loss: { gateway: [30, 0], beyond: [100, 9] } })).toMatchObject({
      grade: "vc_bad",
      decidedBy: "loss",
      lossPercent: 9,
    });
    expect(grade({ loss: { gateway: null, beyond: null } })).toMatchObject({ grade: "unknown" });
  });
});
