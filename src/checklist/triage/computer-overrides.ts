import { isDamaged } from "./battery.ts";
import { broken } from "./general-rules.ts";
import { hasWetData, isSoaked, isWetIn } from "./facts.ts";
import type { Override } from "./rule.ts";

const COMPUTERS = ["pc", "server", "kiosk"];

/** Overrides of computers, screens and disks. Where a rule of the notes was changed, the comment says why. */
export const COMPUTER_OVERRIDES: readonly Override[] = [
  {
    id: "pc.psu",
    types: COMPUTERS,
    when: (f) => f.water !== "none" && f.own("psu_wet") === "co",
    to: { atLeast: "REPAIR" },
    advice: ["part_psu"],
    reason: {
      vi: "Bộ nguồn ướt: thay nguồn, không sấy dùng lại",
      en: "Wet power supply: replace it, never dry it for use",
    },
    source: "techspray",
  },
  {
    id: "pc.ram",
    types: COMPUTERS,
    when: (f) => f.own("ram_ok") === "khong",
    to: { atLeast: "REPAIR" },
    advice: ["part_ram"],
    reason: { vi: "RAM không nhận đủ", en: "Not all memory is seen" },
    source: "practice",
  },
  {
    id: "pc.clock",
    types: COMPUTERS,
    when: (f) => f.own("cmos_time") === "sai",
    to: null,
    advice: ["part_coin_cell", "set_clock"],
    reason: {
      vi: "Đồng hồ sai: thay pin CMOS, chỉnh giờ trước khi ký số",
      en: "Wrong clock: replace the coin cell, set the clock before signing",
    },
    source: "practice",
  },
  {
    id: "pc.signing",
    types: ["pc"],
    when: (f) => f.own("token_pc") === "co" && (broken(f) || isSoaked(f)),
    to: null,
    flags: ["ONESTOP_CRITICAL"],
    advice: ["signing_pc"],
    reason: { vi: "Máy dùng ký số: bố trí máy thay sớm", en: "Used for signing: find a substitute early" },
    source: "programme",
  },
  {
    id: "laptop.charger",
    types: ["laptop", "tablet"],
    when: (f) => f.own("charger_wet") === "co",
    to: { atLeast: "REPAIR" },
    advice: ["part_adapter"],
    reason: { vi: "Bộ sạc ướt: thay, không sấy dùng lại", en: "Wet charger: replace it, never dry it for use" },
    source: "ndseb",
  },
  {
    // For any liquid, not for splashes alone: otherwise deeper water gave a milder result.
    id: "laptop.keyboard",
    types: ["laptop"],
    when: (f) => isSoaked(f) && f.own("keyboard_wet") === "co",
    to: { atLeast: "REPAIR" },
    advice: ["part_keyboard"],
    reason: { vi: "Bàn phím ướt: thay bàn phím", en: "Wet keyboard: replace it" },
    source: "practice",
  },
  {
    id: "monitor.crt",
    types: ["monitor"],
    when: (f) => isWetIn(f) && f.own("monitor_kind") === "crt",
    to: { atLeast: "REPLACE" },
    flags: ["NO_POWER"],
    advice: ["haz_crt", "tube_do_not_open"],
    reason: {
      vi: "Đèn hình ngập nước: thay; điện áp cao, thủy tinh chì, không mở",
      en: "A flooded tube: replace it; high voltage and leaded glass, do not open",
    },
    source: "waste",
  },
  {
    id: "monitor.lcd",
    types: ["monitor"],
    when: (f) => isWetIn(f) && f.own("monitor_kind") !== "crt",
    to: { atLeast: "CLEAN_DRY" },
    unlessProven: true,
    flags: ["INSULATION_TEST"],
    reason: {
      vi: "Màn hình LCD ngập: sấy ít nhất 5 ngày, đo cách điện",
      en: "Flooded LCD: dry for 5 days or more, test the insulation",
    },
    source: "practice",
  },
  {
    id: "monitor.spots",
    types: ["monitor", "kiosk"],
    when: (f) => f.water !== "none" && f.own("screen_spots") === "co",
    to: {
      set: (f, general) =>
        f.type.id === "monitor" && general !== "HAZARD"
          ? "REPLACE"
          : general === "REPLACE" || general === "HAZARD"
            ? general
            : "REPAIR",
    },
    advice: ["haz_ccfl"],
    reason: { vi: "Màn hình đốm, ố do nước", en: "Spots in the screen from water" },
    source: "practice",
  },
  {
    id: "server.vendor",
    types: ["server"],
    when: isSoaked,
    to: { atLeast: "REPAIR" },
    flags: ["NO_POWER", "DATA_FIRST"],
    advice: ["vendor_only", "number_trays"],
    reason: {
      vi: "Máy chủ bị nước: để hãng xử lý, không bật lần đầu tại chỗ",
      en: "A server that got wet: leave it to the vendor, no first power-on on site",
    },
    source: "recovery",
  },
  {
    id: "disk.hold",
    types: ["hdd"],
    when: hasWetData,
    to: { set: () => "HOLD" },
    advice: ["disk_do_not", "number_trays"],
    reason: {
      vi: "Ổ có dữ liệu bị nước: không bật, không mở, không sấy nóng; túi kín, gửi chuyên gia",
      en: "A wet disk with data: no power, do not open, no heat; seal it in a bag, send it to a specialist",
    },
    source: "recovery",
  },
  {
    id: "disk.backed_up",
    types: ["hdd"],
    when: (f) => isWetIn(f) && f.data === "backed_up",
    to: { atLeast: "REPLACE" },
    reason: { vi: "Dữ liệu đã sao lưu: thay ổ", en: "Its data is backed up: replace it" },
    source: "recovery",
  },
  {
    // A machine whose wet disk must not be powered cannot be "used" before the data is out.
    id: "disk.first",
    types: ["pc", "laptop", "server", "kiosk"],
    when: (f) => hasWetData(f) && !isDamaged(f),
    to: { atLeast: "CLEAN_DRY" },
    advice: ["take_disk_out", "disk_do_not"],
    reason: {
      vi: "Ổ đĩa dưới mực nước có dữ liệu: tháo ổ, cứu dữ liệu trước, không cấp điện",
      en: "A disk with data was under water: take it out, save the data first, no power",
    },
    source: "recovery",
  },
  {
    id: "disk.after_cell",
    types: ["laptop"],
    when: (f) => hasWetData(f) && isDamaged(f),
    to: { atLeast: "CLEAN_DRY" },
    advice: ["copy_data_no_cell", "disk_do_not"],
    reason: {
      vi: "Ổ đĩa dưới mực nước có dữ liệu, pin nguy hiểm: đưa pin ra trước, rồi mới tháo ổ",
      en: "A disk with data was under water beside a dangerous battery: the battery comes out first, then the disk",
    },
    source: "battery",
  },
  {
    // The disk that goes to the laboratory does not come back into the machine.
    id: "disk.replace",
    types: ["pc", "laptop", "server", "kiosk"],
    when: (f) =>
      (hasWetData(f) && (f.own("disk_height") === "duoi" || f.water === "full")) || f.own("disk_out") === "co",
    to: null,
    advice: ["part_disk"],
    reason: { vi: "Ổ đĩa ngập nước đã tháo: máy cần ổ khác", en: "The flooded disk is out: the machine needs another" },
    source: "recovery",
  },
  {
    id: "tablet.data",
    types: ["tablet"],
    when: hasWetData,
    to: { atLeast: "CLEAN_DRY" },
    advice: ["disk_do_not"],
    reason: {
      vi: "Máy ngập có dữ liệu: không bật, không sạc, giao chuyên gia cứu dữ liệu",
      en: "It was under water with data in it: do not switch it on or charge it, leave the data to a specialist",
    },
    source: "recovery",
  },
];
