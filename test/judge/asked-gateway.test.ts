import { expect, it } from "vitest";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS } from "./faults.ts";
import { record } from "./record.ts";
import { HEALTHY } from "./world.ts";

/** A router that answers nothing, and whether its hardware address was asked for in this scan. */
const dead = record(FAULTS.find((one) => one.says[0] === "GATEWAY_DOWN")?.make(HEALTHY) ?? HEALTHY);
const asked = (mac: string | null) => ({
  ...dead,
  observations: dead.observations.map((one) =>
    one.collector === "gateway" ? { ...one, evidence: { ...one.evidence, asked: { mac } } } : one,
  ),
});
const first = (evidence: typeof dead): string | undefined => judge(evidence).findings[0]?.cause;

it("an answer to the question for its hardware address is life; no answer changes nothing", () => {
  expect(first(dead)).toBe("GATEWAY_DOWN");
  expect(first(asked(null))).toBe("GATEWAY_DOWN");
  expect(first(asked("74:4d:28:00:77:01"))).not.toBe("GATEWAY_DOWN");
});
