import type { Question } from "../../form/question.ts";
import { is, isNot, number, pick, text, yesNo } from "../../form/build.ts";

const SOAKED = isNot("water", "none", "humid");
/** Where the whole device was under water, so was this part: the question is settled (triage/depth.ts). */
const NOT_DROWNED = isNot("water", "none", "humid", "full");
const RUNS = is("works_now", "ok", "partial");
const UNKNOWN = ["khong_ro", "Không rõ", "Not known"] as const;

/**
 * Questions that only some types of device have. Each id is unique over all types, so that a flat table can carry them.
 */
export const TYPE_QUESTIONS: readonly Question[] = [
  // Switches and access points
  number("ports_total", "Tổng số cổng", "Ports in all", { max: 512 }),
  number("ports_ok", "Số cổng sáng khi cắm thử", "Ports that light up when tried", {
    max: 512,
    needsPower: true,
    when: [RUNS],
  }),
  pick("psu", "Nguồn điện của thiết bị", "How is it powered?", [
    ["trong", "Nguồn trong", "Built-in supply"],
    ["adapter_ngoai", "Adapter ngoài", "External adapter"],
    ["poe", "PoE qua dây mạng", "PoE over the network cable"],
    UNKNOWN,
  ]),
  yesNo("adapter_wet", "Adapter có bị ướt?", "Did the adapter get wet?", { when: [is("psu", "adapter_ngoai")] }),
  yesNo("managed", "Loại quản lý được (có cấu hình)?", "Managed (has a configuration)?"),
  yesNo("config_backup", "Có bản lưu cấu hình?", "Is its configuration backed up?", { when: [is("managed", "co")] }),
  pick(
    "leds",
    "Đèn báo",
    "Lights",
    [
      ["binh_thuong", "Bình thường", "Normal"],
      ["khong_sang", "Không sáng", "Dark"],
      ["nhap_nhay_tat_ca", "Tất cả nhấp nháy", "All blinking"],
    ],
    { needsPower: true, when: [isNot("works_now", "not_tried")] },
  ),
  pick("mount", "Vị trí lắp", "Mounted on", [
    ["tran", "Trần", "Ceiling"],
    ["tuong", "Tường", "Wall"],
    ["ban", "Bàn", "Desk"],
  ]),
  // Router, ONT
  pick("owner", "Thiết bị của ai?", "Who owns it?", [
    ["nha_mang", "Nhà mạng", "The carrier"],
    ["co_quan", "Cơ quan", "The office"],
    UNKNOWN,
  ]),
  pick("carrier", "Nhà mạng", "Carrier", [
    ["vnpt", "VNPT", "VNPT"],
    ["viettel", "Viettel", "Viettel"],
    ["fpt", "FPT", "FPT"],
    ["khac", "Khác", "Other"],
    UNKNOWN,
  ]),
  pick(
    "pon_led",
    "Đèn PON",
    "PON light",
    [["sang", "Sáng", "On"], ["nhap_nhay", "Nhấp nháy", "Blinking"], ["tat", "Tắt", "Off"], UNKNOWN],
    { needsPower: true, when: [RUNS] },
  ),
  pick("los_led", "Đèn LOS", "LOS light", [["tat", "Tắt (tốt)", "Off (good)"], ["do", "Đỏ", "Red"], UNKNOWN], {
    needsPower: true,
    when: [RUNS],
  }),
  yesNo("fibre_wet", "Đầu cáp quang có bị ướt?", "Did the fibre connector get wet?"),
  // Computers
  pick("disk", "Loại ổ đĩa", "Kind of disk", [["hdd", "HDD (cơ)", "Hard disk"], ["ssd", "SSD", "SSD"], UNKNOWN]),
  pick(
    "disk_height",
    "Ổ đĩa so với mực nước",
    "Disk against the water line",
    [["tren_muc_nuoc", "Trên mực nước", "Above it"], ["duoi", "Dưới mực nước", "Below it"], UNKNOWN],
    { when: [NOT_DROWNED] },
  ),
  yesNo("disk_out", "Ổ đĩa đã tháo ra khỏi máy?", "Has the disk been taken out?", {
    when: [SOAKED, isNot("data", "none", "backed_up")],
  }),
  text(
    "disk_keeper",
    "Ổ đã tháo: ai giữ, gửi đâu, số seri?",
    "The disk: who keeps it, where was it sent, serial number?",
    {
      optional: true,
      when: [is("disk_out", "co")],
    },
  ),
  pick(
    "psu_wet",
    "Bộ nguồn (PSU) có bị ướt?",
    "Did the power supply get wet?",
    [
      ["khong", "Không", "No"],
      ["co", "Có", "Yes"],
      ["da_thay", "Có, đã thay nguồn khác", "Yes, already replaced"],
      UNKNOWN,
    ],
    { when: [SOAKED] },
  ),
  yesNo("ram_ok", "RAM nhận đủ?", "Is all memory seen?", { needsPower: true, when: [RUNS] }),
  pick(
    "cmos_time",
    "Đồng hồ máy khi bật",
    "Clock when switched on",
    [["dung", "Đúng", "Right"], ["sai", "Sai", "Wrong"], UNKNOWN],
    { needsPower: true, when: [RUNS] },
  ),
  yesNo("token_pc", "Máy dùng để ký số?", "Used for digital signing?"),
  pick(
    "battery_kind",
    "Loại pin/ắc quy",
    "Kind of battery",
    [
      ["lithium", "Lithium (sạc được, nhẹ)", "Lithium (rechargeable, light)"],
      ["chi", "Ắc quy chì", "Lead-acid"],
      ["khac", "Khác (NiMH, pin khô)", "Other (NiMH, dry cells)"],
      UNKNOWN,
    ],
    { when: [isNot("battery", "no_battery")] },
  ),
  yesNo("charger_wet", "Bộ sạc có bị ướt?", "Did the charger get wet?", { when: [SOAKED] }),
  yesNo("battery_removable", "Pin tháo rời được?", "Can the battery be taken out?", {
    when: [isNot("battery", "no_battery")],
  }),
  yesNo("keyboard_wet", "Bàn phím có bị ướt?", "Did the keyboard get wet?", { when: [NOT_DROWNED] }),
  yesNo("bios_ok", "Vào được BIOS?", "Does it reach the BIOS?", {
    needsPower: true,
    when: [is("works_now", "partial", "dead")],
  }),
  text("role", "Vai trò (máy chủ dùng làm gì)", "Role (what the server does)", { optional: true }),
  yesNo("raid", "Có RAID? (ghi thứ tự khay trước khi tháo)", "RAID? (number the trays before taking disks out)"),
  // Screens
  pick("monitor_kind", "Loại màn hình", "Kind of screen", [
    ["lcd", "LCD/LED", "LCD or LED"],
    ["crt", "CRT (đèn hình)", "CRT (tube)"],
    UNKNOWN,
  ]),
  yesNo("screen_spots", "Màn hình bị đốm, ố?", "Spots or stains in the screen?"),
  // Printers, scanners
  yesNo("toner_wet", "Hộp mực có bị ướt?", "Did the toner get wet?", { when: [NOT_DROWNED] }),
  yesNo("fuser_wet", "Cụm sấy có bị ướt?", "Did the fuser get wet?", { when: [NOT_DROWNED] }),
  yesNo("paper_path_mud", "Đường giấy có bùn?", "Mud in the paper path?", { when: [SOAKED] }),
  pick("printer_kind", "Loại máy in", "Kind of printer", [
    ["phun", "Phun mực", "Ink-jet"],
    ["kim", "Kim", "Dot-matrix"],
    UNKNOWN,
  ]),
  yesNo("head_dry", "Đầu phun bị khô?", "Print head dried out?", { when: [is("printer_kind", "phun")] }),
  yesNo("ink_leak", "Chảy mực?", "Ink leaking?", { when: [is("printer_kind", "phun")] }),
  pick("scanner_kind", "Loại máy quét", "Kind of scanner", [
    ["phang", "Phẳng", "Flatbed"],
    ["adf", "Nạp giấy (ADF)", "Sheet-fed"],
    ["ca_hai", "Cả hai", "Both"],
    UNKNOWN,
  ]),
  yesNo("glass_fog", "Kính bị mờ, đọng hơi nước?", "Glass fogged?"),
  pick("lamp", "Đèn quét", "Lamp", [
    ["led", "LED", "LED"],
    ["ccfl", "Huỳnh quang (CCFL)", "Fluorescent (CCFL)"],
    UNKNOWN,
  ]),
  yesNo("onestop_use", "Dùng tại bộ phận một cửa?", "Used at the one-stop desk?"),
  // Power
  yesNo("batt_submerged", "Ắc quy bị ngập?", "Was the battery under water?", { when: [NOT_DROWNED] }),
  yesNo("load_on", "Đang có tải lúc bị ngập?", "Was it carrying load when flooded?", { when: [SOAKED] }),
  yesNo("case_hot", "Vỏ nóng, phồng?", "Case hot or bulging?"),
  yesNo("connected_when_wet", "Ổ đang cắm vào máy lúc bị ướt?", "Was it connected when it got wet?", {
    when: [SOAKED],
  }),
  // Cameras, cabling
  pick("ip_rating", "Cấp bảo vệ", "Protection rating", [
    ["ip66", "IP66 trở lên (ngoài trời)", "IP66 or better (outdoor)"],
    ["trong_nha", "Trong nhà", "Indoor"],
    UNKNOWN,
  ]),
  yesNo("connector_wet", "Đầu nối có bị ướt?", "Did the connector get wet?"),
  yesNo("poe_powered", "Cấp nguồn qua PoE?", "Powered over PoE?"),
  pick("cable_type", "Loại cáp", "Kind of cable", [
    ["utp", "UTP", "UTP"],
    ["ftp", "FTP/STP", "FTP/STP"],
    ["quang", "Cáp quang", "Fibre"],
    ["dien_thoai", "Cáp điện thoại", "Telephone"],
    UNKNOWN,
  ]),
  yesNo("ends_submerged", "Đầu cáp, ổ mạng có bị ngập?", "Were plugs, sockets or panel under water?"),
  number("length_m", "Chiều dài", "Length", { unit: "m", max: 100_000, optional: true }),
  pick("test", "Đo thử", "Test", [
    ["dat", "Đạt", "Passed"],
    ["loi", "Lỗi", "Failed"],
    ["chua_do", "Chưa đo", "Not tested"],
  ]),
  // Tokens, video, the rest
  pick("token_owner", "Chứng thư của", "Certificate of", [
    ["co_quan", "Cơ quan", "The office"],
    ["ca_nhan", "Cá nhân", "A person"],
    UNKNOWN,
  ]),
  yesNo(
    "pin_known",
    "Người giữ còn nhớ mã PIN? (KHÔNG ghi mã)",
    "Does its holder know the PIN? (do NOT write it down)",
  ),
  yesNo("token_lost", "Bị mất trong lũ?", "Lost in the flood?"),
  pick("line", "Đường họp", "Line used", [
    ["tslcd", "Mạng TSLCD", "Government network"],
    ["internet", "Internet", "Internet"],
    UNKNOWN,
  ]),
  yesNo("codec_wet", "Bộ codec có bị ướt?", "Did the codec get wet?", { when: [SOAKED] }),
  yesNo("tv_wet", "TV có bị ướt?", "Did the TV get wet?", { when: [SOAKED] }),
  number("lamp_hours", "Số giờ đèn", "Lamp hours", { max: 100_000, unit: "h", optional: true }),
  yesNo("ceiling", "Treo trần?", "Hung from the ceiling?"),
  yesNo("sim_ok", "SIM còn hoạt động?", "Does its SIM work?"),
  yesNo("amp_wet", "Tăng âm có bị ướt?", "Did the amplifier get wet?", { when: [SOAKED] }),
  pick("run_test", "Chạy thử máy phát (người phụ trách)", "Test run by its keeper", [
    ["chay", "Chạy", "Runs"],
    ["khong_chay", "Không chạy", "Does not run"],
    ["chua_thu", "Chưa thử", "Not tried"],
  ]),
  text("other_what", "Thiết bị gì?", "What is it?"),
];
