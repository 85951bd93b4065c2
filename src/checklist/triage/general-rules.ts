import type { Disposition } from "../../visit/schema.ts";
import { hasDried, isDried, isSoaked, isSpoilt, isWetIn, provenByTrial, type DeviceFacts } from "./facts.ts";
import type { Rule } from "./rule.ts";

/** Tried, and does not work as it should. */
export const broken = (facts: DeviceFacts): boolean => facts.worksNow === "partial" || facts.worksNow === "dead";
const failed = (facts: DeviceFacts): boolean => facts.poweredAfter === "fault" || broken(facts);
/** Result where the water did no more than moisten: what trying it says. */
export const byTrial = (facts: DeviceFacts): Disposition =>
  facts.worksNow === "ok" ? "REUSE" : broken(facts) ? "REPAIR" : "CLEAN_DRY";

/** Below the board: dry for days, no corrosion, works. Splashed: dry for a day, works. Both without washing. */
function fitWithoutWashing(facts: DeviceFacts): boolean {
  if (facts.worksNow !== "ok" || facts.poweredAfter === "fault") return false;
  if (facts.water === "below_board") return isDried(facts) && facts.corrosion === "none";
  return facts.water === "splash" && hasDried(facts);
}

/**
 * The general rules, in order; the first that holds decides. The order differs from the numbers in two places, so that
 * no worse answer ever gives a milder result: G10 and G11 stand before G05 (a burnt desktop was to be repaired even
 * where heavy corrosion alone already meant replacing it), G14a and G14b before G13 (a fault found by trying was to
 * make a device that had been live under water "repair" instead of "replace"). Whether a device may be powered is not
 * theirs to say: that is settled once, at the end (power.ts).
 */
