import { describe, expect, it } from "vitest";
import type { CollectorName, Evidence } from "../../src/evidence/schema.ts";
import { firstWord } from "../../src/judge/first-word.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Verdict } from "../../src/judge/verdict.ts";
import { labRecordings } from "./lab-recordings.ts";

const MEASURED: ReadonlySet<CollectorName> = new Set(["quality", "mtu", "sweep", "lanDevice", "inventory", "ownDelay"]);
const without = (evidence: Evidence, ...more: CollectorName[]): Evidence => ({
  ...evidence,
  observations: evidence.observations.filter((one) => !MEASURED.has(one.collector) && !more.includes(one.collector)),
});
const causeOf = (verdict: Verdict | null): string | null =>
  verdict?.findings.find((one) => one.severity !== "info")?.cause ?? null;

const recordings = labRecordings().map(({ id, evidence }) => ({ id, evidence, end: causeOf(judge(evidence)) }));

describe("the first word of a scan", () => {
  it("is said of no recording while anything is still probed", () => {
    for (const { evidence } of recordings)
      expect(firstWord(evidence, { probing: true, walking: false, measuring: false })).toBeNull();
  });

  it("never names a cause that the end does not name, on any recording, before the walk and after it", () => {
    const wrong = recordings.flatMap(({ id, evidence, end }) => {
      const early = causeOf(firstWord(without(evidence, "path"), { probing: false, walking: true, measuring: true }));
      const later = causeOf(firstWord(without(evidence), { probing: false, walking: false, measuring: true }));
      return [early, later].flatMap((said) => (said === null || said === end ? [] : [`${id}: ${said}, then ${end}`]));
    });
    expect(wrong).toEqual([]);
  });

  it("comes before the measuring ends in most of the recorded faults", () => {
    const faults = recordings.filter((one) => one.end !== null);
    const early = faults.filter(
      ({ evidence, end }) =>
        causeOf(firstWord(without(evidence), { probing: false, walking: false, measuring: true })) === end,
    );
    expect(early.length / faults.length).toBeGreaterThan(0.8);
  });
});
