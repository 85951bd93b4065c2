import type { Disposition, Flag } from "../../visit/schema.ts";
import type { Label } from "../../form/question.ts";
import type { DeviceFacts } from "./facts.ts";
import type { SourceId } from "./sources.ts";

/** One general rule. The first whose `when` holds decides the disposition. */
export interface Rule {
  readonly id: string;
  when(facts: DeviceFacts): boolean;
  readonly result: Disposition | ((facts: DeviceFacts) => Disposition);
  flags?(facts: DeviceFacts): readonly Flag[];
  advice?(facts: DeviceFacts): readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** What a type of device changes on top of the general rules. All that hold are applied, in order. */
export interface Override {
  readonly id: string;
  /** Types it is for. */
  readonly types: readonly string[];
  when(facts: DeviceFacts): boolean;
  /** `atLeast` never makes a disposition milder; `set` replaces it; null leaves it (only flags and advice). */
  readonly to:
    | { readonly atLeast: Disposition }
    | { readonly set: (facts: DeviceFacts, general: Disposition) => Disposition }
    | null;
  /** Does not touch what was cleaned, dried and works (G12), nor what only lacks an answer for that. */
  readonly unlessProven?: boolean;
  readonly flags?: readonly Flag[];
  readonly advice?: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** What is settled so far, for rules that hang on it. */
export interface SoFar {
  readonly disposition: Disposition;
  readonly flags: ReadonlySet<Flag>;
}

/** What stands beside the disposition, whatever rule decided it. All that hold are applied, in order. */
export interface Standing {
  readonly id: string;
  when(facts: DeviceFacts, so: SoFar): boolean;
  readonly flags?: readonly Flag[];
  advice?(facts: DeviceFacts, so: SoFar): readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** What no rule and no override may decide: the first that holds for a disposition of `from` changes it. */
export interface FinalRule {
  readonly id: string;
  readonly from: readonly Disposition[];
  when(facts: DeviceFacts, so: SoFar): boolean;
  readonly to: Disposition;
  readonly advice?: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** From "use it" to "hazardous waste". HOLD stands outside: no conclusion yet. */
const ORDER: readonly Disposition[] = ["REUSE", "CLEAN_DRY", "REPAIR", "REPLACE", "HAZARD"];

/**
 * Rank of a disposition, higher is worse; undefined for HOLD, which is no conclusion and so neither better nor worse.
 */
export function severityOf(disposition: Disposition): number | undefined {
  const at = ORDER.indexOf(disposition);
  return at < 0 ? undefined : at;
}

/** The worse of two; HOLD gives way to a conclusion that a part of the device forces. */
export function worseOf(left: Disposition, right: Disposition): Disposition {
  return (severityOf(left) ?? -1) >= (severityOf(right) ?? -1) ? left : right;
}

/** Does this disposition ask for money? */
export function costsMoney(disposition: Disposition): boolean {
  return disposition === "REPAIR" || disposition === "REPLACE" || disposition === "HAZARD";
}
