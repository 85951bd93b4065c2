import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import { qbrecover, startQbrecover } from "../support/qbrecover.ts";
import { isolated, loopbackProfile, QUICK, scratch } from "./offices.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
const named = z.object({
  id: z.string().min(1),
  version: z.string().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** The document of `--json` as scripts rely on it. */
const documentSchema = z.object({
  schemaVersion: z.literal(1),
  tool: z.object({ name: z.literal("qbrecover"), version: z.string() }),
  visit: z
    .object({ id: z.uuid(), startedAt: z.string(), stage: z.enum(["before", "after"]), campaign: z.string() })
    .nullable(),
  profile: named,
  verdict: z.object({
    status: z.enum(["healthy", "degraded", "faulty", "inconclusive"]),
    findings: z.array(
      z.object({
        cause: z.string().regex(/^[A-Z][A-Z_]+$/u),
        culprit: z.string(),
        severity: z.string(),
        affects: z.array(z.string()),
        title: z.string().min(1),
        remedy: z.string().min(1),
        evidence: z.array(z.string()).min(1),
      }),
    ),
  }),
  systems: z.array(z.object({ id: z.string(), outcome: z.string(), name: z.string() })).min(1),
  evidence: evidenceSchema,
});

/** One line, one document, nothing else; every finding rests on observations that are in it. */
function read(stdout: string): z.infer<typeof documentSchema> {
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  const document = documentSchema.parse(JSON.parse(stdout));
  const seen = new Set(document.evidence.observations.map(({ id }) => id));
  for (const finding of document.verdict.findings) expect(finding.evidence.filter((id) => !seen.has(id))).toEqual([]);
  expect(document.evidence.profile.id).toBe(document.profile.id);
  expect(document.evidence.profileHash).toBe(document.profile.hash);
  return document;
}

describe("--batch --json", () => {
  it.each<[status: string, exit: number, args: string[]]>([
    ["healthy", 0, []],
    ["faulty", 1, ["--fault", "server-down"]],
    ["faulty", 1, ["--fault", "datacentre-down"]],
    ["degraded", 2, ["--fault", "cert-expires-soon"]],
    ["inconclusive", 3, ["--only", "laptop"]],
  ])("practice %s ends with %i %j", async (status, exit, args) => {
    const { exitCode, stdout, stderr } = await qbrecover(["practice", "--batch", "--json", ...QUICK, ...args]);
    expect({ exitCode, stderr }).toEqual({ exitCode: exit, stderr: "" });
    const document = read(stdout);
    expect(document.verdict.status).toBe(status);
    expect(document.visit).toBeNull();
    expect(document.verdict.findings.length > 0).toBe(status === "faulty" || status === "degraded");
  });

  it.each(["built-in profile", "loopback profile"])(
    "scan of a machine without a network, %s: 1, and the visit is stored",
    async (which) => {
      const command = isolated([process.execPath, ENTRY]);
      if (command === null) return;
      const folder = scratch();
      const profile = path.join(folder, "loopback.json");
      writeFileSync(profile, JSON.stringify(loopbackProfile()));
      const args = [
        "scan",
        "--batch",
        "--json",
        "--lang",
        "en",
        "--data-dir",
        folder,
        ...(which === "loopback profile" ? ["-p", profile] : []),
      ];
      const { exitCode, stdout, stderr } = await startQbrecover(args, { command }).ended();
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
      const document = read(stdout);
      expect(document.verdict).toMatchObject({ status: "faulty", findings: [{ culprit: "laptop" }] });
      const listed = await qbrecover(["report", "--format", "json", "--data-dir", folder]);
      expect(listed.stdout).toContain(document.visit?.id);
    },
  );

  it("the document, the recorded file and the exported visit are judged again to the same, byte for byte", async () => {
    const folder = scratch();
    const record = path.join(folder, "record.json");
    const args = [
      "practice",
      "--batch",
      "--json",
      "--save",
      "--fault",
      "cert-expired",
      "--record",
      record,
      "--data-dir",
      folder,
      ...QUICK,
    ];
    const { stdout } = await qbrecover(args);
    const document = path.join(folder, "document.json");
    writeFileSync(document, stdout);
    const exported = path.join(folder, "visit.json");
    expect((await qbrecover(["visits", "export", "--all", "-o", exported, "--data-dir", folder])).exitCode).toBe(0);
    const judged = await Promise.all(
      [document, record, exported, document].map((file) => qbrecover(["judge", "--json", file])),
    );
    const verdicts = judged.map((call) => JSON.stringify(read(call.stdout).verdict));
    expect(judged.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    expect(new Set(verdicts)).toEqual(new Set([JSON.stringify(read(stdout).verdict)]));
    expect(judged[0]?.stdout).toBe(judged[3]?.stdout);
    expect(judged[0]?.stdout).toBe(judged[2]?.stdout);
    const texts = await Promise.all(
      [document, record, exported].map((file) => qbrecover(["judge", "--explain", file])),
    );
    expect(new Set(texts.map((call) => call.stdout)).size).toBe(1);
    expect(texts[0]?.stdout).toContain("CERT_EXPIRED");
    expect(evidenceSchema.parse(JSON.parse(readFileSync(record, "utf8"))).raw).toBeDefined();
  });
});
