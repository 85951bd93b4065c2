import type { Label } from "../../form/question.ts";
import type { DryId, WashId } from "./care-advice.ts";
import type { COMMON_QUESTIONS } from "./common-questions.ts";

type CommonQuestionId = (typeof COMMON_QUESTIONS)[number]["id"];

/**
 * What the rules know a type as. `power`: mains parts that are never dried and used again; `computer`: its board can be
 * swapped; `battery`: little more than its battery, which is waste together with it.
 */
const DEVICE_CLASSES = ["power", "computer", "server", "storage", "cabling", "token", "battery", "other"] as const;
type DeviceClass = (typeof DEVICE_CLASSES)[number];

export interface DeviceType {
  readonly id: string;
  readonly label: Label;
  readonly class: DeviceClass;
  /** Cells of its battery where that goes without asking; "ask": question battery_kind; "none": no battery is asked for. */
  readonly cells: "lithium" | "lead" | "ask" | "none";
  /** Carries data of its own. */
  readonly storage: boolean;
  /** Common questions that make no sense for it. */
  readonly without: readonly CommonQuestionId[];
  /** Questions of its own, put after the common ones. */
  readonly own: readonly string[];
  /** First answer to "dry for how long" that is long enough for it. */
  readonly dryFrom: "d1_2" | "d3_6" | "ge7d";
  /** How it is cleaned (data/care-advice.ts); null for what nobody here washes. */
  readonly wash: WashId | null;
  /** How it is dried. */
  readonly dry: DryId;
  /** Where it usually stands, centimetres above the floor: bottom, and the board. For suggesting how far the water
   * reached.
   */
  readonly heightCm: readonly [bottom: number, board: number];
}

type Spec = Partial<Omit<DeviceType, "id" | "label">> & Pick<DeviceType, "heightCm" | "wash">;

function type(id: string, vi: string, en: string, spec: Spec): DeviceType {
  const storage = spec.storage ?? false;
  const { wash, heightCm, dryFrom = "d3_6" } = spec;
  const without: CommonQuestionId[] = [...(spec.without ?? ["battery"])];
  if (!storage) without.push("data");
  return {
    id,
    label: { vi, en },
    class: spec.class ?? "other",
    cells: without.includes("battery") ? "none" : (spec.cells ?? "ask"),
    storage,
    without,
    own: spec.own ?? [],
    dryFrom,
    wash,
    dry: spec.dry ?? (dryFrom === "ge7d" ? "dry_5_7d" : "dry_48_72h"),
    heightCm,
  };
}

const COMPUTER_OWN = ["disk", "disk_height", "disk_out", "disk_keeper", "psu_wet", "ram_ok", "cmos_time"] as const;
const PASSIVE: readonly CommonQuestionId[] = ["battery", "works_now", "on_when_wet", "powered_after", "mud", "cleaned"];

