import { isSoaked, type DeviceFacts } from "./facts.ts";
import type { Standing } from "./rule.ts";

/** Cells of the battery as far as somebody knows. A UPS whose kind nobody told holds lead-acid, as nearly all do. */
function cellsOf(facts: DeviceFacts): "lithium" | "lead" | "other" | "unknown" {
  const { cells } = facts.type;
  if (cells === "lithium" || cells === "lead") return cells;
  const told = facts.own("battery_kind");
  if (told === "lithium") return "lithium";
  if (told === "chi") return "lead";
  if (told === "khac") return "other";
  return facts.type.id === "ups" ? "lead" : "unknown";
}

const WASTE = { lithium: "haz_lithium", lead: "haz_lead_acid", other: "haz_battery", unknown: "haz_battery" } as const;

export const isBatteryWet = (facts: DeviceFacts): boolean => facts.battery === "intact_wet";
/** It may catch fire: nobody opens what it is in. */
export const isDamaged = (facts: DeviceFacts): boolean => facts.battery === "swollen_hot_leak";

/** A lithium device that was in the water, and nobody looked at its battery. */
export const isBatteryUnsure = (facts: DeviceFacts): boolean =>
  facts.type.cells === "lithium" && isSoaked(facts) && facts.battery === "unknown";

/** How a wet battery leaves its device. Nobody opens a UPS, and a battery pack has nothing to be taken out of. */
function takeOut(facts: DeviceFacts): string[] {
  if (facts.type.class === "battery") return [];
  const isBuiltIn = facts.type.id === "tablet" || facts.own("battery_removable") === "khong";
  return [isBuiltIn ? "battery_built_in" : "remove_battery"];
}

const coolKept = (facts: DeviceFacts): string[] => (cellsOf(facts) === "lead" ? [] : ["battery_no_heat"]);

/**
 * The battery apart from its device. A cell that was under water or is swollen, hot or leaking is waste: it is neither
 * dried with heat nor charged nor used again, and what it came out of needs another one. Until it is looked at, an
 * unknown one is kept from heat as well.
 */
export const BATTERY_RULES: readonly Standing[] = [
  {
    id: "battery.damaged",
    when: isDamaged,
    flags: ["HAZ_BATTERY"],
    advice: (f) => ["battery_outdoors", "part_battery", WASTE[cellsOf(f)]],
    reason: { vi: "Pin phồng, nóng hoặc rò: nguy cơ cháy", en: "Battery swollen, hot or leaking: it may catch fire" },
    source: "battery",
  },
  {
    id: "battery.wet",
    when: (f) => isBatteryWet(f),
    flags: ["HAZ_BATTERY"],
    advice: (f) => [...takeOut(f), ...coolKept(f), "part_battery", WASTE[cellsOf(f)]],
    reason: {
      vi: "Pin đã bị nước: không sấy nóng, không sạc, không dùng lại; bo mạch xét riêng",
      en: "The battery got wet: no heat, no charging, no further use; the board is judged by itself",
    },
    source: "battery",
  },
  {
    id: "battery.device",
    when: (f, so) => so.flags.has("HAZ_BATTERY") && !isDamaged(f) && !isBatteryWet(f),
    advice: (f) => [...coolKept(f), WASTE[cellsOf(f)]],
    reason: {
      vi: "Pin, ắc quy của thiết bị là chất thải nguy hại",
      en: "The battery of this device is hazardous waste",
    },
    source: "waste",
  },
  {
    id: "battery.unsure",
    when: isBatteryUnsure,
    advice: () => ["check_battery"],
    reason: {
      vi: "Máy có pin lithium đã vào nước, chưa ai xem pin",
      en: "A lithium device was in the water and nobody looked at its battery",
    },
    source: "battery",
  },
];
