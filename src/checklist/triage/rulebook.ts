import type { Label } from "../../form/question.ts";
import { BATTERY_RULES } from "./battery.ts";
import { CARE_RULES } from "./care.ts";
import { CONTRADICTION_RULE } from "./contradictions.ts";
import { DATA_RULES } from "./data-care.ts";
import { GENERAL_RULES } from "./general-rules.ts";
import { OVERRIDES } from "./overrides.ts";
import { FINAL_RULES, GATE_RULE, POWER_RULES } from "./power.ts";
import type { SourceId } from "./sources.ts";

/** A rule as it is told: why, and where it comes from. */
export interface ToldRule {
  readonly id: string;
  /** Types it is for; absent where for all. */
  readonly types?: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/** Every rule that can have a part in a result, in the order in which they are asked. */
export const RULEBOOK: readonly ToldRule[] = [
  ...GENERAL_RULES,
  ...OVERRIDES,
  ...BATTERY_RULES,
  ...POWER_RULES,
  GATE_RULE,
  ...FINAL_RULES,
  ...DATA_RULES,
  ...CARE_RULES,
  CONTRADICTION_RULE,
];
