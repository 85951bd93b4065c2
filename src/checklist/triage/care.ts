import type { Disposition } from "../../visit/schema.ts";
import { isDirty, isSoaked, type DeviceFacts } from "./facts.ts";
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

/** Types with a board that is washed, and how. */
const BOARDS: Readonly<Record<string, string>> = {
  pc: "wash_pc",
  kiosk: "wash_pc",
  laptop: "wash_laptop",
  switch: "wash_board",
  router_ont: "wash_board",
  ap: "wash_board",
  vc_set: "wash_board",
  projector: "wash_board",
  phone_fax: "wash_board",
  radio: "wash_board",
  other: "wash_board",
};
/** The rest: screens, paper and light, what is not opened here. */
const OTHERS: Readonly<Record<string, string>> = {
  monitor: "wash_screen",
  printer_laser: "wash_laser",
  printer_ink: "wash_ink",
  scanner: "wash_scanner",
  tablet: "wash_outside",
  camera: "wash_outside",
  token: "wash_token",
  cabling: "wash_cable",
  generator: "wash_outside",
};

/** Not clean yet, wet by liquid water, and the office's own: whoever opens the carrier's box answers for it. */
function isToWash(facts: DeviceFacts, so: SoFar): boolean {
  const isOurs = facts.type.id !== "router_ont" || facts.own("owner") === "co_quan";
  return isOurs && isCaredFor(facts, so.disposition) && isSoaked(facts) && facts.cleaned !== "yes";
}

/** A lithium cell is not warmed: what holds one that may be wet is dried by moving air alone. */
const isWarmAllowed = (facts: DeviceFacts): boolean =>
  facts.battery === "intact_dry" || facts.battery === "no_battery" || facts.type.cells === "none";

/** What is repaired is cleaned and dried before that; nobody dries a UPS, and a server is the vendor's. */
function isCaredFor(facts: DeviceFacts, disposition: Disposition): boolean {
  if (disposition === "CLEAN_DRY") return true;
  const isNotOurs = facts.type.class === "battery" || facts.type.class === "server" || facts.type.class === "power";
  return disposition === "REPAIR" && !isNotOurs && isSoaked(facts) && !isFitForPower(facts);
}

/** A power supply of which nobody knows whether it got wet: look first, a missing answer orders no part. */
function isSupplyUnknown(facts: DeviceFacts, so: SoFar): boolean {
  const hasOne = facts.type.class === "computer" || facts.type.class === "server";
  return isCaredFor(facts, so.disposition) && hasOne && facts.own("psu_wet") === undefined;
}

/** What corrodes slowly: no hurry. */
const FINE: readonly string[] = ["cabling"];

/** First aid: how a device is cleaned and dried before its first power-on. */
export const CARE_RULES: readonly Standing[] = [
  {
    id: "care.soon",
    when: (f, so) => isToWash(f, so) && !FINE.includes(f.type.id),
    advice: () => ["wash_within_48h"],
    reason: { vi: "24–48 giờ đầu quyết định mức ăn mòn", en: "The first 24 to 48 hours decide about corrosion" },
    source: "restore",
  },
  {
    id: "care.salt",
    when: (f, so) => isToWash(f, so) && isDirty(f),
    advice: () => ["wash_salt_first"],
    reason: {
      vi: "Cặn muối và nước thải vừa ăn mòn vừa dẫn điện",
      en: "What salt and sewage leave behind corrodes and conducts",
    },
    source: "nema",
  },
  {
    id: "care.wash_board",
    when: (f, so) => isToWash(f, so) && f.type.id in BOARDS,
    advice: (f) => [BOARDS[f.type.id] ?? ""],
    reason: {
      vi: "Bo mạch rửa được; bộ nguồn, ổ đĩa, pin thì không",
      en: "Boards can be washed; power supplies, disks and batteries cannot",
    },
    source: "techspray",
  },
  {
    id: "care.wash",
    when: (f, so) => isToWash(f, so) && f.type.id in OTHERS,
    advice: (f) => [OTHERS[f.type.id] ?? ""],
    reason: { vi: "Cách vệ sinh theo loại thiết bị", en: "How a device of this kind is cleaned" },
    source: "practice",
  },
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
