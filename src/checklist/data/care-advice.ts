import type { Label } from "../../form/question.ts";

/**
 * How wet devices are cleaned and dried. Water before alcohol, because alcohol dissolves no salt; clean water only, and
 * none on what is never washed (power supplies, disks, batteries, fusers, optics). Boards: Techspray; the rest is this
 * tool's own judgement (triage/care.ts says which).
 */
export const CARE_ADVICE = {
  wash_within_48h: {
    vi: "Rửa trong 24–48 giờ đầu, không đợi điện: ăn mòn chạy từng giờ. Chưa rửa kịp thì đừng để bùn khô cứng bên trong",
    en: "Wash it within the first 24 to 48 hours, do not wait for the power: corrosion runs by the hour. Until then do not let the mud dry hard inside",
  },
  wash_salt_first: {
    vi: "Nước mặn, nước thải: rửa trước mọi máy khác; xả nhiều lần bằng nước sạch cho hết muối, rồi mới tới cồn (cồn không hòa tan muối)",
    en: "Salt water or sewage: wash it before all others; rinse several times with clean water until the salt is out, only then alcohol (which dissolves no salt)",
  },
  wash_pc: {
    vi: "Rút điện. Tháo bộ nguồn, ổ đĩa, RAM, card, pin CMOS (không rửa bộ nguồn và ổ đĩa). Bo mạch: xả bùn bằng nước sạch chảy nhẹ, chổi lông mềm; tráng bằng cồn isopropyl từ 90 %; thổi khô khe cắm, chân chip",
    en: "Unplug it. Take out power supply, disks, memory, cards, coin cell (supply and disks are not washed). Board: rinse out the mud with gently running clean water, soft brush; then isopropyl alcohol of 90 % or more; blow slots and chips dry",
  },
  wash_laptop: {
    vi: "Rút sạc, tháo pin, ổ đĩa, RAM. Bo mạch: chổi mềm và nước sạch cho hết bùn, tráng cồn isopropyl từ 90 %. Không tưới nước vào màn hình, bàn phím để nghiêng cho ráo",
    en: "Unplug the charger, take out battery, disk, memory. Board: soft brush and clean water until the mud is out, then isopropyl alcohol of 90 % or more. No water on the screen; let the keyboard drain at an angle",
  },
  wash_outside: {
    vi: "Không mở. Lau ngoài bằng khăn ẩm nước sạch rồi khăn khô, chổi mềm ở cổng cắm; dựng cho cổng quay xuống; giao thợ mở",
    en: "Do not open it. Wipe it with a cloth damp with clean water, then a dry one, soft brush at the sockets; stand it sockets down; leave the opening to a workshop",
  },
  wash_screen: {
    vi: "Không xịt nước vào màn hình. Lau vỏ, mặt màn bằng khăn ẩm vắt kiệt. Thợ mở nắp lưng: bo nguồn, bo tín hiệu rửa chổi mềm với cồn isopropyl từ 90 %. Đèn hình CRT không mở",
    en: "Spray no water on the screen. Wipe case and screen with a wrung-out cloth. A technician opens the back: power and signal boards with a soft brush and isopropyl alcohol of 90 % or more. A tube is not opened",
  },
  wash_laser: {
    vi: "Lấy hộp mực và giấy ướt ra trước. Vỏ, khay: nước sạch. Bo mạch, cảm biến: cồn isopropyl từ 90 %, chổi mềm. Cụm sấy, gương và thấu kính laser: không nước, chỉ thổi; bột mực: máy hút có lọc, không lau nước nóng",
    en: "Take toner and wet paper out first. Case and trays: clean water. Boards and sensors: isopropyl alcohol of 90 % or more, soft brush. Fuser, laser mirror and lens: no water, air only; toner powder: filtered vacuum, no hot water",
  },
  wash_ink: {
    vi: "Lấy hộp mực, ruy-băng và giấy ướt ra. Vỏ: nước sạch. Ray trượt, thước mã hóa, bo mạch: cồn isopropyl từ 90 %, chổi mềm; khô hẳn mới tra dầu ray",
    en: "Take ink, ribbon and wet paper out. Case: clean water. Rails, encoder strip and boards: isopropyl alcohol of 90 % or more, soft brush; oil the rails only when all is dry",
  },
  wash_scanner: {
    vi: "Không xịt nước vào máy. Kính: khăn ẩm nước sạch rồi cồn, cả mặt trong khi thợ mở được. Con lăn ADF: nước sạch. Bo mạch: cồn isopropyl từ 90 %, chổi mềm",
    en: "Spray no water into it. Glass: a damp cloth, then alcohol, inside as well where a technician can open it. ADF rollers: clean water. Boards: isopropyl alcohol of 90 % or more, soft brush",
  },
  wash_board: {
    vi: "Rút điện, mở vỏ. Bo mạch: xả bùn bằng nước sạch chảy nhẹ, chổi lông mềm; tráng bằng cồn isopropyl từ 90 %; thổi khô cổng cắm. Bộ nguồn, adapter không rửa: thay",
    en: "Unplug and open it. Board: rinse out the mud with gently running clean water, soft brush; then isopropyl alcohol of 90 % or more; blow the sockets dry. Power supply and adapter are not washed but replaced",
  },
  wash_token: {
    vi: "Tráng nước sạch, chải đầu cắm bằng chổi mềm với cồn isopropyl, thấm khô",
    en: "Rinse it with clean water, brush the plug softly with isopropyl alcohol, dab it dry",
  },
  wash_disk: {
    vi: "Ổ cứng, NAS: không mở, không rửa, chỉ lau ngoài bằng khăn ẩm nước sạch. USB, thẻ nhớ: tráng nước sạch, chải đầu cắm bằng chổi mềm với cồn isopropyl, thấm khô",
    en: "Hard disk, NAS: not opened and not washed, only wiped with a cloth damp with clean water. USB stick, memory card: rinse with clean water, brush the plug softly with isopropyl alcohol, dab it dry",
  },
  wash_cable: {
    vi: "Vỏ cáp: khăn ẩm nước sạch. Đầu cắm, ổ mạng dính bùn: cắt bỏ, không rửa",
    en: "Jacket: a cloth damp with clean water. Muddy plugs and sockets are cut off, not washed",
  },
  dry_no_heat: {
    vi: "Sấy 72 giờ bằng quạt hoặc hút ẩm, KHÔNG dùng nhiệt khi chưa tháo pin",
    en: "Dry for 72 hours by fan or dehumidifier, NO heat while a battery may be inside",
  },
  dry_48_72h: {
    vi: "Sấy 48–72 giờ: mở nắp, quạt hoặc hút ẩm, không quá 40–50 °C",
    en: "Dry for 48 to 72 hours: open, fan or dehumidifier, not above 40–50 °C",
  },
  dry_72h: {
    vi: "Sấy 72 giờ: mở nắp, quạt hoặc hút ẩm, không quá 40–50 °C",
    en: "Dry for 72 hours: open, fan or dehumidifier, not above 40–50 °C",
  },
  dry_5_7d: {
    vi: "Để khô 5–7 ngày nơi thoáng, quạt, không quá 40 °C, tránh nắng chiếu vào màn hình",
    en: "Dry for 5 to 7 days in moving air, fan, not above 40 °C, no direct sun on screens",
  },
  dry_closed_72h: {
    vi: "Không mở nắp: để khô 72 giờ nơi thoáng, quạt hoặc hút ẩm, không hơ nóng",
    en: "Do not open it: dry for 72 hours in moving air, fan or dehumidifier, no heat",
  },
  dry_cable_24h: {
    vi: "Để khô 24 giờ nơi thoáng rồi đo lại",
    en: "Dry it for 24 hours in moving air, then test it again",
  },
  token_dry_48h: {
    vi: "Để khô 48 giờ nơi thoáng, không hơ nóng, rồi thử một lần",
    en: "Let it dry for 48 hours in moving air, no heat, then try it once",
  },
} as const satisfies Record<string, Label>;

type CareId = keyof typeof CARE_ADVICE;
/** Ways to wash a device, one for each type that is washed at all. */
export type WashId = Exclude<Extract<CareId, `wash_${string}`>, "wash_within_48h" | "wash_salt_first">;
/** Ways to dry one; without heat where a battery may be inside is the rules' own choice. */
export type DryId = Exclude<CareId, `wash_${string}` | "dry_no_heat">;
