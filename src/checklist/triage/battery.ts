import type { Flag } from "../../visit/schema.ts";
import { isSoaked, type Facts } from "./facts.ts";

/** What the battery of a device adds to its result, apart from the device itself: it is waste where it got wet or is damaged. */
export interface BatteryResult {
  readonly flags: readonly Flag[];
  readonly advice: readonly string[];
}

/** Cells of the battery as far as somebody knows. A UPS whose kind nobody told holds lead-acid batteries, as nearly all do. */
function cellsOf(facts: Facts): "lithium" | "lead" | "other" | "unknown" {
  const { cells } = facts.type;
  if (cells === "lithium" || cells === "lead") return cells;
  const told = facts.own("battery_kind");
  if (told === "lithium") return "lithium";
  if (told === "chi") return "lead";
  if (told === "khac") return "other";
  return facts.type.id === "ups" ? "lead" : "unknown";
}

const WASTE = { lithium: "haz_lithium", lead: "haz_lead_acid", other: "haz_battery", unknown: "haz_battery" } as const;

export const isBatteryWet = (facts: Facts): boolean => facts.battery === "intact_wet";
const isDamaged = (facts: Facts): boolean => facts.battery === "swollen_hot_leak";

/** A lithium device that was in the water, and nobody looked at its battery. */
export const isBatteryUnsure = (facts: Facts): boolean =>
  facts.type.cells === "lithium" && isSoaked(facts) && facts.battery === "unknown";

/**
 * A cell that was under water or is swollen, hot or leaking is waste: it is neither dried with heat nor charged nor used again, and what it came
 * out of needs another one. Until it is looked at, an unknown one is kept from heat as well.
 * @param flagged a rule of the type says that the battery is waste (a flooded UPS)
 */
export function batteryResult(facts: Facts, flagged: boolean): BatteryResult {
  const swollen = isDamaged(facts);
  const wet = isBatteryWet(facts);
  if (!swollen && !wet && !flagged) return { flags: [], advice: isBatteryUnsure(facts) ? ["check_battery"] : [] };
  const cells = cellsOf(facts);
  const builtIn = facts.type.id === "tablet" || facts.own("battery_removable") === "khong";
  // Nobody opens a UPS, and a battery pack has nothing to be taken out of.
  const takeOut = facts.type.class === "battery" ? [] : [builtIn ? "battery_built_in" : "remove_battery"];
  return {
    flags: ["HAZ_BATTERY"],
    advice: [
      ...(swollen ? ["battery_outdoors"] : takeOut),
      ...(!swollen && cells !== "lead" ? ["battery_no_heat"] : []),
      "part_battery",
      WASTE[cells],
    ],
  };
}
