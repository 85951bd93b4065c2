import type { Answers } from "../../visit/schema.ts";
import type { DeviceType } from "../data/device-types.ts";

const WATER_TYPES: Readonly<Record<string, string>> = {
  mua_sach: "rain",
  lu_bun: "river_mud",
  nuoc_thai_hoa_chat: "sewage_chem",
  man_lo: "brackish",
};

/** Kind of water at the site (question s9) as a device's answer; "unknown" where nobody told. */
export function waterTypeOfSite(safety: Answers): string {
  return WATER_TYPES[String(safety["s9"] ?? "")] ?? "unknown";
}

/** Hours under water at the site (question s8) as a device's answer. */
export function wetTimeOfSite(safety: Answers): string {
  const hours = safety["s8_hours"];
  if (typeof hours !== "number") return "unknown";
  return hours < 2 ? "lt2h" : hours < 24 ? "h2_24" : hours <= 72 ? "h24_72" : "gt72h";
}

/**
 * How far the water probably reached a device of this type, from the highest water in the room (question s8) and where
 * such devices stand. A suggestion for the cursor only: it is never stored unless a person confirms it.
 */
export function likelyWater(type: DeviceType, safety: Answers): string | undefined {
  const peak = safety["s8_peak_cm"];
  if (typeof peak !== "number") return undefined;
  const [bottom, board] = type.heightCm;
  if (peak === 0) return "none";
  if (peak < bottom) return "humid";
  if (peak < board) return "below_board";
  return peak < board + 40 ? "board" : "full";
}
