import type { Question } from "../../form/question.ts";
import { isNot, number, pick } from "../../form/build.ts";

/**
 * The electrical gate of a site, asked once before any device. Sources: NEMA storm FAQ (find out water source, duration
 * and contaminants first; re-energising without reconditioning is extremely hazardous); ESFI (stay out of flooded rooms
 * with submerged outlets); EVN's regional companies 10/2025 (cut breakers, let an electrician clear the installation,
 * hotline 19001909).
 */
export const SAFETY_QUESTIONS: readonly Question[] = [
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
  pick("s2", "Cầu dao/aptomat tổng đã cắt trước khi bạn vào chưa?", "Was the main breaker off before you went in?", [
    ["da_cat", "Đã cắt", "Yes, it is off"],
    ["chua", "Chưa cắt", "No, it is still on"],
    ["khong_co_dien_luoi", "Không có điện lưới", "There is no grid power"],
  ]),
  pick("s3", "Bảng điện, aptomat, ổ cắm có bị ngập không?", "Were the panel, breakers or sockets under water?", [
    ["khong", "Không", "No"],
    ["o_cam", "Có: ổ cắm", "Yes: sockets"],
    ["bang_dien", "Có: bảng điện, aptomat", "Yes: panel or breakers"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
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
  pick("s5", "Có mùi khét, tiếng kêu, ổ cắm nóng hoặc đen?", "Any burnt smell, noise, hot or blackened sockets?", [
    ["khong", "Không", "No"],
    ["co", "Có", "Yes"],
  ]),
  pick("s6", "Tiếp địa, chống giật (RCD) còn hoạt động?", "Do earthing and the residual-current device work?", [
    ["co", "Còn", "Yes"],
    ["khong", "Không hoạt động", "They do not work"],
    ["khong_co", "Không có", "There is none"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("s7", "Nguồn điện hiện tại", "Power at the moment", [
    ["dien_luoi", "Điện lưới", "Grid"],
    ["may_phat", "Máy phát", "Generator"],
    ["pin_xe", "Pin, ắc quy, xe", "Battery or car"],
    ["khong", "Không có", "None"],
  ]),
  number(
    "s8_peak_cm",
    "Mực nước cao nhất trong phòng (0 nếu không vào)",
    "Highest water in the room (0 if none came in)",
    { unit: "cm", max: 1000 },
  ),
  number("s8_hours", "Số giờ ngập", "Hours under water", { unit: "h", max: 2000, when: [isNot("s8_peak_cm", "0")] }),
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
    { when: [isNot("s8_peak_cm", "0")] },
  ),
  pick("s10", "Trang bị bảo hộ (găng cách điện, ủng, khẩu trang)", "Protective gear (insulating gloves, boots, mask)", [
    ["du", "Đủ", "Complete"],
    ["thieu", "Thiếu", "Incomplete"],
  ]),
];
