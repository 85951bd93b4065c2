import type { Disposition } from "../../visit/schema.ts";
import { isDirty, isSoaked, type DeviceFacts } from "./facts.ts";
import { isFitForPower } from "./power.ts";
import type { SoFar, Standing } from "./rule.ts";

/** Ways to wash that are those of a board. */
const OF_BOARDS: readonly (string | null)[] = ["wash_pc", "wash_laptop", "wash_board"];

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
    when: (f, so) => isToWash(f, so) && OF_BOARDS.includes(f.type.wash),
    advice: ({ type }) => (type.wash === null ? [] : [type.wash]),
    reason: {
      vi: "Bo mạch rửa được; bộ nguồn, ổ đĩa, pin thì không",
      en: "Boards can be washed; power supplies, disks and batteries cannot",
    },
    source: "techspray",
  },
  {
    id: "care.wash",
    when: (f, so) => isToWash(f, so) && f.type.wash !== null && !OF_BOARDS.includes(f.type.wash),
    advice: ({ type }) => (type.wash === null ? [] : [type.wash]),
    reason: { vi: "Cách vệ sinh theo loại thiết bị", en: "How a device of this kind is cleaned" },
    source: "practice",
  },
  {
    // From October to December the air is moist: without air conditioning the longer time holds.
    id: "care.dry",
    when: (f, so) => isCaredFor(f, so.disposition),
    advice: (f) => [isWarmAllowed(f) ? f.type.dry : "dry_no_heat"],
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
