import { cleanedAndDried, isRuined, isSoaked, isSpoilt, isWetIn, type DeviceFacts } from "./facts.ts";
import { costsMoney, type Override } from "./rule.ts";

const yes =
  (id: string) =>
  (facts: DeviceFacts): boolean =>
    facts.own(id) === "co";

const isCarriers = (facts: DeviceFacts): boolean => facts.own("owner") === "nha_mang";

/** Some ports dead, at least one alive. */
function someDeadPorts(facts: DeviceFacts): boolean {
  const total = facts.own("ports_total");
  const alive = facts.own("ports_ok");
  if (typeof total !== "number" || typeof alive !== "number" || isRuined(facts) || isSpoilt(facts)) return false;
  return alive >= 1 && alive < total && facts.worksNow === "partial";
}

/** Overrides of switches, routers and access points. Where a rule of the notes was changed, the comment says why. */
export const NETWORK_OVERRIDES: readonly Override[] = [
  {
    // Dry, or cleaned and dried like G12, whatever the depth of the water: otherwise a deeper soak gave a milder
    // result.
    id: "switch.ports",
    types: ["switch"],
    when: (f) => someDeadPorts(f) && (f.water === "none" || f.water === "humid" || cleanedAndDried(f) === "yes"),
    to: { set: (_f, general) => (general === "HOLD" ? general : "REUSE") },
    flags: ["WATCH_30D"],
    advice: ["list_dead_ports"],
    reason: {
      vi: "Hỏng một số cổng: dùng các cổng còn tốt, ghi rõ cổng hỏng",
      en: "Some ports are dead: use the good ones, list the dead ones",
    },
    source: "programme",
  },
  {
    id: "switch.ports_unsure",
    types: ["switch"],
    when: (f) => someDeadPorts(f) && isSoaked(f) && cleanedAndDried(f) === "maybe",
    to: { set: (_f, general) => (costsMoney(general) ? "CLEAN_DRY" : general) },
    flags: ["VERIFY"],
    advice: ["list_dead_ports"],
    reason: {
      vi: "Hỏng một số cổng, chưa rõ đã vệ sinh, khô chưa: hỏi lại rồi thử lại",
      en: "Some ports are dead, cleaning and drying unknown: ask, then try again",
    },
    source: "programme",
  },
  {
    // Not where it was cleaned, dried and works: the programme's aim is to make use of what can be used.
    id: "switch.small",
    types: ["switch"],
    when: (f) => isWetIn(f) && f.own("managed") === "khong" && Number(f.own("ports_total") ?? Infinity) <= 8,
    to: { atLeast: "REPLACE" },
    unlessProven: true,
    reason: {
      vi: "Switch nhỏ không quản lý: thay rẻ hơn sửa",
      en: "Small unmanaged switch: cheaper to replace than to repair",
    },
    source: "practice",
  },
  {
    id: "switch.adapter",
    types: ["switch", "ap", "router_ont"],
    when: (f) => yes("adapter_wet")(f) && !isCarriers(f),
    to: { atLeast: "REPAIR" },
    advice: ["part_adapter"],
    reason: {
      vi: "Adapter ướt: chỉ thay adapter, bo mạch xét riêng",
      en: "Wet adapter: replace the adapter only, judge the board by itself",
    },
    source: "ndseb",
  },
  {
    id: "router_ont.carrier",
    types: ["router_ont"],
    when: (f) => isCarriers(f) && (isSoaked(f) || isRuined(f) || f.worksNow === "dead" || yes("adapter_wet")(f)),
    to: { atLeast: "REPLACE" },
    flags: ["ISP_OWNED"],
    advice: ["carrier_swap"],
    reason: {
      vi: "Thiết bị của nhà mạng bị ướt hoặc hỏng: yêu cầu nhà mạng đổi, không tự sửa",
      en: "The carrier's equipment got wet or is dead: ask the carrier to swap it, do not repair it",
    },
    source: "carrier",
  },
  {
    // Dry and half working: as often the line as the box, and both are the carrier's.
    id: "router_ont.carrier_check",
    types: ["router_ont"],
    when: (f) => isCarriers(f) && !isSoaked(f) && f.worksNow === "partial",
    to: { set: (_f, general) => (general === "REPAIR" ? "HOLD" : general) },
    flags: ["ISP_OWNED"],
    advice: ["carrier_check"],
    reason: {
      vi: "Thiết bị của nhà mạng chạy một phần hoặc LOS đỏ: nhà mạng kiểm tra đường và thiết bị, cơ quan không sửa",
      en: "The carrier's equipment works in part or shows LOS red: the carrier checks line and box, the office repairs nothing",
    },
    source: "carrier",
  },
  {
    id: "router_ont.los",
    types: ["router_ont"],
    when: (f) => f.own("los_led") === "do" || f.own("pon_led") === "tat",
    to: null,
    advice: ["report_fibre"],
    reason: {
      vi: "LOS đỏ: báo nhà mạng đứt hoặc ẩm quang",
      en: "LOS red: tell the carrier that the fibre is cut or wet",
    },
    source: "carrier",
  },
  {
    id: "router_ont.fibre",
    types: ["router_ont"],
    when: yes("fibre_wet"),
    to: null,
    advice: ["clean_fibre"],
    reason: { vi: "Đầu quang ướt: lau sạch, thử lại", en: "Wet fibre connector: clean it and test again" },
    source: "practice",
  },
  {
    id: "router_ont.own",
    types: ["router_ont"],
    when: (f) => isSoaked(f) && f.own("owner") === "co_quan",
    to: null,
    advice: ["ask_wan_settings"],
    reason: {
      vi: "Hỏi nhà mạng thông số WAN trước khi thay",
      en: "Ask the carrier for the WAN settings before replacing",
    },
    source: "practice",
  },
];
