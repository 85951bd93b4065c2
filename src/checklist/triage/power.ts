import { isBatteryUnsure } from "./battery.ts";
import { hasDried, hasWetData, isRuined, isSoaked, isSpoilt, type DeviceFacts } from "./facts.ts";
import type { FinalRule, Standing } from "./rule.ts";

const lacks = (facts: DeviceFacts, question: DeviceFacts["type"]["without"][number]): boolean =>
  facts.type.without.includes(question);
const wasCleaned = (facts: DeviceFacts): boolean => lacks(facts, "cleaned") || facts.cleaned === "yes";
/** No voltage on it while it was wet. */
const wasDead = (facts: DeviceFacts): boolean => lacks(facts, "on_when_wet") || facts.onWhenWet === "no";
const NO_POWER = ["NO_POWER"] as const;

/**
 * Why a device must not be connected to power as it is: water and damage. Only what stayed dry, or was cleaned, dried
 * and not live in the water, is fit for it. What nobody knows is not proven.
 */
const WATER_RULES: readonly Standing[] = [
  {
    id: "power.depth",
    when: (f) => f.water === "unknown",
    flags: NO_POWER,
    reason: { vi: "Không rõ mức nước: coi như ngập", en: "Nobody knows how far the water came: it counts as flooded" },
    source: "nema",
  },
  {
    id: "power.damage",
    when: isRuined,
    flags: NO_POWER,
    reason: { vi: "Đã cháy, chập hoặc ăn mòn nặng", en: "Burnt, shorted or heavily corroded" },
    source: "esfi",
  },
  {
    // Salt harms no glass.
    id: "power.spoilt",
    when: (f) => isSpoilt(f) && f.own("cable_type") !== "quang",
    flags: NO_POWER,
    reason: {
      vi: "Nước mặn hoặc ô nhiễm trên một ngày: cặn muối dẫn điện",
      en: "Salt or polluted water for more than a day: what is left conducts",
    },
    source: "nema",
  },
  {
    id: "power.wet",
    when: (f) => isSoaked(f) && !hasDried(f),
    flags: NO_POWER,
    reason: {
      vi: "Còn ướt hoặc chưa chắc đã khô đủ ngày",
      en: "Still wet, or not proven dry for as long as it needs",
    },
    source: "evn",
  },
  {
    id: "power.dirty",
    when: (f) => isSoaked(f) && !wasCleaned(f),
    flags: NO_POWER,
    reason: {
      vi: "Chưa rửa: bùn, muối còn lại vừa ăn mòn vừa dẫn điện",
      en: "Not cleaned: mud and salt that are left corrode and conduct",
    },
    source: "nema",
  },
  {
    id: "power.live",
    when: (f) => isSoaked(f) && !wasDead(f),
    flags: NO_POWER,
    reason: {
      vi: "Đang có điện khi bị nước, hoặc không ai rõ: phải đo cách điện",
      en: "Live when it got wet, or nobody knows: its insulation must be tested",
    },
    source: "restore",
  },
  {
    id: "power.moist",
    // What runs, if only in part, has been on power since.
    when: (f) => f.water === "humid" && f.worksNow !== "ok" && f.worksNow !== "partial",
    flags: NO_POWER,
    reason: { vi: "Đang ẩm: để khô rồi mới thử", en: "Moist: let it dry before it is tried" },
    source: "evn",
  },
  {
    id: "power.disk",
    when: hasWetData,
    flags: NO_POWER,
    reason: { vi: "Ổ đĩa ngập có dữ liệu", en: "A flooded disk with data" },
    source: "recovery",
  },
  {
    id: "power.cell_unsure",
    when: isBatteryUnsure,
    flags: NO_POWER,
    reason: { vi: "Chưa rõ pin lithium có ướt", en: "Nobody knows whether the lithium battery got wet" },
    source: "battery",
  },
];

/** Parts on mains voltage that stand or fall by themselves, and the answer that says they got wet. */
const SUPPLIES = ["psu_wet", "adapter_wet", "charger_wet"];

/** NO_POWER, settled once, whatever rule or override decided: water, damage, batteries and secrets. */
export const POWER_RULES: readonly Standing[] = [
  ...WATER_RULES,
  {
    // Nobody washes or dries a supply, so that no day of drying clears it: it is replaced first, and says so then.
    id: "power.supply",
    when: (f) => f.water !== "none" && SUPPLIES.some((id) => f.own(id) === "co"),
    flags: NO_POWER,
    reason: {
      vi: "Bộ nguồn, bộ sạc đã ướt: thay xong mới cấp điện",
      en: "Its power supply or charger got wet: no power before it is replaced",
    },
    source: "techspray",
  },
  {
    id: "power.cell",
    when: (_f, so) => so.flags.has("HAZ_BATTERY"),
    flags: NO_POWER,
    reason: {
      vi: "Pin, ắc quy nguy hại còn trong máy: không sạc, không cắm điện",
      en: "A hazardous battery is in it: no charging, no power",
    },
    source: "battery",
  },
  {
    id: "power.secret",
    when: (f) => f.data === "secret" && (isSoaked(f) || f.water === "unknown"),
    flags: NO_POWER,
    reason: { vi: "Máy bị nước có bí mật nhà nước: giữ nguyên", en: "Wet, with state secrets: leave it as it is" },
    source: "secret",
  },
];

/** The site's own reason, for every device alike. */
export const GATE_RULE: Standing = {
  id: "power.gate",
  when: (f) => !f.gatePassed,
  flags: NO_POWER,
  reason: {
    vi: "Điện tại địa điểm chưa đủ điều kiện an toàn",
    en: "The site's electrical installation is not safe yet",
  },
  source: "evn",
};

const NOTHING = { disposition: "HOLD", flags: new Set<never>() } as const;
/** May this device be connected to power, as far as water and damage go (site, battery and secrets apart)? */
export const isFitForPower = (facts: DeviceFacts): boolean => !WATER_RULES.some((rule) => rule.when(facts, NOTHING));

/**
 * "Use it" and "dry it" with a ruined battery, "use it" without power or proof: none of them stands. G02 is the general
 * rule's id: a closed gate is one reason, for dry and for dried devices.
 */
export const FINAL_RULES: readonly FinalRule[] = [
  {
    id: "power.battery",
    from: ["REUSE", "CLEAN_DRY", "HOLD"],
    // Dry, held because nobody tried it yet: the battery is told by looking. Other reasons to hold stand.
    when: (facts, { disposition, flags }) =>
      flags.has("HAZ_BATTERY") && (disposition !== "HOLD" || facts.water === "none"),
    to: "REPAIR",
    reason: {
      vi: "Pin, ắc quy đã bị nước hoặc hỏng: thay pin trước khi dùng",
      en: "Its battery got wet or is damaged: replace it before use",
    },
    source: "battery",
  },
  {
    id: "power.unproven",
    from: ["REUSE"],
    when: (_facts, { flags }) => flags.has("NO_POWER"),
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