export const GENERAL_RULES: readonly Rule[] = [
  {
    id: "G01",
    when: (f) => f.type.class === "battery" && f.battery === "swollen_hot_leak",
    result: "HAZARD",
    reason: { vi: "Pin phồng, nóng hoặc rò: nguy cơ cháy", en: "Battery swollen, hot or leaking: it may catch fire" },
    source: "battery",
  },
  {
    id: "G03",
    when: (f) => f.data === "secret" && (isSoaked(f) || f.water === "unknown"),
    result: "HOLD",
    reason: {
      vi: "Có bí mật nhà nước: niêm phong, báo cơ quan cơ yếu, công an",
      en: "State secrets: seal it, report to the cipher authority and the police",
    },
    source: "secret",
  },
  {
    id: "G04",
    when: (f) => f.type.class === "power" && isSoaked(f),
    result: "REPLACE",
    reason: {
      vi: "Linh kiện nguồn đã ướt: thay, không sấy dùng lại",
      en: "A power part that got wet: replace it, never dry it for use",
    },
    source: "ndseb",
  },
  {
    id: "G10",
    when: (f) => isWetIn(f) && f.corrosion === "heavy",
    result: "REPLACE",
    reason: { vi: "Ăn mòn nặng sau khi ngập", en: "Heavy corrosion after flooding" },
    source: "nema",
  },
  {
    id: "G11",
    when: isSpoilt,
    result: "REPLACE",
    reason: { vi: "Nước mặn hoặc ô nhiễm, ngâm trên một ngày", en: "Salt or polluted water for more than a day" },
    source: "nema",
  },
  {
    id: "G05",
    when: (f) => f.body === "burnt" || f.poweredAfter === "smoke_trip",
    result: (f) =>
      (f.type.class === "computer" || f.type.class === "server") && f.age === "lt3" ? "REPAIR" : "REPLACE",
    reason: { vi: "Đã chập cháy", en: "It has burnt or shorted" },
    source: "esfi",
  },
  {
    // What is wet is judged by its water all the same: cleaning and drying do not wait for the electrician.
    id: "G02",
    when: (f) => !f.gatePassed && f.water === "none",
    result: "HOLD",
    advice: () => ["try_later"],
    reason: {
      vi: "Điện tại địa điểm chưa đủ điều kiện an toàn: để đó, thử sau",
      en: "The site's electrical installation is not safe yet: leave it, try it later",
    },
    source: "nema",
  },
  {
    id: "G06",
    when: (f) => f.water === "none" && f.worksNow === "ok",
    result: "REUSE",
    reason: { vi: "Không bị nước, chạy tốt", en: "Stayed dry and works" },
    source: "programme",
  },
  {
    id: "G07",
    when: (f) => f.water === "none" && broken(f),
    result: "REPAIR",
    reason: { vi: "Hỏng không do ngập (có thể do điện)", en: "Broken, but not by water (perhaps by the power)" },
    source: "practice",
  },
  {
    id: "G08",
    when: (f) => f.water === "none",
    result: "HOLD",
    flags: () => ["VERIFY"],
    reason: { vi: "Không bị nước nhưng chưa thử", en: "Stayed dry, not tried yet" },
    source: "practice",
  },
  {
    id: "G09",
    when: (f) => f.water === "unknown",
    result: "HOLD",
    flags: () => ["VERIFY"],
    reason: { vi: "Không rõ mức nước: coi như ngập", en: "Nobody knows how far the water came: treat it as flooded" },
    source: "nema",
  },
  {
    id: "G12",
    when: (f) => provenByTrial(f) === "yes",
    result: "REUSE",
    flags: () => ["WATCH_30D"],
    reason: {
      vi: "Đã vệ sinh, khô đủ ngày, chạy lại được: tận dụng, theo dõi 30 ngày",
      en: "Cleaned, dried long enough, works: use it, watch it for 30 days",
    },
    source: "restore",
  },
  {
    // Not in the notes: without it a missing answer alone turned G12's "use it" into G14's "replace it".
    id: "G12U",
    when: (f) => provenByTrial(f) === "maybe" && !fitWithoutWashing(f),
    result: "CLEAN_DRY",
    flags: () => ["VERIFY"],
    reason: {
      vi: "Chạy được nhưng chưa rõ đã vệ sinh, khô đủ chưa: hỏi lại, vệ sinh, sấy rồi thử lại",
      en: "It works, but nobody knows whether it was cleaned and dried: ask, clean, dry, try again",
    },
    source: "restore",
  },
  {
    id: "G14a",
    when: (f) => isWetIn(f) && f.onWhenWet === "yes",
    result: (f) => (f.age === "lt3" ? "REPAIR" : "REPLACE"),
    reason: { vi: "Đang có điện khi ngập", en: "It was live when flooded" },
    source: "restore",
  },
  {
    id: "G14b",
    when: (f) => isWetIn(f) && f.wetTime === "gt72h",
    result: (f) => (f.age === "gt5" ? "REPLACE" : "REPAIR"),
    reason: { vi: "Ngâm nước trên 3 ngày", en: "More than three days under water" },
    source: "restore",
  },
  {
    id: "G13",
    when: (f) => isSoaked(f) && failed(f),
    result: (f) => (f.age === "gt5" ? "REPLACE" : "REPAIR"),
    reason: { vi: "Đã thử, không chạy hoặc chạy lỗi", en: "Tried: dead or faulty" },
    source: "practice",
  },
  {
    id: "G14c",
    when: isWetIn,
    result: "CLEAN_DRY",
    reason: {
      vi: "Tháo, rửa sạch bùn, sấy; thay nguồn (PSU) đã ướt trước khi thử",
      en: "Open it, wash out the mud, dry it; replace a wet power supply before trying",
    },
    source: "techspray",
  },
  {
    id: "G15",
    when: (f) => f.water === "below_board",
    result: (f) => (fitWithoutWashing(f) ? "REUSE" : "CLEAN_DRY"),
    flags: (f) => (fitWithoutWashing(f) ? ["WATCH_30D"] : []),
    reason: { vi: "Nước chưa tới bo mạch", en: "The water did not reach the board" },
    source: "nema",
  },
  {
    id: "G16",
    when: (f) => f.water === "splash",
    result: (f) => (fitWithoutWashing(f) ? "REUSE" : "CLEAN_DRY"),
    flags: (f) => (fitWithoutWashing(f) ? ["WATCH_30D"] : []),
    reason: { vi: "Ướt nhẹ", en: "Lightly wetted" },
    source: "nema",
  },
  {
    id: "G17",
    when: (f) => f.water === "humid",
    result: byTrial,
    reason: { vi: "Chỉ ẩm", en: "Moist air only" },
    source: "nema",
  },
  {
    id: "G99",
    when: () => true,
    result: "HOLD",
    flags: () => ["VERIFY"],
    reason: { vi: "Cần kỹ thuật viên xem thêm", en: "A technician must look at it" },
    source: "practice",
  },
];
