import { describe, expect, it } from "vitest";
import { said, verdictOf, type Border, type Side } from "./border.ts";
import { CLOCK_BORDERS } from "./clock.ts";
import { QUALITY_BORDERS } from "./quality.ts";

const GROUPS: readonly (readonly [string, readonly Border[]])[] = [
  ["quality", QUALITY_BORDERS],
  ["clock", CLOCK_BORDERS],
];

describe.each(GROUPS)("borders of %s", (_, borders) => {
  it.each(borders.map((one) => [one.name, one] as const))("%s", (_name, { within, beyond }) => {
    holds(within);
    holds(beyond);
  });
});

function holds(side: Side): void {
  const findings = said(verdictOf(side));
  expect(findings.map((one) => one.cause)).toEqual(side.says);
  if (side.first === undefined) return;
  const { severity, confidence, alternatives } = side.first;
  if (severity !== undefined) expect(findings[0]?.severity).toBe(severity);
  if (confidence !== undefined) expect(findings[0]?.confidence).toBe(confidence);
  if (alternatives !== undefined) expect(findings[0]?.alternatives).toEqual(alternatives);
}
