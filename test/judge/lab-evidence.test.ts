import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { culprit } from "../../src/evidence/common.ts";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { cause, verdictStatus } from "../../src/judge/verdict.ts";
import { separatingTest } from "../../src/text/causes/tests.ts";
import { complaintsAbout, said } from "../lab/measure.ts";
import { otherwise, withoutPing } from "../lab/otherwise.ts";

const FOLDER = new URL("../../fixtures/evidence/", import.meta.url);

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)]);
const storedSchema = z.object({
  id: z.string(),
  fault: z.string(),
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

const stored = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => storedSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))));

/** Recorded in the fault laboratory (`LAB_RECORD=1 npm run test:lab`), judged here without one. */
describe("evidence from the fault laboratory", () => {
  it("is there for every scenario", () => {
    const scenarios = readdirSync(new URL("../lab/scenarios/", import.meta.url)).map((file) =>
      file.replace(/\.ts$/u, ""),
    );
    expect(stored.map((one) => one.id).toSorted()).toEqual(scenarios.toSorted());
  });

  it.each(stored.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const got = said(judge(one.evidence));
    expect(complaintsAbout(got, one.expect, one.mustNotSay)).toEqual([]);
  });
});

describe("what must not change a verdict", () => {
  it.each(stored.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const before = gist(one.evidence);
    for (const [change, changed] of otherwise(one.evidence))
      expect({ change, ...gist(changed) }).toEqual({ change, ...before });
  });
});

describe("without a ping program", () => {
  it.each(stored.map((one) => [one.id, one] as const))(
    "%s: the same cause, or it is named beside another",
    (_, one) => {
      const before = judge(one.evidence);
      const after = judge(withoutPing(one.evidence));
      expect(after.status).toBe(before.status);
      const [first] = after.findings;
      const wanted = before.findings[0]?.cause ?? null;
      const named = first === undefined ? [null] : [first.cause, ...first.alternatives];
      expect(named).toContain(wanted);
    },
  );
});

describe("where evidence cannot separate two causes", () => {
  it.each(stored.map((one) => [one.id, one] as const))(
    "%s: each other cause comes with the test that would",
    (_, one) => {
      for (const { cause: named, alternatives } of judge(one.evidence).findings)
        for (const other of alternatives)
          expect({ named, other, test: separatingTest(named, other) }).not.toEqual({ named, other, test: null });
    },
  );
});

/** Status, and the causes with what they take down. */
function gist(evidence: Evidence) {
  const { status, findings } = judge(evidence);
  const told = findings
    .filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.cause} (${finding.culprit}): ${finding.affects.toSorted().join(" ")}`);
  // Among faults of equal rank the profile's order decides, which one of the changes turns round.
  return { status, first: told[0]?.split(":")[0], all: told.toSorted() };
}
