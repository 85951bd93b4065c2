import type { Evidence, Observation } from "../../../src/evidence/schema.ts";
import { judge } from "../../../src/judge/judge.ts";
import type { Finding, Verdict } from "../../../src/judge/verdict.ts";
import type { Cause } from "../../../src/text/causes/index.ts";
import type { Change } from "../changes.ts";
import { record } from "../record.ts";
import { HEALTHY } from "../world.ts";

type Edit = (evidence: Evidence) => Evidence;

/** One side of a border: a world, and what may be said of it. */
export interface Side {
  readonly make?: Change;
  /** What the field would have recorded otherwise, where no world tells it. */
  readonly edit?: Edit;
  /** Causes in order, remarks (severity info) left out. */
  readonly says: readonly Cause[];
  /** Of the first finding, as far as it matters here. */
  readonly first?: Partial<Pick<Finding, "severity" | "confidence">> & { readonly alternatives?: readonly string[] };
  /** Of the grade of the line, as far as it matters here. */
  readonly grade?: Partial<Verdict["quality"]>;
}

/** Two worlds that differ by a hair, on both sides of one guard or constant of a rule. */
export interface Border {
  readonly name: string;
  readonly within: Side;
  readonly beyond: Side;
}

/** The verdict on one side. */
export function verdictOf({ make = (world) => world, edit = (evidence) => evidence }: Side): Verdict {
  return judge(edit(record(make(HEALTHY))));
}

/** What is said of it, remarks left out. */
export function said(verdict: Verdict): readonly Finding[] {
  return verdict.findings.filter((one) => one.severity !== "info");
}

/** Changes every observation of one collector. */
export function each<C extends Observation["collector"]>(
  collector: C,
  change: (one: Extract<Observation, { collector: C }>, index: number) => Observation,
): Edit {
  return (evidence) => {
    let index = 0;
    const observations = evidence.observations.map((one) => {
      if (!isOf(one, collector)) return one;
      index += 1;
      return change(one, index - 1);
    });
    return { ...evidence, observations };
  };
}

function isOf<C extends Observation["collector"]>(
  one: Observation,
  collector: C,
): one is Extract<Observation, { collector: C }> {
  return one.collector === collector;
}
