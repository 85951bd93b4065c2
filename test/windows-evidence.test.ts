import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { culprit } from "../src/evidence/common.ts";
import { evidenceSchema, type Evidence } from "../src/evidence/schema.ts";
import { judge } from "../src/judge/judge.ts";
import { cause, verdictStatus } from "../src/judge/verdict.ts";
import { DAILY } from "./lab/daily.ts";
import { LEAST_READ, MUST_BE_READ, readCounts } from "./lab/facts-read.ts";
import { loadScenarios } from "./lab/load.ts";
import { complaintsAbout, said } from "./lab/measure.ts";
import { WINE_LIMITS } from "./lab/wine-limits.ts";

const WINDOWS = new URL("../fixtures/evidence-windows/", import.meta.url);
const LINUX = new URL("../fixtures/evidence/", import.meta.url);

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)]);
const storedSchema = z.object({
  id: z.string(),
  expect: z.object({
    status: oneOrMore(verdictStatus),
    cause: oneOrMore(cause).nullable(),
    accept: z.array(cause).exactOptional(),
    culprit: oneOrMore(culprit).nullable(),
    affects: z.array(z.string()).exactOptional(),
    also: z.array(cause).exactOptional(),
  }),
  mustNotSay: z.array(cause),
  evidence: evidenceSchema,
});
const read = (folder: URL, id: string) =>
  storedSchema.parse(JSON.parse(readFileSync(new URL(`${id}.json`, folder), "utf8")));
const stored = readdirSync(WINDOWS).map((file) => read(WINDOWS, file.replace(/\.json$/u, "")));
const scenarios = await loadScenarios([]);
const limits = new Map(scenarios.flatMap((one) => (one.wine === undefined ? [] : [[one.id, one.wine.because]])));

/** Recorded from the Windows build under Wine (`LAB_RECORD=1 npm run test:lab -- --windows`), judged here without it. */
describe("evidence of the Windows build", () => {
  it("is there for nearly every scenario, and each that Wine limits says why", () => {
    const missing = scenarios.map((one) => one.id).filter((id) => !existsSync(new URL(`${id}.json`, WINDOWS)));
    // A new scenario has none until the laboratory was played with Windows again: 46 of 181 are newer than that.
    expect(missing.length).toBeLessThanOrEqual(scenarios.length / 4 + 1);
    expect(stored.length).toBeGreaterThanOrEqual(130);
    expect([...limits.values()].filter((because) => !(because in WINE_LIMITS))).toEqual([]);
    expect(limits.size).toBeLessThan(10);
    expect(stored.every((one) => one.evidence.tool.platform === "win32")).toBe(true);
  });

  it("the forty of every day are scenarios that there are", () => {
    const ids = new Set(scenarios.map((one) => one.id));
    expect([DAILY.length, new Set(DAILY).size, DAILY.filter((id) => !ids.has(id))]).toEqual([40, 40, []]);
  });

  it.each(stored.map((one) => [one.id, one] as const))("%s", (_, one) => {
    expect(complaintsAbout(said(judge(one.evidence)), one.expect, one.mustNotSay)).toEqual([]);
  });

  it("was really read: bindings that read nothing cannot pass", () => {
    const counts = readCounts(stored.map((one) => one.evidence));
    for (const fact of MUST_BE_READ)
      expect({ fact, enough: (counts.get(fact) ?? 0) >= LEAST_READ }).toEqual({ fact, enough: true });
  });
});

describe("Windows and Linux lead to one verdict", () => {
  const alike = stored.filter((one) => !limits.has(one.id));

  it("in at least 110 scenarios", () => {
    expect(alike.length).toBeGreaterThanOrEqual(110);
  });

  it.each(alike.map((one) => [one.id, one.evidence] as const))("%s", (id, evidence) => {
    const linux = read(LINUX, id);
    const named = (one: Evidence): readonly string[] => {
      const first = judge(one).findings.find((finding) => finding.severity !== "info");
      return first === undefined ? ["nothing"] : [first.cause, ...first.alternatives, ...(linux.expect.accept ?? [])];
    };
    expect(named(evidence)).toContain(named(linux.evidence)[0]);
  });
});
