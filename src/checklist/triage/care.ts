import type { Disposition } from "../../visit/schema.ts";
import { isSoaked, type Facts } from "./facts.ts";
import { isFitForPower } from "./power.ts";
import type { SoFar, Standing } from "./rule.ts";

const DRYING: Readonly<Record<string, string>> = {
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

/** A lithium cell is not warmed: what holds one that may be wet is dried by moving air alone. */
const isWarmAllowed = (facts: Facts): boolean =>
  facts.battery === "intact_dry" || facts.battery === "no_battery" || facts.type.cells === "none";

/** What is repaired is cleaned and dried before that; nobody dries a UPS, and a server is the vendor's. */
function isCaredFor(facts: Facts, disposition: Disposition): boolean {
  if (disposition === "CLEAN_DRY") return true;
  const isNotOurs = facts.type.class === "battery" || facts.type.class === "server" || facts.type.class === "power";
  return disposition === "REPAIR" && !isNotOurs && isSoaked(facts) && !isFitForPower(facts);
}

/** A power supply of which nobody knows whether it got wet: look first, a missing answer orders no part. */
function isSupplyUnknown(facts: Facts, so: SoFar): boolean {
  const hasOne = facts.type.class === "computer" || facts.type.class === "server";
  return isCaredFor(facts, so.disposition) && hasOne && facts.own("psu_wet") === undefined;
}

/** First aid: how a device is cleaned and dried before its first power-on. */
export const CARE_RULES: readonly Standing[] = [
  {
    // From October to December the air is moist: without air conditioning the longer time holds.
    id: "care.dry",
    when: (f, so) => isCaredFor(f, so.disposition),
    advice: (f) => [isWarmAllowed(f) ? (DRYING[f.type.id] ?? "dry_48_72h") : "dry_no_heat"],
    reason: {
      vi: "Sấy đủ ngày trước lần cấp điện đầu tiên",
      en: "Dried for long enough before the first power-on",
    },
    source: "practice",
  },
  {
    id: "care.supply",
    when: isSupplyUnknown,
    advice: () => ["check_psu"],
    reason: { vi: "Chưa rõ bộ nguồn có bị ướt", en: "Nobody knows whether the power supply got wet" },
    source: "techspray",
  },
];
