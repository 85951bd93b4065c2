import { describe, expect, it } from "vitest";
import { compareVisits } from "../../src/compare/compare.ts";
import { compareDevices } from "../../src/compare/devices.ts";
import { compareNetwork } from "../../src/compare/network.ts";
import type { SystemResult, Verdict } from "../../src/judge/verdict.ts";
import { renderComparison } from "../../src/compare/render.ts";
import { newDevice } from "../../src/visit/new-device.ts";
import { newVisit } from "../../src/visit/new-visit.ts";
import type { Device, Disposition, Visit } from "../../src/visit/schema.ts";

function verdict(
  systems: Record<string, SystemResult["outcome"]>,
  causes: Verdict["findings"][number]["cause"][] = [],
): Verdict {
  return {
    rules: "test",
    status: causes.length === 0 ? "healthy" : "faulty",
    findings: causes.map((cause) => ({
      cause,
      culprit: "server",
      severity: "major",
      confidence: "certain",
      affects: [],
      params: {},
      evidence: [],
      against: [],
      alternatives: [],
    })),
    systems: Object.entries(systems).map(([id, outcome]) => ({
      id,
      outcome,
      cause: null,
      totalMs: null,
      target: null,
      certificateNotAfter: null,
    })),
    chain: [],
    quality: {
      grade: "unknown",
      webGrade: "unknown",
      decidedBy: null,
      medianMs: null,
      jitterMs: null,
      lossPercent: null,
    },
  };
}

const world = { now: () => 0, randomBytes: (size: number) => new Uint8Array(size) };

function device(id: string, disposition: Disposition, more: Partial<Device> = {}): Device {
  return newDevice(world, "pc", {
    id,
    triage: { disposition, rule: "G06", flags: [], advice: [] },
    done: true,
    ...more,
  });
}

describe("before and after, network", () => {
  it("tells restored, still down, worse and unchanged apart", () => {
    const { systems, gone, remaining, appeared } = compareNetwork(
      verdict({ onestop: "failed", mail: "failed", docs: "ok", vc: "ok" }, ["LINE_DOWN", "SERVER_DOWN"]),
      verdict({ onestop: "ok", mail: "failed", docs: "failed", vc: "slow" }, ["SERVER_DOWN", "CERT_EXPIRED"]),
    );
    expect(Object.fromEntries(systems.map((system) => [system.id, system.change]))).toEqual({
      onestop: "restored",
      mail: "stillDown",
      docs: "worse",
      vc: "stillUp",
    });
    expect({ gone, remaining, appeared }).toEqual({
      gone: ["LINE_DOWN"],
      remaining: ["SERVER_DOWN"],
      appeared: ["CERT_EXPIRED"],
    });
  });

  it("never calls a system better or worse that one side did not test", () => {
    const { systems } = compareNetwork(verdict({ onestop: "notTested", mail: "failed" }), verdict({ onestop: "ok" }));
    expect(systems.map((system) => system.change)).toEqual(["unknown", "unknown"]);
    expect(compareNetwork(null, verdict({ onestop: "ok" }, ["DNS_SLOW"])).appeared).toEqual([]);
  });
});

describe("before and after, devices", () => {
  it("pairs by serial number before anything else, and uses a record once", () => {
    const { pairs, onlyBefore, onlyAfter } = compareDevices(
      [device("1", "CLEAN_DRY", { serial: "A", label: "PC 1" }), device("2", "REPLACE", { label: "PC 1" })],
      [device("9", "REUSE", { serial: "A", label: "PC x" }), device("8", "REUSE", { label: "new" })],
    );
    expect(pairs.map((pair) => [pair.before.id, pair.after.id, pair.change])).toEqual([["1", "9", "better"]]);
    expect(onlyBefore.map((one) => one.id)).toEqual(["2"]);
    expect(onlyAfter.map((one) => one.id)).toEqual(["8"]);
  });

  it("takes the technician's decision before triage's, and concludes nothing from HOLD", () => {
    const overruled = device("1", "REUSE", { override: { disposition: "REPLACE", reason: "khét", by: "", at: "" } });
    const { pairs } = compareDevices([device("1", "REUSE"), device("2", "HOLD")], [overruled, device("2", "REUSE")]);
    expect(pairs.map((pair) => pair.change)).toEqual(["worse", "unknown"]);
  });
});

describe("the comparison in words", () => {
  const visit = (devices: Device[]): Visit => ({
    ...newVisit({ now: 0, timeZone: "UTC", randomBytes: (size) => new Uint8Array(size) }),
    devices,
  });
  const words = {
    cause: (cause: string) => cause,
    device: (one: Device) => one.id,
    disposition: (one: Device) => one.triage?.disposition ?? "",
  };

  it("counts what stayed as it was, and names what changed", () => {
    const before = visit([device("1", "CLEAN_DRY"), device("2", "REPLACE")]);
    const after = visit([device("1", "REUSE"), device("2", "REPLACE")]);
    const text = renderComparison(compareVisits(before, after), before, after, "vi", words);
    expect(text).toContain("1  ");
    expect(text).toContain("CLEAN_DRY → REUSE (khá hơn)");
    expect(text).toContain("1 dòng thiết bị  như trước");
    // Neither visit looked at the network: nothing is said about it.
    expect(text).toContain("chưa kiểm tra mạng");
  });
});
