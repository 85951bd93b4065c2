import type { Disposition } from "../../visit/schema.ts";
import { isSoaked, isWetIn, type DeviceFacts } from "./facts.ts";
import type { Override } from "./rule.ts";

const own =
  (id: string) =>
  (facts: DeviceFacts): boolean =>
    facts.water !== "none" && facts.own(id) === "co";
/** Older than three years and known to be: a missing age never asks for a new device. */
const knownOlder = (facts: DeviceFacts): boolean => facts.age !== "lt3" && !facts.unknowns.includes("age");

/** Overrides of printers, scanners and power devices. Where a rule of the notes was changed, the comment says why. */
export const OFFICE_OVERRIDES: readonly Override[] = [
  {
    id: "printer_laser.mud",
    types: ["printer_laser"],
    when: (f) => isWetIn(f) && f.mud === "heavy",
    to: { atLeast: "REPLACE" },
    unlessProven: true,
    reason: { vi: "Máy in ngập, nhiều bùn bên trong", en: "Flooded, with a lot of mud inside" },
    source: "practice",
  },
  {
    id: "printer_laser.fuser",
    types: ["printer_laser"],
    when: own("fuser_wet"),
    to: { atLeast: "REPAIR" },
    advice: ["part_fuser"],
    reason: { vi: "Cụm sấy ướt: thay hoặc sửa", en: "Wet fuser: replace or repair it" },
    source: "practice",
  },
  {
    id: "printer_laser.path",
    types: ["printer_laser"],
    when: own("paper_path_mud"),
    to: { atLeast: "CLEAN_DRY" },
    reason: { vi: "Đường giấy có bùn: vệ sinh trước", en: "Mud in the paper path: clean it first" },
    source: "practice",
  },
  {
    id: "printer_laser.toner",
    types: ["printer_laser"],
    when: own("toner_wet"),
    to: null,
    flags: ["TONER_WET"],
    advice: ["haz_toner", "part_toner"],
    reason: {
      vi: "Hộp mực ướt: bỏ, thu gom riêng",
      en: "Wet toner: discard it, collect it apart",
    },
    source: "waste",
  },
  {
    id: "printer_laser.dry",
    types: ["printer_laser", "printer_ink"],
    when: isSoaked,
    to: null,
    advice: ["no_dry_by_printing"],
    reason: { vi: "Không cho máy in chạy để làm khô", en: "Never run it to dry it" },
    source: "practice",
  },
  {
    // Only where age and kind are known: "not known" asks for no new printer.
    id: "printer_ink.old",
    types: ["printer_ink"],
    when: (f) =>
      isWetIn(f) &&
      knownOlder(f) &&
      (f.own("printer_kind") === "phun" || (f.own("printer_kind") === "kim" && f.mud === "heavy")),
    to: { atLeast: "REPLACE" },
    unlessProven: true,
    reason: { vi: "Máy in phun ngập, trên 3 năm: thay", en: "Flooded ink-jet older than three years: replace it" },
    source: "practice",
  },
  {
    id: "printer_ink.dot",
    types: ["printer_ink"],
    when: (f) => isWetIn(f) && f.own("printer_kind") === "kim" && (f.mud === "some" || f.mud === "heavy"),
    to: { atLeast: "REPAIR" },
    unlessProven: true,
    advice: ["dot_matrix_worthwhile"],
    reason: {
      vi: "Máy in kim ít bùn: đáng sửa (in hóa đơn, sổ)",
      en: "Dot-matrix with little mud: worth repairing (invoices, registers)",
    },
    source: "programme",
  },
  {
    id: "scanner.flatbed",
    types: ["scanner"],
    when: (f) => isWetIn(f) && (f.own("scanner_kind") === "phang" || f.own("scanner_kind") === "ca_hai"),
    to: {
      set: (f, general) =>
        general === "REPLACE" || general === "HAZARD" || knownOlder(f)
          ? worst(general, "REPLACE")
          : worst(general, "REPAIR"),
    },
    unlessProven: true,
    reason: { vi: "Máy quét phẳng ngập nước", en: "Flooded flatbed scanner" },
    source: "practice",
  },
  {
    id: "scanner.fog",
    types: ["scanner"],
    when: own("glass_fog"),
    to: { atLeast: "CLEAN_DRY" },
    reason: { vi: "Kính mờ: vệ sinh, sấy", en: "Fogged glass: clean and dry" },
    source: "practice",
  },
  {
    id: "scanner.onestop",
    types: ["scanner", "kiosk"],
    when: (f) => f.own("onestop_use") === "co" || (f.type.id === "scanner" && f.own("onestop_use") === undefined),
    to: null,
    flags: ["ONESTOP_CRITICAL"],
    reason: { vi: "Một cửa cần máy quét để số hóa hồ sơ", en: "The one-stop desk needs it" },
    source: "programme",
  },
  {
    id: "scanner.lamp",
    types: ["scanner"],
    when: (f) => isWetIn(f) && f.own("lamp") === "ccfl",
    to: null,
    advice: ["haz_ccfl"],
    reason: { vi: "Đèn CCFL có thủy ngân", en: "CCFL lamps contain mercury" },
    source: "waste",
  },
  {
    id: "ups.hot",
    types: ["ups"],
    when: (f) => f.own("case_hot") === "co",
    to: { atLeast: "HAZARD" },
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["battery_outdoors", "ups_do_not_open"],
    reason: { vi: "UPS nóng, phồng: nguy cơ cháy", en: "UPS hot or bulging: it may catch fire" },
    source: "battery",
  },
  {
    id: "ups.flooded",
    types: ["ups"],
    when: (f) => isWetIn(f) || (isSoaked(f) && f.own("batt_submerged") === "co"),
    to: { atLeast: "REPLACE" },
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["ups_do_not_open"],
    reason: {
      vi: "UPS ngập: thay, thu gom ắc quy; rút điện rồi vẫn nguy hiểm, không mở",
      en: "Flooded UPS: replace it, collect the batteries; dangerous even unplugged, do not open",
    },
    source: "waste",
  },
  {
    // A UPS is never dried for use, so a wet one is at least a case for a workshop.
    id: "ups.wet",
    types: ["ups"],
    when: isSoaked,
    to: { atLeast: "REPAIR" },
    flags: ["NO_POWER"],
    advice: ["ups_do_not_open"],
    reason: {
      vi: "UPS bị ướt: không sấy dùng lại, đưa thợ kiểm tra",
      en: "A wet UPS is not dried for use: have it checked by a workshop",
    },
    source: "esfi",
  },
  {
    id: "poe.first",
    types: ["poe"],
    when: () => true,
    to: null,
    advice: ["poe_disconnect_first"],
    reason: {
      vi: "Rút PoE trước khi chạm thiết bị ướt (48–57 V)",
      en: "Disconnect PoE before touching wet devices (48–57 V)",
    },
    source: "practice",
  },
  {
    id: "power.humid",
    types: ["power_part", "poe"],
    when: (f) => f.water === "humid",
    to: null,
    flags: ["INSULATION_TEST"],
    reason: {
      vi: "Ổ cắm, nguồn bị ẩm: đo cách điện, ẩm thật thì thay",
      en: "Moist sockets and supplies: test the insulation, replace what is damp",
    },
    source: "evn",
  },
];

function worst(general: Disposition, atLeast: "REPAIR" | "REPLACE"): Disposition {
  if (general === "HAZARD" || general === "REPLACE") return general;
  return atLeast;
}