/** Every type of device. The order is that of the list on the screen: what offices have most comes first. */
export const DEVICE_TYPES: readonly DeviceType[] = [
  type("pc", "Máy tính để bàn", "Desktop computer", {
    class: "computer",
    storage: true,
    own: [...COMPUTER_OWN, "token_pc"],
    wash: "wash_pc",
    dry: "dry_72h",
    heightCm: [2, 15],
  }),
  type("laptop", "Máy tính xách tay", "Laptop", {
    cells: "lithium",
    storage: true,
    without: [],
    own: ["disk_out", "disk_keeper", "battery_removable", "charger_wet", "keyboard_wet", "bios_ok"],
    wash: "wash_laptop",
    dry: "dry_72h",
    heightCm: [75, 76],
  }),
  type("tablet", "Máy tính bảng, điện thoại di động", "Tablet or mobile phone", {
    cells: "lithium",
    storage: true,
    without: [],
    own: ["charger_wet"],
    wash: "wash_outside",
    dry: "dry_closed_72h",
    heightCm: [75, 76],
  }),
  type("monitor", "Màn hình", "Monitor", {
    dryFrom: "ge7d",
    own: ["monitor_kind", "screen_spots"],
    wash: "wash_screen",
    heightCm: [75, 90],
  }),
  type("printer_laser", "Máy in laser / đa năng", "Laser or multifunction printer", {
    dryFrom: "ge7d",
    own: ["toner_wet", "fuser_wet", "paper_path_mud"],
    wash: "wash_laser",
    heightCm: [70, 80],
  }),
  type("printer_ink", "Máy in phun / kim", "Ink-jet or dot-matrix printer", {
    dryFrom: "ge7d",
    own: ["printer_kind", "head_dry", "ink_leak"],
    wash: "wash_ink",
    heightCm: [70, 75],
  }),
  type("scanner", "Máy quét", "Scanner", {
    dryFrom: "ge7d",
    own: ["scanner_kind", "glass_fog", "lamp", "onestop_use"],
    wash: "wash_scanner",
    heightCm: [70, 73],
  }),
  type("switch", "Bộ chuyển mạch (switch)", "Network switch", {
    own: ["ports_total", "ports_ok", "psu", "adapter_wet", "managed", "config_backup", "leds"],
    wash: "wash_board",
    heightCm: [120, 121],
  }),
  type("router_ont", "Router / ONT / modem", "Router, ONT or modem", {
    own: ["owner", "carrier", "psu", "adapter_wet", "pon_led", "los_led", "fibre_wet"],
    wash: "wash_board",
    heightCm: [100, 101],
  }),
  type("ap", "Bộ phát Wi-Fi", "Wi-Fi access point", {
    own: ["mount", "psu", "adapter_wet", "leds"],
    wash: "wash_board",
    heightCm: [250, 251],
  }),
  type("ups", "Bộ lưu điện (UPS)", "Uninterruptible power supply", {
    class: "battery",
    without: [],
    own: ["battery_kind", "batt_submerged", "load_on", "case_hot"],
    wash: null,
    dry: "dry_closed_72h",
    heightCm: [1, 5],
  }),
  type("power_part", "Ổ cắm, phích, adapter, ổ nối, lọc sét", "Socket, plug, adapter, power strip, surge arrester", {
    class: "power",
    without: ["battery", "mud"],
    wash: null,
    dry: "dry_closed_72h",
    heightCm: [20, 21],
  }),
  type("poe", "Nguồn PoE / injector", "PoE supply or injector", {
    class: "power",
    without: ["battery", "mud"],
    wash: null,
    dry: "dry_closed_72h",
    heightCm: [100, 101],
  }),
  type("cabling", "Cáp mạng, ổ mạng, patch panel, ODF", "Network cable, socket, patch panel, ODF", {
    class: "cabling",
    without: PASSIVE,
    dryFrom: "d1_2",
    own: ["cable_type", "ends_submerged", "length_m", "test"],
    wash: "wash_cable",
    dry: "dry_cable_24h",
    heightCm: [5, 30],
  }),
  type("hdd", "Ổ cứng, NAS, USB, thẻ nhớ", "Disk, NAS, USB stick, memory card", {
    class: "storage",
    storage: true,
    own: ["connected_when_wet", "raid"],
    wash: "wash_disk",
    dry: "dry_closed_72h",
    heightCm: [75, 76],
  }),
  type("server", "Máy chủ, đầu ghi (NVR)", "Server or video recorder", {
    class: "server",
    storage: true,
    own: [...COMPUTER_OWN, "raid", "role"],
    wash: null,
    dry: "dry_72h",
    heightCm: [10, 40],
  }),
  type("camera", "Camera IP", "IP camera", {
    without: [],
    own: ["battery_kind", "ip_rating", "connector_wet", "poe_powered"],
    wash: "wash_outside",
    dry: "dry_closed_72h",
    heightCm: [250, 251],
  }),
  type("token", "USB Token ký số, SIM PKI, đầu đọc", "Signing token, PKI SIM, reader", {
    class: "token",
    without: ["battery", "mud"],
    own: ["token_owner", "pin_known", "token_lost"],
    wash: "wash_token",
    dry: "token_dry_48h",
    heightCm: [75, 76],
  }),
  type("vc_set", "Bộ họp truyền hình (codec, TV, micro, camera)", "Video conference set", {
    dryFrom: "ge7d",
    own: ["line", "codec_wet", "tv_wet"],
    wash: "wash_board",
    heightCm: [80, 90],
  }),
  type("projector", "Máy chiếu, màn tương tác", "Projector or interactive board", {
    own: ["lamp_hours", "ceiling"],
    wash: "wash_board",
    heightCm: [200, 205],
  }),
  type("phone_fax", "Tổng đài, điện thoại, fax", "Telephone exchange, phone, fax", {
    without: [],
    own: ["battery_kind"],
    wash: "wash_board",
    heightCm: [75, 77],
  }),
  type("radio", "Cụm loa truyền thanh, tăng âm", "Loudspeaker set, amplifier", {
    without: [],
    own: ["battery_kind", "sim_ok", "amp_wet"],
    wash: "wash_board",
    heightCm: [80, 85],
  }),
  type("kiosk", "Kiosk, máy lấy số, màn hình gọi số", "Kiosk, ticket machine, queue display", {
    class: "computer",
    storage: true,
    own: ["disk", "disk_height", "disk_out", "disk_keeper", "psu_wet", "screen_spots", "onestop_use"],
    dryFrom: "ge7d",
    wash: "wash_pc",
    heightCm: [5, 60],
  }),
  type("battery_pack", "Pin rời, sạc dự phòng, đèn pin", "Spare battery, power bank, torch", {
    class: "battery",
    without: ["mud", "cleaned"],
    own: ["battery_kind"],
    wash: null,
    dry: "dry_closed_72h",
    heightCm: [75, 76],
  }),
  type("generator", "Máy phát điện", "Generator", {
    cells: "lead",
    without: ["data", "mud", "works_now"],
    own: ["run_test"],
    wash: "wash_outside",
    dry: "dry_closed_72h",
    heightCm: [10, 30],
  }),
  type("other", "Thiết bị khác", "Other device", {
    without: [],
    own: ["battery_kind", "other_what"],
    wash: "wash_board",
    heightCm: [75, 80],
  }),
];

/** The type with this id, or undefined. */
export function deviceType(id: string): DeviceType | undefined {
  return DEVICE_TYPES.find((each) => each.id === id);
}
