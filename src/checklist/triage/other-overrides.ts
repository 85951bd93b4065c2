import type { Disposition } from "../../visit/schema.ts";
import { byTrial } from "./general-rules.ts";
import { isBatteryWet } from "./battery.ts";
import { isDirty, isLong, isRuined, isSoaked, isWetIn, type DeviceFacts } from "./facts.ts";
import { costsMoney, type Override } from "./rule.ts";

const soakedAnd =
  (id: string) =>
  (facts: DeviceFacts): boolean =>
    isSoaked(facts) && facts.own(id) === "co";

/** A camera's housing kept the water out; "maybe" where an answer for it is missing. */
function sealed(facts: DeviceFacts): "yes" | "maybe" | "no" {
  const rating = facts.own("ip_rating");
  const connector = facts.own("connector_wet");
  const open =
    facts.body !== "ok" ||
    facts.corrosion === "heavy" ||
    facts.poweredAfter === "fault" ||
    facts.poweredAfter === "smoke_trip";
  if (open || rating === "trong_nha" || connector === "co") return "no";
  return rating === "ip66" && connector === "khong" ? "yes" : "maybe";
}

/** Salt or polluted water wicks into copper cable and eats it for months, whatever a test says today; glass it does not harm. */
function isEaten(facts: DeviceFacts): boolean {
  return isSoaked(facts) && facts.water !== "splash" && isDirty(facts) && isLong(facts);
}
const COPPER: readonly unknown[] = ["utp", "ftp", "dien_thoai"];

/** What a cable's test says; "not tested" after water means: test it when dry. */
function byTest(facts: DeviceFacts): Disposition {
  const kind = facts.own("cable_type");
  if (isEaten(facts) && COPPER.includes(kind)) return "REPLACE";
  if (facts.worksNow === "dead") return facts.own("cable_type") === "quang" ? "REPAIR" : "REPLACE";
  if (facts.own("ends_submerged") === "co") return "REPAIR";
  return facts.worksNow === "ok" && !(isEaten(facts) && kind === undefined) ? "REUSE" : "CLEAN_DRY";
}

/** Overrides of cameras, cabling, tokens and everything else. Where a rule of the notes was changed, the comment says
 * why.
 */
