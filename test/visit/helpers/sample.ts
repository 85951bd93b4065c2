import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Evidence, Observation } from "../../../src/evidence/schema.ts";
import type { Finding, Verdict } from "../../../src/judge/verdict.ts";
import type { Profile } from "../../../src/profile/schema.ts";
import { blankDevice } from "../../../src/visit/new-device.ts";
import { newVisit, type VisitInit } from "../../../src/visit/new-visit.ts";
import type { Device, Machine, Site, Visit } from "../../../src/visit/schema.ts";
import { siteId } from "../../../src/visit/site-id.ts";

/** 2026-11-21T08:30:00+07:00 */
export const NOW = Date.UTC(2026, 10, 21, 1, 30);
export const LIST = "vn-2025-07";

export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-visit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function site(name = "UBND xã Quảng Ninh", code = "19207"): Site {
  const facts = {
    unit: { code, list: LIST, name: "Xã Quảng Ninh" },
    formerUnit: { code: "19225", list: "vn-2020", name: "Xã Hàm Ninh" },
    name,
  };
  return { id: siteId(facts), ...facts, type: "ubnd" };
}

export function visit(change: Partial<Visit> = {}, init: Partial<VisitInit> = {}): Visit {
  return {
    ...newVisit({
      now: NOW,
      timeZone: "Asia/Ho_Chi_Minh",
      randomBytes,
      campaign: "lu-2026-11",
      technician: "Tổ 1",
      site: site(),
      ...init,
    }),
    ...change,
  };
}

export function device(id: string, change: Partial<Device> = {}): Device {
  return {
    ...blankDevice(),
    id,
    type: "pc",
    label: "Máy một cửa",
    brand: "Dell",
    model: "Optiplex 3070",
    serial: "00123456789012",
    assetTag: "TS-0042",
    room: "Phòng 101",
    answers: {
      water: "board",
      water_type: "river_mud",
      wet_time: "h2_24",
      age: "y3_5",
      before: "ok",
      works_now: "not_tried",
    },
    triage: { disposition: "CLEAN_DRY", rule: "G14c", flags: ["NO_POWER", "DATA_FIRST"], advice: ["replace_psu"] },
    done: true,
    ...change,
  };
}

/** One of the office's computers. */
export function machine(name: string, change: Partial<Machine> = {}): Machine {
  const id = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return { id, name, scan: scan("healthy"), ...change };
}

export const PROFILE: Profile = {
  id: "test-profile",
  version: "1.2",
  name: { vi: "Hồ sơ thử", en: "Test profile" },
  issuedBy: "test",
  issuedOn: "2026-01-01",
  validUntil: null,
  unitList: LIST,
  controls: {
    resolvers: [],
    ipTargets: [],
    knownName: "known.test",
    httpProbe: { host: "probe.test", port: 80, path: "/", status: 204 },
  },
  systems: [
    {
      id: "onestop",
      name: { vi: "Một cửa điện tử", en: "One-stop system" },
      criticality: "onestop",
      status: "active",
      scope: "province",
      evidence: "test",
      lastVerified: null,
      enabled: true,
      endpoints: [{ protocol: "https", host: "onestop.test", port: 443, network: "internet" }],
    },
  ],
};

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    cause: "GATEWAY_DOWN",
    culprit: "gateway",
    severity: "critical",
    confidence: "certain",
    affects: ["onestop"],
    params: { gateway: "192.168.1.1" },
    evidence: ["gateway:192.168.1.1%eth0"],
    against: [],
    alternatives: [],
    ...change,
  };
}

export function scan(
  status: Verdict["status"],
  observations: readonly Observation[] = [],
  findings: readonly Finding[] = [],
): NonNullable<Visit["scan"]> {
  const evidence: Evidence = {
    schemaVersion: 1,
    tool: { name: "qbrecover", version: "0.1.0", platform: "linux", release: "6.1", runtime: "node 26" },
    startedAt: "2026-11-21T08:31:00+07:00",
    finishedAt: "2026-11-21T08:31:05+07:00",
    timeZone: "Asia/Ho_Chi_Minh",
    complete: true,
    options: { only: [], skip: [], deadlineMs: 20_000 },
    profile: PROFILE,
    profileHash: "a".repeat(64),
    site: { satellite: "unknown", hadInternet: true },
    baseline: null,
    observations: [...observations],
  };
  const verdict: Verdict = {
    rules: "1",
    status,
    findings: [...findings],
    systems: [
      {
        id: "onestop",
        outcome: status === "healthy" ? "ok" : "failed",
        cause: findings[0]?.cause ?? null,
        totalMs: 42,
        target: "onestop.test:443",
        certificateNotAfter: null,
      },
    ],
    chain: [],
    quality: { grade: "unknown", webGrade: "web_good", decidedBy: null, medianMs: 23.5, jitterMs: 1, lossPercent: 0 },
  };
  return { evidence, verdict };
}
