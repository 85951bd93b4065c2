import { describe, expect, it } from "vitest";
import { describeFinding } from "../../src/explain/describe.ts";
import { judge } from "../../src/judge/judge.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { verdictSchema } from "../../src/judge/verdict.ts";
import { LANGS } from "../../src/base/languages.ts";
import { FAULTS } from "./faults.ts";
import { SILENT_VARIANTS } from "./faults/healthy.ts";
import { record } from "./record.ts";
import { HEALTHY } from "./world.ts";

const causes = (verdict: ReturnType<typeof judge>): string[] => verdict.findings.map((one) => one.cause);

describe("faults", () => {
  it.each(FAULTS.map((one) => [one.name, one] as const))("%s", (_, fault) => {
    const verdict = judge(record(fault.make(HEALTHY)));
    expect(causes(verdict)).toEqual(fault.says);
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
    expect(verdict.status).not.toBe("healthy");
  });

  it.each(FAULTS.map((one) => [one.name, one] as const))(
    "%s: cites only what was observed, and says so in both languages",
    (_, fault) => {
      const evidence = record(fault.make(HEALTHY));
      const verdict = judge(evidence);
      const ids = new Set(evidence.observations.map((one) => one.id));
      for (const finding of verdict.findings) {
        expect(finding.evidence.length).toBeGreaterThan(0);
        for (const id of [...finding.evidence, ...finding.against]) expect(ids).toContain(id);
        for (const lang of LANGS) {
          const told = describeFinding(finding, evidence.profile, lang);
          const words = [
            told.title,
            told.explanation,
            told.remedy,
            told.mender,
            told.tell,
            ...told.tests.map((one) => one.title),
          ].join("\n");
          expect(words).not.toMatch(/undefined|NaN|[{}]|\[\[|\]\]|(^|[\s(:])\?/u);
          for (const test of told.tests) expect(test.test, `${finding.cause}/${test.cause}`).not.toBeNull();
        }
      }
      for (const lang of LANGS)
        expect(renderVerdict(verdict, evidence, lang, { columns: 80, explain: true, colour: false })).not.toMatch(
          /undefined|NaN/u,
        );
    },
  );
});

describe("must stay silent", () => {
  it.each(SILENT_VARIANTS)("%s", (_, change) => {
    const verdict = judge(record(change(HEALTHY)));
    expect([
      verdict.status,
      ...verdict.findings.filter((one) => one.severity !== "info").map((one) => one.cause),
    ]).toEqual(["healthy"]);
  });
});
