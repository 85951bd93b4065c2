import type { Question } from "../../form/question.ts";
import { is, isNot, number, pick, yesNo } from "../../form/build.ts";

const WATER_CAME = isNot("s8_peak_cm", "0");

/** Dangers that one looks for before going in. On the screen they are one list to tick (hazards.ts). */
const DANGERS: readonly Question[] = [
  pick(
    "s1",
    "Trong nhà còn nước đọng hoặc sàn còn ướt?",
    "Is there still standing water or a wet floor in the building?",
    [
      ["khong", "Không, đã khô", "No, it is dry"],
      ["co", "Còn", "Yes"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
  ),
  pick("s3", "Bảng điện, aptomat, ổ cắm có bị ngập không?", "Were the panel, breakers or sockets under water?", [
    ["khong", "Không", "No"],
    ["o_cam", "Có: ổ cắm", "Yes: sockets"],
    ["bang_dien", "Có: bảng điện, aptomat", "Yes: panel or breakers"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("s5", "Có mùi khét, tiếng kêu, ổ cắm nóng hoặc đen?", "Any burnt smell, noise, hot or blackened sockets?", [
    ["khong", "Không", "No"],
    ["co", "Có", "Yes"],
  ]),
  yesNo("s18", "Dây điện đứt, võng, chạm nước hoặc mái tôn?", "Wires torn, sagging, touching water or a metal roof?"),
  yesNo(
    "s14",
    "Tường nứt, trần võng, nền sụt, mái hỏng?",
    "Cracked walls, sagging ceiling, sunken floor, broken roof?",
  ),
  yesNo("s15", "Mùi gas, xăng dầu, hóa chất?", "Smell of gas, fuel or chemicals?"),
  yesNo(
    "s12",
    "UPS còn kêu hoặc còn cấp điện dù đã cắt điện?",
    "A UPS that still beeps or feeds although the power is cut?",
  ),
  yesNo("s11", "Có điện mặt trời trên mái hoặc bộ pin lưu trữ?", "Solar panels on the roof, or a storage battery?"),
  yesNo("s13", "Máy phát đang chạy ở nhà bên cạnh?", "A generator running next door?"),
  yesNo("s16", "Nước thải, bùn bẩn, xác súc vật (dịch bệnh)?", "Sewage, foul mud, dead animals (disease)?"),
  yesNo("s17", "Rắn, rết, ong, chó lạ?", "Snakes, centipedes, bees, stray dogs?"),
];
export const DANGER_IDS: readonly string[] = DANGERS.map((question) => question.id);

/**
 * What is asked after the dangers, in the order of the screen. In an office where no water came, three of them.
 * Sources: NEMA storm FAQ (find out water source, duration and contaminants first; re-energising without reconditioning
 * is extremely hazardous); ESFI (stay out of flooded rooms with submerged outlets); EVN's regional companies 10/2025
 * (while flooded switch nothing on or off; a panel that is wet or reached through water is cut at the meter or the line;
 * an electrician clears the installation).
 */
export const AFTER_DANGERS: readonly Question[] = [
  pick(
    "s4",
    "Thợ điện/điện lực đã kiểm tra cách điện và cho phép đóng điện?",
    "Has an electrician or the power company tested the insulation and cleared the installation?",
    [
      ["da_dat", "Đã kiểm tra, đạt", "Tested and cleared"],
      ["chua", "Chưa", "Not yet"],
      ["khong_can", "Không cần", "Not needed"],
    ],
    { when: [isNot("s3", "khong")] },
  ),
  number(
    "s8_peak_cm",
    "Mực nước cao nhất trong phòng (0 nếu không vào)",
    "Highest water in the room (0 if none came in)",
    { unit: "cm", max: 1000 },
  ),
  pick("s2", "Cầu dao/aptomat tổng đã cắt trước khi bạn vào chưa?", "Was the main breaker off before you went in?", [
    ["da_cat", "Đã cắt", "Yes, it is off"],
    ["chua", "Chưa cắt", "No, it is still on"],
    ["khong_co_dien_luoi", "Không có điện lưới", "There is no grid power"],
  ]),
  pick("s7", "Nguồn điện hiện tại", "Power at the moment", [
    ["dien_luoi", "Điện lưới", "Grid"],
    ["may_phat", "Máy phát", "Generator"],
    ["pin_xe", "Pin, ắc quy, xe", "Battery or car"],
    ["khong", "Không có", "None"],
  ]),
  number("s8_hours", "Số giờ ngập", "Hours under water", { unit: "h", max: 2000, when: [WATER_CAME] }),
  pick(
    "s9",
    "Loại nước",
    "Kind of water",
    [
      ["mua_sach", "Nước mưa, tương đối sạch", "Rain, fairly clean"],
      ["lu_bun", "Nước lũ có bùn", "Flood water with mud"],
      ["nuoc_thai_hoa_chat", "Nước thải, hóa chất, xăng dầu", "Sewage, chemicals, fuel"],
      ["man_lo", "Nước mặn, nước lợ", "Salt or brackish water"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
    { when: [WATER_CAME] },
  ),
  pick(
    "s6",
    "Tiếp địa, chống giật (RCD) còn hoạt động?",
    "Do earthing and the residual-current device work?",
    [
      ["co", "Còn", "Yes"],
      ["khong", "Không hoạt động", "They do not work"],
      ["khong_co", "Không có", "There is none"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
    { when: [WATER_CAME] },
  ),
  yesNo("s19", "Có ổ cắm chống giật di động (RCD 30 mA)?", "Is there a portable residual-current device (30 mA)?", {
    when: [is("s3", "bang_dien"), isNot("s6", "co")],
  }),
  pick(
    "s10",
    "Trang bị bảo hộ (găng cách điện, ủng, khẩu trang)",
    "Protective gear (insulating gloves, boots, mask)",
    [
      ["du", "Đủ", "Complete"],
      ["thieu", "Thiếu", "Incomplete"],
    ],
    { when: [WATER_CAME] },
  ),
];

/** All of them, in the order in which they are put: conditions look back only. */
export const SAFETY_FORM: readonly Question[] = [...DANGERS, ...AFTER_DANGERS];

const numberOf = (id: string): number => Number(/\d+/u.exec(id)?.[0]);
/** All of them by number: the order of tables, records and templates, where new ones come last. */
export const SAFETY_QUESTIONS: readonly Question[] = SAFETY_FORM.toSorted(
  (left, right) => numberOf(left.id) - numberOf(right.id),
);
