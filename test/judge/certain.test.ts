import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { sampled } from "../support/runs.ts";
import { AGAINST } from "./contradictions.ts";
import { flips } from "./flips.ts";

function stored(folder: string, read: (parsed: unknown) => Evidence): readonly (readonly [string, Evidence])[] {
  const place = new URL(`../../fixtures/${folder}/`, import.meta.url);
  return readdirSync(place).map((file) => {
    const parsed: unknown = JSON.parse(readFileSync(new URL(file, place), "utf8"));
    return [file.replace(/\.json$/u, ""), read(parsed)] as const;
  });
}

const wrapped = z.object({ evidence: evidenceSchema });
const RECORDED = [
  ...stored("evidence", (parsed) => wrapped.parse(parsed).evidence),
  ...stored("field", (parsed) => evidenceSchema.parse(parsed)),
];

/** Findings that are called certain although the same record speaks against them. */
function contradicted(evidence: Evidence): readonly string[] {
  return judge(evidence).findings.flatMap((finding) => {
    const against = finding.confidence === "certain" ? (AGAINST[finding.cause]?.(evidence, finding) ?? []) : [];
    return against.length === 0 ? [] : [`${finding.cause} against ${against.join(", ")}`];
  });
}

/** Certain is what nothing contradicts: in every recording, and with any one of its controls turned round. */
describe("no finding is certain beside evidence that speaks against it", () => {
  it.each(RECORDED.map(([name, evidence], at) => [name, evidence, at] as const))("%s", (_, evidence, at) => {
    expect(contradicted(evidence)).toEqual([]);
    const found = sampled(flips(evidence), at).flatMap(({ name, evidence: flipped }) =>
      contradicted(flipped).map((one) => `${name}: ${one}`),
    );
    expect(found).toEqual([]);
  });

  it("turns controls of every kind, and says something of most", () => {
    const all = RECORDED.flatMap(([, evidence]) => flips(evidence));
    expect(all.length).toBeGreaterThan(RECORDED.length * 5);
    const certain = RECORDED.flatMap(([, evidence]) => judge(evidence).findings).filter(
      (one) => one.confidence === "certain" && one.cause in AGAINST,
    );
    expect(certain.length).toBeGreaterThan(20);
  });
});
