import { expect, test } from "vitest";
import { CULPRITS } from "../../src/base/culprits.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { finding, lineQuality, severity, systemResult, VERDICT_STATUSES } from "../../src/judge/verdict.ts";
import { recordHtml } from "../../src/report/html/record.ts";
import { systemsTable } from "../../src/report/tables/systems.ts";
import { labelOf, type LabelArea } from "../../src/text/visit-labels.ts";
import { DISPOSITIONS, FLAGS, visitSchema } from "../../src/visit/schema.ts";
import { scan, visit } from "../visit/helpers/sample.ts";

const OUTCOMES = systemResult.shape.outcome.options;
const CLOSED: Readonly<Record<LabelArea, readonly string[]>> = {
  stage: visitSchema.shape.stage.options,
  status: VERDICT_STATUSES,
  disposition: DISPOSITIONS,
  flag: FLAGS,
  outcome: OUTCOMES,
  reach: ["works", "fails", "unseen"],
  faultOf: ["office", "system", "machine"],
  criticality: ["onestop", "shared", "other"],
  severity: severity.options,
  confidence: finding.shape.confidence.options,
  culprit: CULPRITS,
  grade: lineQuality.shape.grade.options,
  webGrade: lineQuality.shape.webGrade.options,
};

test("every value of every closed list has words of its own in both languages", () => {
  for (const [area, values] of Object.entries(CLOSED))
    for (const lang of ["vi", "en"] as const) {
      const labels = values.map((value) => labelOf(area as LabelArea, value, lang));
      expect(labels.filter((label, at) => label === "" || label === values[at])).toEqual([]);
      expect(new Set(labels).size, `${area} ${lang}`).toBe(values.length);
    }
});

test.for(OUTCOMES)("a system that is %s is called alike on screen, in the record and in the table", (outcome) => {
  const seen = scan("inconclusive");
  const systems = seen.verdict.systems.map((each) => ({ ...each, outcome }));
  const one = visit({ scan: { ...seen, verdict: { ...seen.verdict, systems } } });
  const column = systemsTable.columns.find(({ id }) => id === "outcome");
  for (const lang of ["vi", "en"] as const) {
    const told = labelOf("outcome", outcome, lang);
    expect(column?.label?.(outcome, lang)).toBe(told);
    const printed = [...recordHtml([one], lang)].join("");
    expect(printed.includes(`<td>${told}</td>`)).toBe(true);
    const screen = renderVerdict({ ...seen.verdict, systems }, seen.evidence, lang, {
      columns: 120,
      explain: false,
      colour: false,
    });
    expect(screen.toLocaleLowerCase(lang)).toContain(told.toLocaleLowerCase(lang));
  }
});
