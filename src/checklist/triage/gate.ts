import type { Answers } from "../../visit/schema.ts";
import { isUnknown } from "../../form/question.ts";

/**
 * STOP: an explicit danger, stay out. NO_POWER: look and write down, switch nothing on. PASS: devices that stayed dry or
 * have dried may be tried.
 */
export type GateState = "STOP" | "NO_POWER" | "PASS";

/** Ids of texts that say why a gate is closed (src/checklist/data/gate-texts.ts). */
export type GateReason =
  | "water_inside"
  | "live_and_flooded"
  | "burnt_smell"
  | "wires_down"
  | "structure"
  | "gas"
  | "floor_unknown"
  | "breaker_on"
  | "grid_may_return"
  | "sockets_flooded"
  | "panel_flooded"
  | "flooding_unknown"
  | "portable_rcd"
  | "ups_feeding"
  | "backfeed"
  | "danger_unknown"
  | "no_gear"
  | "contradiction_sockets"
  | "contradiction_peak"
  | "contradiction_grid"
  | "not_answered";
export type GateWarning =
  | "breaker_on_dry"
  | "no_rcd"
  | "rcd_unknown"
  | "generator"
  | "solar"
  | "neighbour_generator"
  | "disease"
  | "animals";

export interface Gate {
  readonly state: GateState;
  readonly reasons: readonly GateReason[];
  readonly warnings: readonly GateWarning[];
}

/** Centimetres of water at which sockets cannot have stayed dry, wherever they were put. */
const SOCKETS_DROWN_CM = 120;

/**
 * The electrical gate of a site from its safety answers (pure). Only an explicit danger can STOP; what is missing,
 * skipped, unknown or contradictory keeps the gate closed without more. Questions that older answer files do not know
 * (s11 to s19) are no gap where they are absent. Sources: see safety-questions.ts.
 */
export function safetyGate(safety: Answers): Gate {
  const stops = stopsOf(safety);
  const holds = holdsOf(safety);
  return {
    state: stops.length > 0 ? "STOP" : holds.length > 0 ? "NO_POWER" : "PASS",
    reasons: [...new Set([...stops, ...holds])],
    warnings: warningsOf(safety),
  };
}

const isFlooded = (safety: Answers): boolean => safety["s3"] === "o_cam" || safety["s3"] === "bang_dien";
const isCleared = (safety: Answers): boolean => safety["s4"] === "da_dat";

function stopsOf(safety: Answers): GateReason[] {
  const stops: GateReason[] = [];
  if (safety["s1"] === "co") stops.push("water_inside");
  if (safety["s2"] === "chua" && isFlooded(safety) && !isCleared(safety)) stops.push("live_and_flooded");
  if (safety["s5"] === "co") stops.push("burnt_smell");
  if (safety["s18"] === "co") stops.push("wires_down");
  if (safety["s14"] === "co") stops.push("structure");
  if (safety["s15"] === "co") stops.push("gas");
  return stops;
}

function holdsOf(safety: Answers): GateReason[] {
  const holds: GateReason[] = [...installation(safety), ...breaker(safety), ...contradictions(safety)];
  if (safety["s1"] === "khong_ro") holds.push("floor_unknown");
  if (safety["s12"] === "co") holds.push("ups_feeding");
  if (["s14", "s15", "s18"].some((id) => safety[id] === "khong_ro")) holds.push("danger_unknown");
  if (safety["s10"] === "thieu") holds.push("no_gear");
  if (isIncomplete(safety)) holds.push("not_answered");
  return holds;
}

/**
 * An electrician's clearance counts, "not needed" does not: who would say so of a flooded panel? After a flooded panel a
 * residual-current device must stand between it and whoever tries a device: a fixed one that works, or a portable one.
 */
function installation(safety: Answers): GateReason[] {
  if (!isCleared(safety)) {
    if (safety["s3"] === "o_cam") return ["sockets_flooded"];
    if (safety["s3"] === "bang_dien") return ["panel_flooded"];
    return safety["s3"] === "khong_ro" ? ["flooding_unknown"] : [];
  }
  const isProtected = safety["s6"] === "co" || safety["s19"] === "co";
  return safety["s3"] === "bang_dien" && !isProtected ? ["portable_rcd"] : [];
}

/** The grid returns without warning: only a breaker that is off is off. Where no water came, a running office may run. */
function breaker(safety: Answers): GateReason[] {
  const holds: GateReason[] = [];
  if (safety["s2"] === "khong_co_dien_luoi") holds.push("grid_may_return");
  const isDry = safety["s8_peak_cm"] === 0 && safety["s3"] === "khong";
  if (safety["s2"] === "chua" && !isDry && !isFlooded(safety)) holds.push("breaker_on");
  if (safety["s13"] === "co" && safety["s2"] !== "da_cat") holds.push("backfeed");
  return holds;
}

function contradictions(safety: Answers): GateReason[] {
  const peak = safety["s8_peak_cm"];
  const found: GateReason[] = [];
  if (typeof peak === "number" && peak >= SOCKETS_DROWN_CM && safety["s3"] === "khong")
    found.push("contradiction_sockets");
  if (peak === 0 && (isFlooded(safety) || safety["s1"] === "co")) found.push("contradiction_peak");
  if (safety["s2"] === "khong_co_dien_luoi" && safety["s7"] === "dien_luoi") found.push("contradiction_grid");
  return found;
}

/** What every gate needs, what was put and skipped, and the gear where water came. */
function isIncomplete(safety: Answers): boolean {
  const peak = safety["s8_peak_cm"];
  const needed = ["s1", "s2", "s3", "s5", ...(typeof peak === "number" && peak > 0 ? ["s10"] : [])];
  const skipped = ["s10", "s11", "s12", "s13", "s14", "s15", "s16", "s17", "s18"].some((id) => safety[id] === "");
  return skipped || needed.some((id) => safety[id] === undefined || safety[id] === "");
}

function warningsOf(safety: Answers): GateWarning[] {
  const warnings: GateWarning[] = [];
  const isMaybe = (id: string): boolean => safety[id] === "co" || safety[id] === "khong_ro";
  if (safety["s2"] === "chua" && safety["s8_peak_cm"] === 0) warnings.push("breaker_on_dry");
  if (safety["s6"] === "khong" || safety["s6"] === "khong_co") warnings.push("no_rcd");
  else if (safety["s6"] !== undefined && isUnknown(safety["s6"])) warnings.push("rcd_unknown");
  if (safety["s7"] === "may_phat") warnings.push("generator");
  if (isMaybe("s11")) warnings.push("solar");
  if (isMaybe("s13")) warnings.push("neighbour_generator");
  if (isMaybe("s16") || safety["s9"] === "nuoc_thai_hoa_chat") warnings.push("disease");
  if (isMaybe("s17")) warnings.push("animals");
  return warnings;
}
