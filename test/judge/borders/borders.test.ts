import { describe, expect, it } from "vitest";
import { said, verdictOf, type Border, type Side } from "./border.ts";
import { CLOCK_BORDERS } from "./clock.ts";
import { GATEWAY_BORDERS } from "./gateway.ts";
import { GRADE_BORDERS } from "./grade.ts";
import { LINE_BORDERS } from "./line.ts";
import { LOCAL_BORDERS } from "./local.ts";
import { NAMES_BORDERS } from "./names.ts";
import { PROXY_BORDERS } from "./proxy.ts";
import { QUALITY_BORDERS } from "./quality.ts";
import { TRANSPORT_BORDERS } from "./transport.ts";
import { TRUST_BORDERS } from "./trust.ts";
import { WEB_BORDERS } from "./web.ts";

const GROUPS: readonly (readonly [string, readonly Border[]])[] = [
  ["local", LOCAL_BORDERS],
  ["gateway", GATEWAY_BORDERS],
  ["line", LINE_BORDERS],
  ["quality", QUALITY_BORDERS],
  ["names", NAMES_BORDERS],
  ["transport", TRANSPORT_BORDERS],
  ["clock", CLOCK_BORDERS],
  ["trust", TRUST_BORDERS],
  ["proxy", PROXY_BORDERS],
  ["grade", GRADE_BORDERS],
  ["web", WEB_BORDERS],
];

describe.each(GROUPS)("borders of %s", (_, borders) => {
  it.each(borders.map((one) => [one.name, one] as const))("%s", (_name, { within, beyond }) => {
    expect(shown(within)).toEqual(wanted(within));
    expect(shown(beyond)).toEqual(wanted(beyond));
  });
});

function wanted({ says, first, grade }: Side): unknown {
  return { says, ...(first === undefined ? {} : { first }), ...(grade === undefined ? {} : { grade }) };
}

/** The verdict, cut to what this side speaks of. */
function shown(side: Side): unknown {
  const verdict = verdictOf(side);
  const findings = said(verdict);
  return {
    says: findings.map((one) => one.cause),
    ...(side.first === undefined ? {} : { first: cut(findings[0] ?? {}, side.first) }),
    ...(side.grade === undefined ? {} : { grade: cut(verdict.quality, side.grade) }),
  };
}

/** What of `all` the other one speaks of, too. */
function cut(all: object, like: object): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(like, key)));
}
