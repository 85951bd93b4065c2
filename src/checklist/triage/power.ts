import type { Disposition, Flag } from "../../visit/schema.ts";
import type { Label } from "../../form/question.ts";
import { isBatteryUnsure } from "./battery.ts";
import { hasDried, hasWetData, isRuined, isSoaked, isSpoilt, type Facts } from "./facts.ts";
import type { SourceId } from "./sources.ts";

/**
 * What stands at the end of triage, whatever rule or override decided. The first that holds for a disposition of `from`
 * changes it.
 */
export interface FinalRule {
  readonly id: string;
  readonly from: readonly Disposition[];
  when(facts: Facts, flags: ReadonlySet<Flag>, from: Disposition): boolean;
  readonly to: Disposition;
  readonly advice: readonly string[];
  readonly reason: Label;
  readonly source: SourceId;
}

/**
 * "Use it" and "dry it" with a ruined battery, "use it" without power or proof: none of them stands. G02 is the general
 * rule's id: a closed gate is one reason, for dry and for dried devices.
 */
export const FINAL_RULES: readonly FinalRule[] = [
  {
    id: "power.battery",
    from: ["REUSE", "CLEAN_DRY", "HOLD"],
    // Dry, held because nobody tried it yet: the battery is told by looking. Other reasons to hold stand.
    when: (facts, flags, from) => flags.has("HAZ_BATTERY") && (from !== "HOLD" || facts.water === "none"),
    to: "REPAIR",
    advice: [],
    reason: {
      vi: "Pin, ắc quy đã bị nước hoặc hỏng: thay pin trước khi dùng",
      en: "Its battery got wet or is damaged: replace it before use",
    },
    source: "battery",
  },
  {
    id: "power.unproven",
    from: ["REUSE"],
    when: (facts, flags) => flags.has("NO_POWER") || !isFitForPower(facts),
    to: "CLEAN_DRY",
    advice: ["clean_before_use"],
    reason: {
      vi: "Chạy được nhưng chưa chắc đã khô, sạch, hoặc đang có điện khi ướt: vệ sinh, sấy, đo cách điện rồi mới dùng",
      en: "It works, but is not proven dry and clean, or was live when wet: clean, dry, test the insulation before use",
    },
    source: "nema",
  },
  {
    id: "G02",
    from: ["REUSE"],
    when: (facts) => !facts.gatePassed,
    to: "HOLD",
    advice: ["try_later"],
    reason: {
      vi: "Điện tại địa điểm chưa đủ điều kiện an toàn: để đó, thử sau",
      en: "The site's electrical installation is not safe yet: leave it, try it later",
    },
    source: "nema",
  },
];

/**
 * May this device be connected to power, as far as water and damage go (the site's gate apart)? Only what stayed dry,
 * or was cleaned, dried and not live in the water. What nobody knows is not proven.
 */
export function isFitForPower(facts: Facts): boolean {
  if (
    facts.water === "unknown" ||
    isRuined(facts) ||
    isSpoiltByWater(facts) ||
    isBatteryUnsure(facts) ||
    hasWetData(facts)
  )
    return false;
  if (facts.water === "humid") return facts.worksNow === "ok";
  return !isSoaked(facts) || (wasCleaned(facts) && hasDried(facts) && wasDead(facts));
}

/** Salt harms no glass. */
const isSpoiltByWater = (facts: Facts): boolean => isSpoilt(facts) && facts.own("cable_type") !== "quang";

const lacks = (facts: Facts, question: Facts["type"]["without"][number]): boolean =>
  facts.type.without.includes(question);
const wasCleaned = (facts: Facts): boolean => lacks(facts, "cleaned") || facts.cleaned === "yes";
/** No voltage on it while it was wet. */
const wasDead = (facts: Facts): boolean => lacks(facts, "on_when_wet") || facts.onWhenWet === "no";

/** A result after the end rules: what may be used is safe to use, and all that is not safe to power says so. */
export function madeSafe(
  facts: Facts,
  decided: { readonly disposition: Disposition; readonly rule: string; readonly flags: ReadonlySet<Flag> },
): {
  readonly disposition: Disposition;
  readonly rule: string;
  readonly flags: ReadonlySet<Flag>;
  readonly advice: readonly string[];
} {
  const final = FINAL_RULES.find(
    (rule) => rule.from.includes(decided.disposition) && rule.when(facts, decided.flags, decided.disposition),
  );
  const flags = new Set(decided.flags);
  if (!facts.gatePassed || flags.has("HAZ_BATTERY") || !isFitForPower(facts)) flags.add("NO_POWER");
  if (final === undefined) return { ...decided, flags, advice: [] };
  return { disposition: final.to, rule: final.id, flags, advice: final.advice };
}
