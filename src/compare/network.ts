import type { Cause } from "../text/causes/index.ts";
import type { SystemResult, Verdict, VerdictStatus } from "../judge/verdict.ts";

export type SystemChange = "restored" | "stillDown" | "worse" | "stillUp" | "unknown";

export interface NetworkComparison {
  readonly statusBefore: VerdictStatus | null;
  readonly statusAfter: VerdictStatus | null;
  readonly systems: readonly {
    readonly id: string;
    readonly before: SystemResult["outcome"] | null;
    readonly after: SystemResult["outcome"] | null;
    readonly change: SystemChange;
  }[];
  /** Causes: no longer there, still there, newly there. */
  readonly gone: readonly Cause[];
  readonly remaining: readonly Cause[];
  readonly appeared: readonly Cause[];
}

/**
 * Holds the verdicts of two visits against each other (pure). A system that was not tested on one side is `unknown`,
 * never better or worse.
 */
export function compareNetwork(before: Verdict | null, after: Verdict | null): NetworkComparison {
  const ids = new Set([...(before?.systems ?? []), ...(after?.systems ?? [])].map((system) => system.id));
  const outcomeIn = (verdict: Verdict | null, id: string): SystemResult["outcome"] | null =>
    verdict?.systems.find((system) => system.id === id)?.outcome ?? null;
  const causesOf = (verdict: Verdict | null): Cause[] => [
    ...new Set((verdict?.findings ?? []).map((finding) => finding.cause)),
  ];
  const causesBefore = causesOf(before);
  const causesAfter = causesOf(after);
  const bothKnown = before !== null && after !== null;
  return {
    statusBefore: before?.status ?? null,
    statusAfter: after?.status ?? null,
    systems: [...ids].map((id) => {
      const was = outcomeIn(before, id);
      const is = outcomeIn(after, id);
      return { id, before: was, after: is, change: changeOf(was, is) };
    }),
    gone: bothKnown ? causesBefore.filter((cause) => !causesAfter.includes(cause)) : [],
    remaining: causesBefore.filter((cause) => causesAfter.includes(cause)),
    appeared: bothKnown ? causesAfter.filter((cause) => !causesBefore.includes(cause)) : [],
  };
}

function changeOf(before: SystemResult["outcome"] | null, after: SystemResult["outcome"] | null): SystemChange {
  const was = works(before);
  const is = works(after);
  if (was === null || is === null) return "unknown";
  if (was) return is ? "stillUp" : "worse";
  return is ? "restored" : "stillDown";
}

function works(outcome: SystemResult["outcome"] | null): boolean | null {
  if (outcome === "ok" || outcome === "slow") return true;
  return outcome === "failed" ? false : null;
}
