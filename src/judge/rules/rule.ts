import type { Culprit } from "../../base/culprits.ts";
import type { Cause } from "../../text/causes/index.ts";
import type { Facts } from "../facts/facts.ts";
import type { Target } from "../facts/target.ts";
import type { Finding, Severity } from "../verdict.ts";

/**
 * What a rule may need, and what a fault may break: the parts of the way in the order in which they depend on each
 * other.
 */
export type Part = "link" | "address" | "gateway" | "line" | "names" | "clock" | "trust";

/** One fault as a rule sees it, before it is weighed. */
export interface Draft {
  /** Where it is not the usual one of the cause. */
  readonly culprit?: Culprit;
  /** `certain` where absent. */
  readonly confidence?: Finding["confidence"];
  /** What happens to the systems named: unusable, usable with trouble, or nothing yet. */
  readonly impact: "down" | "hurt" | "none";
  /** Ids of the systems concerned. */
  readonly systems: readonly string[];
  readonly params: Finding["params"];
  readonly evidence: readonly string[];
  readonly against?: readonly string[];
  readonly alternatives?: readonly Cause[];
  /** Keys of the targets whose failure this accounts for; no later rule looks at those. */
  readonly explains?: readonly string[];
  /** Parts that are unusable in this case; those of the rule where absent. */
  readonly breaks?: readonly Part[];
  /** Where the weight is not that of the systems it takes down. */
  readonly severity?: Severity;
}

export interface RuleContext {
  readonly facts: Facts;
  /** Failed targets that no earlier finding accounts for. */
  readonly open: readonly Target[];
  /** Keys of the targets that an earlier finding accounts for, whatever their state. */
  readonly explained: ReadonlySet<string>;
  /** Causes found so far, nearest to the laptop first. */
  readonly found: readonly Cause[];
}

/**
 * One cause, one rule. Rules are asked in the order of the registry, from the laptop outwards; a rule of which a need
 * is broken by an earlier finding is not asked at all, so that one dead cable is one finding, not fifty.
 */
export interface Rule {
  readonly cause: Cause;
  readonly needs: readonly Part[];
  /** Parts that are unusable when this rule finds something. */
  readonly breaks: readonly Part[];
  evaluate(context: RuleContext): Draft | null;
}
