import type { Disposition } from "../../visit/schema.ts";
import { isSoaked, type Facts } from "./facts.ts";
import { isFitForPower } from "./power.ts";

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
  // What is repaired is cleaned and dried before that; nobody dries a UPS, and a server is the vendor's.
  const first = disposition === "REPAIR" && isSoaked(facts) && !isFitForPower(facts);
  const notHere = facts.type.class === "battery" || facts.type.class === "server" || facts.type.class === "power";
  if (disposition !== "CLEAN_DRY" && (!first || notHere)) return [];
  // A lithium cell is not warmed: what holds one that may be wet is dried by moving air alone.
  const warm = facts.battery === "intact_dry" || facts.battery === "no_battery" || facts.type.cells === "none";
  const advice = [warm ? (BY_TYPE[facts.type.id] ?? "dry_48_72h") : "dry_no_heat"];
  const psu = facts.own("psu_wet");
  // Nobody knows whether the power supply got wet: look first, a missing answer orders no part.
  if ((facts.type.class === "computer" || facts.type.class === "server") && psu === undefined) advice.push("check_psu");
  return advice;
}
