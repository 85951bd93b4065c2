import type { Question } from "../../form/question.ts";
import { is, isNot, number, pick, text, time, yesNo, type Row } from "../../form/build.ts";

const SYSTEM_STATES: readonly Row[] = [
  ["dung_duoc", "Dùng được", "Works"],
  ["cham_loi", "Chậm, lỗi", "Slow or faulty"],
  ["khong_dung_duoc", "Không dùng được", "Unusable"],
  ["khong_ro", "Không rõ", "Not known"],
];
const MOBILE: readonly Row[] = [
  ["vinaphone", "VinaPhone", "VinaPhone"],
  ["viettel", "Viettel", "Viettel"],
  ["mobifone", "MobiFone", "MobiFone"],
  ["khac", "Khác", "Other"],
];
const count = (id: string, vi: string, en: string): Question => number(id, vi, en, { optional: true, max: 10_000 });

/** Answers that the order of help hangs on (src/priority/policy.ts): these are asked, the rest may be left. */
export const DECIDING: readonly string[] = [
  "access",
  "water_now",
  "grid",
  "internet",
  "staff",
  "onestop",
  "docs",
  "mail",
  "sign",
  "vc",
  "report",
];

const onPaper = (id: string, vi: string, en: string): Question => text(id, vi, en, { optional: true });

/** What the signed record needs beyond the survey: asked once, when the paper is made, and only what somebody knows. */
export const PAPER_QUESTIONS: readonly Question[] = [
  onPaper("contact_post", "Chức vụ đại diện cơ quan", "Post of the office's representative"),
  onPaper("surveyor_post", "Chức vụ người khảo sát", "Surveyor's post"),
  onPaper("others_present", "Người khác có mặt (họ tên, chức vụ; cách nhau bằng dấu ;)", "Others present (;)"),
  onPaper("confirmed_by", "Người xác nhận của UBND xã", "Who confirms for the commune"),
  onPaper("lost_files", "Hồ sơ giấy mất, hư hỏng (loại, số lượng)", "Paper files lost or damaged (kind, count)"),
  onPaper("done_work", "Việc đã làm", "Work done"),
  onPaper("open_work", "Việc tồn tại", "Work still open"),
  onPaper("due_by", "Thời hạn xử lý", "Due by"),
  onPaper("send_to", "Nơi nhận (cách nhau bằng dấu ;)", "Copies go to (;)"),
];

/**
 * Survey of one site. Unit, former commune, building and campaign are not here: they are the visit's own header.
 * Sources: the programme's launch report of 26/10/2020 (grid, Internet line, people, shared systems, the one-stop
 * system above all); the Quảng Bình report of 23/4/2019 (two communes never had fixed Internet: that is not "lost").
 */
