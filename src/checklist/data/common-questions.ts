import type { Question } from "../../form/question.ts";
import { isNot, pick } from "../../form/build.ts";

const WET = isNot("water", "none");
/** Liquid water touched it (or nobody knows): more than moist air. */
const SOAKED = isNot("water", "none", "humid");
const UNKNOWN = ["unknown", "Không rõ", "Not known"] as const;

/**
 * Questions about any device. A type takes those that make sense for it (device-types.ts). Sources: NEMA storm FAQ
 * (source, duration, contaminants; under water or only wet); recovery firms' guidance that time, power while wet, dirt
 * and corrosion decide (Techspray; data recovery laboratories on disks).
 */
export const COMMON_QUESTIONS = [
  pick("water", "Mức nước với thiết bị", "How far did the water reach?", [
    ["none", "Không bị nước", "Stayed dry"],
    ["humid", "Ẩm, không dính nước", "Moist air only"],
    ["splash", "Bị bắn, dột", "Splashed or dripped on"],
    ["below_board", "Ngập dưới bo mạch, cổng", "Under water below board and ports"],
    ["board", "Ngập tới bo mạch", "Water reached the board"],
    ["full", "Ngập hẳn", "Wholly under water"],
    UNKNOWN,
  ]),
  pick(
    "water_type",
    "Loại nước",
    "Kind of water",
    [
      ["rain", "Nước mưa, sạch", "Rain, clean"],
      ["river_mud", "Nước lũ có bùn", "River water with mud"],
      ["sewage_chem", "Nước thải, hóa chất", "Sewage or chemicals"],
      ["brackish", "Nước mặn, lợ", "Salt or brackish"],
      UNKNOWN,
    ],
    { when: [SOAKED] },
  ),
  pick(
    "wet_time",
    "Thời gian ngâm nước",
    "How long was it wet?",
    [
      ["lt2h", "Dưới 2 giờ", "Less than 2 hours"],
      ["h2_24", "2–24 giờ", "2 to 24 hours"],
      ["h24_72", "1–3 ngày", "1 to 3 days"],
      ["gt72h", "Trên 3 ngày", "More than 3 days"],
      UNKNOWN,
    ],
    { when: [SOAKED] },
  ),
  pick(
    "on_when_wet",
    "Lúc bị nước có đang cắm điện hoặc bật?",
    "Was it plugged in or on when it got wet?",
    [["no", "Không", "No"], ["yes", "Có", "Yes"], UNKNOWN],
    { when: [SOAKED] },
  ),
  pick(
    "powered_after",
    "Sau khi ướt đã có ai bật chưa?",
    "Has anybody switched it on since?",
    [
      ["no", "Chưa ai bật", "No"],
      ["ok", "Có, chạy bình thường", "Yes, it ran well"],
      ["fault", "Có, chạy lỗi hoặc không lên", "Yes, with faults or not at all"],
      ["smoke_trip", "Có: khói, khét hoặc nhảy aptomat", "Yes: smoke, burning or breaker tripped"],
      UNKNOWN,
    ],
    { when: [WET] },
  ),
  pick(
    "dry_time",
    "Đã khô bao lâu?",
    "For how long has it been dry?",
    [
      ["ge7d", "Từ 7 ngày", "7 days or more"],
      ["d3_6", "3–6 ngày", "3 to 6 days"],
      ["d1_2", "1–2 ngày", "1 to 2 days"],
      ["lt1d", "Dưới 1 ngày", "Less than a day"],
      ["still_wet", "Còn ướt", "Still wet"],
      UNKNOWN,
    ],
    { when: [SOAKED] },
  ),
  pick(
    "corrosion",
    "Dấu hiệu rỉ, muối trắng, xanh đồng",
    "Rust, white salt or green copper?",
    [
      ["none", "Không có", "None"],
      ["light", "Nhẹ", "Light"],
      ["heavy", "Nặng", "Heavy"],
      ["not_seen", "Chưa mở xem", "Not looked inside"],
    ],
    { when: [SOAKED] },
  ),
  pick(
    "mud",
    "Bùn bên trong",
    "Mud inside?",
    [
      ["none", "Không có", "None"],
      ["some", "Ít", "Some"],
      ["heavy", "Nhiều", "A lot"],
      ["not_seen", "Chưa mở xem", "Not looked inside"],
    ],
    { when: [SOAKED] },
  ),
  pick("body", "Vỏ ngoài", "Outside", [
    ["ok", "Lành", "Sound"],
    ["cracked", "Nứt, vỡ", "Cracked"],
    ["burnt", "Cháy, sém", "Burnt"],
  ]),
  pick("battery", "Pin/ắc quy", "Battery", [
    ["no_battery", "Không có pin", "No battery"],
    ["intact_dry", "Lành, khô", "Sound and dry"],
    ["intact_wet", "Lành, bị ướt", "Sound but wet"],
    ["swollen_hot_leak", "Phồng, nóng hoặc rò", "Swollen, hot or leaking"],
    UNKNOWN,
  ]),
  pick("data", "Dữ liệu bên trong", "Data inside", [
    ["none", "Không có dữ liệu", "No data"],
    ["backed_up", "Đã sao lưu", "Backed up"],
    ["important", "Quan trọng, chưa sao lưu", "Important, not backed up"],
    ["secret", "Có bí mật nhà nước", "State secrets"],
    UNKNOWN,
  ]),
  pick("age", "Tuổi thiết bị", "Age", [
    ["lt3", "Dưới 3 năm", "Under 3 years"],
    ["y3_5", "3–5 năm", "3 to 5 years"],
    ["gt5", "Trên 5 năm", "Over 5 years"],
    UNKNOWN,
  ]),
  pick("before", "Trước lũ", "Before the flood", [
    ["ok", "Dùng tốt", "Worked well"],
    ["faulty", "Đã hỏng", "Was faulty"],
    ["unused", "Không dùng", "Not in use"],
    UNKNOWN,
  ]),
  pick(
    "cleaned",
    "Đã tháo, rửa, vệ sinh chưa?",
    "Opened, washed and cleaned?",
    [
      ["no", "Chưa", "No"],
      ["yes", "Rồi", "Yes"],
    ],
    { when: [SOAKED] },
  ),
  pick(
    "works_now",
    "Thử bật",
    "Switched on now",
    [
      ["not_tried", "Chưa thử", "Not tried"],
      ["ok", "Chạy tốt", "Works"],
      ["partial", "Chạy một phần", "Works in part"],
      ["dead", "Không chạy", "Dead"],
    ],
    { needsPower: true },
  ),
] as const satisfies readonly Question[];
