import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isLoopback } from "../../src/collect/plan/laptop-view.ts";
import { runScan } from "../../src/collect/plan/run-scan.ts";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { CAUSES } from "../../src/text/causes/index.ts";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS, findFault } from "../../src/practice/faults.ts";
import { startOffice } from "../../src/practice/office.ts";
import type { FaultPlan } from "../../src/practice/plan.ts";
import { profileSchema } from "../../src/profile/schema.ts";

/**
 * Starts an office, scans it as the command does, and ends it. `platform` is the one that the office is laid out for.
 */
async function scanned(
  fault: FaultPlan | null,
  skip: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Promise<Evidence> {
  const office = await startOffice({ fault, lang: "vi", platform, now: () => Date.now(), randomBytes });
  try {
    return await runScan({
      profile: office.profile,
      profileHash: office.profileHash,
      only: [],
      skip: [...office.skip, ...skip],
      deadlineMs: 20_000,
      site: { satellite: "unknown", hadInternet: "unknown" },
      baseline: null,
      local: office.local,
      extraCa: office.extraCa,
      swallows: (address, port) => office.swallows(address, port),
      record: false,
      signal: new AbortController().signal,
      env: office.env,
      platform: process.platform,
      timeZone: "Asia/Ho_Chi_Minh",
      now: () => Date.now(),
      monotonic: () => performance.now(),
      randomBytes,
      onProgress: () => undefined,
    });
  } finally {
    await office.close();
  }
}

describe("the practice office", () => {
  it("is healthy, quality of the line included, and every system works", async () => {
    const evidence = await scanned(null, []);
    expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
    expect(evidence.complete).toBe(true);
    expect(evidence.raw).toBeUndefined();
    const verdict = judge(evidence);
    expect(verdict.findings).toEqual([]);
    expect(verdict.status).toBe("healthy");
    expect(Object.fromEntries(verdict.systems.map((one) => [one.id, one.outcome]))).toMatchObject({
      onestop: "ok",
      dvcqg: "ok",
      sso: "ok",
      sign_tsa: "ok",
      sign_ocsp: "ok",
      sign_local: "ok",
      docs: "ok",
      mail: "ok",
      portal: "ok",
      report: "ok",
      vc: "ok",
      truc: "notTestable",
      dvc_tinh: "retired",
    });
  });

  it("speaks to nobody but this machine", async () => {
    const { observations, profile } = await scanned(null, ["quality"]);
    const addresses = observations.flatMap((one) => {
      if (one.collector === "dns") return [one.evidence.server.split("#")[0] ?? "", ...one.evidence.answers];
      if (
        one.collector === "endpoint" ||
        one.collector === "control" ||
        one.collector === "stun" ||
        one.collector === "httpControl"
      )
        return one.evidence.address === null ? [] : [one.evidence.address];
      return [];
    });
    expect(addresses.length).toBeGreaterThan(30);
    expect(addresses.filter((one) => !isLoopback(one))).toEqual([]);
    expect(profileSchema.safeParse(profile).success).toBe(true);
    expect(profile.name.vi).toContain("luyện tập");
  });

  it("can be opened several times at once, each with ports of its own", async () => {
    const verdicts = await Promise.all(
      [null, null, findFault("cert-expired") ?? null].map(async (fault) => judge(await scanned(fault, ["quality"]))),
    );
    expect(verdicts.map((one) => one.status)).toEqual(["healthy", "healthy", "faulty"]);
  });
});

/** macOS has one loopback address only, and some faults need a second one. */
const PRACTISED = process.platform === "darwin" ? [] : FAULTS;

describe.concurrent("each practice fault comes out as its own cause and nothing else", () => {
  it.for(PRACTISED.map((fault) => [fault.name, fault] as const))("%s", async ([_name, fault], { expect }) => {
    const verdict = judge(await scanned(fault, ["quality", "path", "mtu"]));
    expect(verdict.findings.map((one) => one.cause)).toEqual([fault.cause]);
  });
});

/** On Windows a port that accepts nobody still refuses, so the silent ones are told to the scan instead. */
const SILENT = [
  "no-default-route",
  "isp-suspended",
  "mail-port-blocked",
  "international-down",
  "dns-stale-record",
  "datacentre-down",
  "server-down",
];

describe.concurrent("an office laid out for Windows keeps silent where it should", () => {
  it.for(SILENT)("%s", async (name, { expect }) => {
    const fault = findFault(name) ?? null;
    const verdict = judge(await scanned(fault, ["quality", "path", "mtu"], "win32"));
    expect(verdict.findings.map((one) => one.cause)).toEqual([fault?.cause]);
  });
});

describe("names of faults", () => {
  it("are causes in lower case, without repetition, and found either way", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(14);
    expect(new Set(FAULTS.map((one) => one.name)).size).toBe(FAULTS.length);
    const causes: readonly string[] = CAUSES;
    for (const { name, cause } of FAULTS) {
      expect(causes).toContain(cause);
      expect(findFault(name)?.cause).toBe(cause);
      expect(findFault(cause)?.name).toBe(name);
    }
    expect(findFault("constructor")).toBeUndefined();
  });
});