export const SURVEY_QUESTIONS: readonly Question[] = [
  pick("source", "Nguồn thông tin", "Source", [
    ["onsite", "Tại chỗ", "On site"],
    ["phone", "Qua điện thoại", "By telephone"],
    ["self", "Cơ quan tự khai", "Filled in by the office"],
  ]),
  time("surveyed_at", "Thời điểm khảo sát", "Time of the survey"),
  text("surveyor", "Người khảo sát", "Surveyor"),
  text("surveyor_phone", "Điện thoại người khảo sát", "Surveyor's telephone", { optional: true }),
  text("contact_name", "Đầu mối của cơ quan", "Contact at the office"),
  text("contact_phone", "Điện thoại đầu mối", "Contact's telephone", { optional: true }),
  text("gps", "Tọa độ GPS", "GPS position", { optional: true }),
  pick("access", "Đường vào", "Access", [
    ["oto", "Ô tô", "By car"],
    ["xe_may", "Xe máy", "By motorcycle"],
    ["thuyen", "Thuyền", "By boat"],
    ["chua_vao_duoc", "Chưa vào được", "Cannot be reached yet"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  yesNo("water_now", "Hiện còn ngập?", "Still under water?"),
  number("peak_cm", "Đỉnh ngập tại trụ sở", "Highest water at the site", { unit: "cm", max: 1000 }),
  number("wet_hours", "Số giờ ngập", "Hours under water", { unit: "h", max: 2000, when: [isNot("peak_cm", "0")] }),
  pick("grid", "Điện lưới", "Grid power", [
    ["da_co", "Đã có", "Restored"],
    ["chap_chon", "Chập chờn", "Comes and goes"],
    ["chua_co", "Chưa có", "Not yet"],
    ["may_phat", "Đang chạy máy phát", "On a generator"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  time("grid_since", "Có điện lại từ", "Power back since", {
    when: [is("grid", "da_co", "chap_chon")],
    optional: true,
  }),
  pick("electrical_cleared", "Điện trong nhà đã được kiểm tra?", "Has the electrical installation been checked?", [
    ["co", "Đã kiểm tra", "Yes"],
    ["chua", "Chưa", "Not yet"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("internet", "Đường truyền Internet cố định", "Fixed Internet line", [
    ["binh_thuong", "Bình thường", "Normal"],
    ["cham_chap_chon", "Chậm, chập chờn", "Slow, comes and goes"],
    ["mat", "Mất", "Lost"],
    ["chua_tung_co", "Chưa từng có", "Never had one"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick(
    "internet_carrier",
    "Nhà mạng đường truyền",
    "Carrier of the line",
    [
      ["vnpt", "VNPT", "VNPT"],
      ["viettel", "Viettel", "Viettel"],
      ["fpt", "FPT", "FPT"],
      ["khac", "Khác", "Other"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
    {
      when: [isNot("internet", "chua_tung_co")],
    },
  ),
  pick(
    "line_type",
    "Loại đường truyền",
    "Kind of line",
    [
      ["cap_quang", "Cáp quang", "Fibre"],
      ["cap_dong", "Cáp đồng (ADSL, VDSL)", "Copper (ADSL, VDSL)"],
      ["di_dong", "4G, 5G", "4G, 5G"],
      ["ve_tinh", "Vệ tinh", "Satellite"],
      ["khac", "Khác", "Other"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
    {
      when: [isNot("internet", "chua_tung_co")],
    },
  ),
  time("lost_since", "Mất đường truyền từ", "Line lost since", { when: [is("internet", "mat")], optional: true }),
  pick("tslcd", "Mạng truyền số liệu chuyên dùng (TSLCD)", "Government data network (TSLCD)", [
    ["binh_thuong", "Bình thường", "Normal"],
    ["mat", "Mất", "Lost"],
    ["khong_co", "Không có", "None here"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("mobile", "Sóng di động dùng tạm", "Mobile signal as a stopgap", [
    ["tot", "Tốt", "Good"],
    ["yeu", "Yếu", "Weak"],
    ["khong", "Không có", "None"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("mobile_carrier", "Mạng di động tốt nhất", "Best mobile network", MOBILE, {
    when: [is("mobile", "tot", "yeu")],
  }),
  pick("staff", "Nhân lực lắp đặt, khôi phục tại chỗ", "People on site who can install and restore", [
    ["du", "Đủ", "Enough"],
    ["co_nhung_thieu", "Có nhưng thiếu", "Some, not enough"],
    ["khong_co", "Không có", "None"],
    ["khong_ro", "Không rõ", "Not known"],
  ]),
  pick("onestop", "Hệ thống một cửa điện tử", "One-stop system", SYSTEM_STATES),
  pick(
    "onestop_reason",
    "Vì sao?",
    "Why?",
    [
      ["mang", "Mạng", "Network"],
      ["may", "Máy tính", "Computer"],
      ["ky_so", "Ký số", "Digital signing"],
      ["tai_khoan", "Tài khoản", "Account"],
      ["phia_tinh", "Phía tỉnh", "The province's side"],
      ["khong_ro", "Không rõ", "Not known"],
    ],
    { when: [is("onestop", "cham_loi", "khong_dung_duoc")] },
  ),
  pick("docs", "Gửi nhận văn bản qua mạng", "Document exchange", SYSTEM_STATES),
  pick("mail", "Thư điện tử công vụ", "Official e-mail", SYSTEM_STATES),
  pick("sign", "Ký số", "Digital signing", SYSTEM_STATES),
  pick("vc", "Hội nghị truyền hình", "Video conferencing", SYSTEM_STATES),
  pick("report", "Hệ thống báo cáo nhiệm vụ", "Task reporting system", SYSTEM_STATES),
  number("onestop_backlog", "Hồ sơ một cửa đang chờ hoặc quá hạn", "One-stop files waiting or overdue", {
    optional: true,
  }),
  count("damaged_switch", "Số switch hỏng", "Switches damaged"),
  count("total_switch", "Tổng số switch trước lũ", "Switches before the flood"),
  count("damaged_pc", "Số máy tính hỏng", "Computers damaged"),
  count("total_pc", "Tổng số máy tính trước lũ", "Computers before the flood"),
  count("damaged_printer", "Số máy in hỏng", "Printers damaged"),
  count("total_printer", "Tổng số máy in trước lũ", "Printers before the flood"),
  count("damaged_scanner", "Số máy quét hỏng", "Scanners damaged"),
  count("total_scanner", "Tổng số máy quét trước lũ", "Scanners before the flood"),
  count("damaged_ups", "Số UPS hỏng", "UPSs damaged"),
  count("total_ups", "Tổng số UPS trước lũ", "UPSs before the flood"),
  count("damaged_other", "Số thiết bị khác hỏng", "Other devices damaged"),
  count("total_other", "Tổng số thiết bị khác trước lũ", "Other devices before the flood"),
  number("population", "Dân số", "Population", { optional: true }),
  number("pupils", "Số học sinh", "Pupils", { optional: true }),
  text("spare_need", "Nhu cầu thiết bị thay hoặc mượn", "Equipment needed or to be lent", { optional: true }),
  text("note", "Ghi chú", "Note", { optional: true }),
  ...PAPER_QUESTIONS,
];
