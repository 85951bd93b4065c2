import type { Answers } from "../../visit/schema.ts";
import { isUnknown } from "../../form/question.ts";

/**
 * STOP: leave, or cut the power first. NO_POWER: look and write down, switch nothing on. PASS: devices that stayed dry
 * or have dried may be tried.
 */
export type GateState = "STOP" | "NO_POWER" | "PASS";

/** Ids of texts that say why a gate is closed (src/checklist/data/gate-texts.ts). */
export type GateReason =
  | "water_inside"
  | "breaker_on"
  | "burnt_smell"
  | "sockets_flooded"
  | "panel_flooded"
  | "flooding_unknown"
  | "not_answered";
export type GateWarning = "no_rcd" | "generator" | "no_gear" | "rcd_unknown";

export interface Gate {
  readonly state: GateState;
  readonly reasons: readonly GateReason[];
  readonly warnings: readonly GateWarning[];
}

/**
 * The electrical gate of a site from its safety answers (pure). Missing answers keep it closed; only answered questions
 * can STOP. Sources: see safety-questions.ts.
 */
export function safetyGate(safety: Answers): Gate {
  const stops: GateReason[] = [];
  const holds: GateReason[] = [];
  if (safety["s1"] === "co" || safety["s1"] === "khong_ro") stops.push("water_inside");
  if (safety["s2"] === "chua") stops.push("breaker_on");
  if (safety["s5"] === "co") stops.push("burnt_smell");
  if (["s1", "s2", "s5"].some((id) => safety[id] === undefined || safety[id] === "")) holds.push("not_answered");
  const flooded = safety["s3"];
  // An electrician's clearance counts, "not needed" does not: who would say so of a flooded panel?
  if (flooded !== "khong" && safety["s4"] !== "da_dat") {
    if (flooded === "o_cam") holds.push("sockets_flooded");
    else if (flooded === "bang_dien") holds.push("panel_flooded");
    else holds.push(flooded === "khong_ro" ? "flooding_unknown" : "not_answered");
  }
  return {
    state: stops.length > 0 ? "STOP" : holds.length > 0 ? "NO_POWER" : "PASS",
    reasons: [...new Set([...stops, ...holds])],
    warnings: warningsOf(safety),
  };
}

function warningsOf(safety: Answers): GateWarning[] {
  const warnings: GateWarning[] = [];
  if (safety["s6"] === "khong" || safety["s6"] === "khong_co") warnings.push("no_rcd");
  else if (safety["s6"] !== undefined && isUnknown(safety["s6"])) warnings.push("rcd_unknown");
  if (safety["s7"] === "may_phat") warnings.push("generator");
  if (safety["s10"] === "thieu") warnings.push("no_gear");
  return warnings;
}