export const OTHER_OVERRIDES: readonly Override[] = [
  {
    // Like moist air: only what works is used again. "Use after a wipe" without trying would have told more of a
    // flooded camera than of a dry one.
    id: "camera.sealed",
    types: ["camera"],
    when: (f) => isSoaked(f) && sealed(f) === "yes",
    to: { set: byTrial },
    flags: ["WATCH_30D"],
    advice: ["wipe_camera"],
    reason: {
      vi: "Camera IP66, đầu nối khô: lau khô, thử lại",
      en: "IP66 camera with a dry connector: wipe it, try it",
    },
    source: "practice",
  },
  {
    id: "camera.maybe_sealed",
    types: ["camera"],
    when: (f) => isSoaked(f) && sealed(f) === "maybe",
    to: { set: (f, general) => (costsMoney(general) && !costsMoney(byTrial(f)) ? "CLEAN_DRY" : general) },
    flags: ["VERIFY"],
    reason: {
      vi: "Chưa rõ cấp bảo vệ hoặc đầu nối: kiểm tra trước khi thay",
      en: "Rating or connector not known: look before replacing",
    },
    source: "practice",
  },
  {
    id: "camera.connector",
    types: ["camera"],
    when: (f) => f.water !== "none" && f.own("connector_wet") === "co",
    to: { atLeast: "REPAIR" },
    advice: ["reterminate"],
    reason: { vi: "Đầu nối ướt: cắt, bấm lại", en: "Wet connector: cut it and terminate again" },
    source: "nema",
  },
  {
    id: "camera.poe",
    types: ["camera", "ap"],
    when: (f) => isSoaked(f) && (f.own("poe_powered") === "co" || f.own("psu") === "poe"),
    to: null,
    advice: ["poe_disconnect_first"],
    reason: {
      vi: "Rút PoE trước khi chạm thiết bị ướt (48–57 V)",
      en: "Disconnect PoE before touching wet devices (48–57 V)",
    },
    source: "practice",
  },
  {
    // A cable has no board: its ends and its test decide, not the depth of the water.
    id: "cabling.test",
    types: ["cabling"],
    when: (f) => isSoaked(f) && !isRuined(f),
    to: { set: byTest },
    flags: ["WATCH_30D"],
    reason: {
      vi: "Cáp: xét đầu nối và kết quả đo sau 24 giờ",
      en: "A cable: its ends and its test after 24 hours decide",
    },
    source: "nema",
  },
  {
    id: "cabling.failed",
    types: ["cabling"],
    when: (f) => f.worksNow === "dead" && f.own("cable_type") !== "quang",
    to: { atLeast: "REPLACE" },
    reason: { vi: "Cáp đo lỗi: thay", en: "The cable failed its test: replace it" },
    source: "nema",
  },
  {
    id: "cabling.ends",
    types: ["cabling"],
    when: (f) => f.water !== "none" && f.own("ends_submerged") === "co",
    to: { atLeast: "REPAIR" },
    advice: ["part_plugs", "reterminate"],
    reason: {
      vi: "Đầu cáp ngập: thay đầu nối, ổ mạng; cắt lùi 30 cm, bấm lại, đo",
      en: "Ends were under water: replace plugs and sockets; cut back 30 cm, terminate, test",
    },
    source: "nema",
  },
  {
    id: "cabling.fibre",
    types: ["cabling"],
    when: (f) => isSoaked(f) && f.own("cable_type") === "quang",
    to: null,
    advice: ["clean_fibre"],
    reason: {
      vi: "Cáp quang: lau đầu nối, đo lại; sợi quang không hỏng vì nước",
      en: "Fibre: clean the connectors, test again; water does not harm the glass",
    },
    source: "practice",
  },
  {
    id: "token.try_once",
    types: ["token"],
    when: (f) => isSoaked(f) && !isRuined(f),
    to: { set: byTrial },
    flags: ["WATCH_30D"],
    advice: ["token_dry_48h"],
    reason: { vi: "Token ướt: để khô 48 giờ, thử một lần", en: "Wet token: let it dry for 48 hours, try it once" },
    source: "practice",
  },
  {
    id: "token.dead",
    types: ["token"],
    when: (f) => f.worksNow === "dead" || f.worksNow === "partial",
    to: { atLeast: "REPLACE" },
    flags: ["ONESTOP_CRITICAL"],
    advice: ["token_reissue"],
    reason: {
      vi: "Token hỏng: thu hồi, cấp lại tại Ban Cơ yếu (lâu)",
      en: "Dead token: have it revoked and issued again by the Government Cipher Committee (takes long)",
    },
    source: "practice",
  },
  {
    id: "token.lost",
    types: ["token"],
    when: (f) => f.own("token_lost") === "co",
    to: { set: () => "REPLACE" },
    flags: ["ONESTOP_CRITICAL"],
    advice: ["token_report_lost", "token_reissue"],
    reason: {
      vi: "Mất token: báo ngay để thu hồi chứng thư",
      en: "Lost token: report it at once to have the certificate revoked",
    },
    source: "practice",
  },
  {
    id: "vc_set.codec",
    types: ["vc_set"],
    when: soakedAnd("codec_wet"),
    to: { atLeast: "REPAIR" },
    advice: ["vendor_only"],
    reason: { vi: "Codec bị nước: hãng sửa", en: "The codec got wet: repair by the vendor" },
    source: "practice",
  },
  {
    id: "vc_set.tv",
    types: ["vc_set"],
    when: soakedAnd("tv_wet"),
    to: { atLeast: "CLEAN_DRY" },
    flags: ["INSULATION_TEST"],
    advice: ["tv_as_monitor"],
    reason: { vi: "TV bị nước: xử lý như màn hình", en: "The TV got wet: treat it as a monitor" },
    source: "practice",
  },
  {
    id: "projector.ceiling",
    types: ["projector"],
    when: (f) => f.own("ceiling") === "co" && !isSoaked(f),
    to: null,
    advice: ["check_then_use"],
    reason: { vi: "Treo trần, trên mực nước: kiểm tra rồi dùng", en: "Hung above the water: check it, then use it" },
    source: "practice",
  },
  {
    id: "phone_fax.flooded",
    types: ["phone_fax"],
    when: isWetIn,
    to: { atLeast: "REPLACE" },
    unlessProven: true,
    reason: { vi: "Điện thoại, fax ngập: thay rẻ hơn sửa", en: "Flooded phone or fax: cheaper to replace" },
    source: "practice",
  },
  {
    id: "radio.amp",
    types: ["radio"],
    when: soakedAnd("amp_wet"),
    to: { atLeast: "REPAIR" },
    reason: { vi: "Tăng âm bị nước: sửa", en: "The amplifier got wet: repair it" },
    source: "practice",
  },
  {
    id: "radio.sim",
    types: ["radio"],
    when: (f) => f.own("sim_ok") === "khong",
    to: null,
    advice: ["carrier_sim"],
    reason: { vi: "SIM hỏng: đổi tại nhà mạng", en: "Dead SIM: ask the carrier for another" },
    source: "carrier",
  },
  {
    id: "battery_pack.wet",
    types: ["battery_pack"],
    when: (f) => isSoaked(f) || isBatteryWet(f),
    to: { atLeast: "HAZARD" },
    flags: ["HAZ_BATTERY"],
    reason: {
      vi: "Pin, sạc dự phòng đã ướt: không sấy, không sạc, không dùng lại; thu gom",
      en: "A battery or power bank that got wet: neither dried nor charged nor used again; collect it",
    },
    source: "battery",
  },
  {
    id: "generator.info",
    types: ["generator"],
    when: () => true,
    to: null,
    advice: ["generator_electrician"],
    reason: { vi: "Ngoài phạm vi CNTT: chỉ ghi nhận", en: "Outside IT: for information only" },
    source: "practice",
  },
];
