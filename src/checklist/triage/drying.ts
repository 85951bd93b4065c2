import type { Disposition } from "../../visit/schema.ts";
import type { Facts } from "./facts.ts";

const BY_TYPE: Readonly<Record<string, string>> = {
  pc: "dry_72h",
  laptop: "dry_72h",
  server: "dry_72h",
  kiosk: "dry_5_7d",
  monitor: "dry_5_7d",
  printer_laser: "dry_5_7d",
  printer_ink: "dry_5_7d",
  scanner: "dry_5_7d",
  vc_set: "dry_5_7d",
  cabling: "dry_cable_24h",
  token: "token_dry_48h",
};

/**
 * How long to dry before the first power-on. No heat above 40–50 °C, no direct sun on screens, covers open; from
 * October to December the air is moist, so the longer time holds without air conditioning. Source: this tool's own
 * convention from repair practice.
 */
export function dryingAdvice(facts: Facts, disposition: Disposition): string[] {
  if (disposition !== "CLEAN_DRY") return [];
  const advice = [BY_TYPE[facts.type.id] ?? "dry_48_72h"];
  const psu = facts.own("psu_wet");
  // Nobody knows whether the power supply got wet: look first, a missing answer orders no part.
  if ((facts.type.class === "computer" || facts.type.class === "server") && psu === undefined) advice.push("check_psu");
  return advice;
}
