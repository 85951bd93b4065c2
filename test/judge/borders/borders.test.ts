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
    expect(shown(within)).toEqual(wanted(within));
    expect(shown(beyond)).toEqual(wanted(beyond));
  });
});

function wanted({ says, first }: Side): unknown {
  return { says, ...(first === undefined ? {} : { first }) };
}

/** The verdict, cut to what this side speaks of. */
function shown(side: Side): unknown {
  const findings = said(verdictOf(side));
  const [root] = findings;
  const { first } = side;
  const keys = Object.keys(first ?? {});
  return {
    says: findings.map((one) => one.cause),
    ...(first === undefined
      ? {}
      : { first: Object.fromEntries(Object.entries(root ?? {}).filter(([key]) => keys.includes(key))) }),
  };
}
