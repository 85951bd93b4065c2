import type { Lang } from "../base/languages.ts";

/** Labels of machine values of visits. A value that is not listed is shown as it is. */
type Labels = Readonly<Record<string, readonly [vi: string, en: string]>>;

const LABELS = {
  stage: { before: ["Trước khi sửa", "Before repair"], after: ["Sau khi sửa", "After repair"] },
  status: {
    healthy: ["Tốt", "Healthy"],
    degraded: ["Chạy được, có vấn đề", "Degraded"],
    faulty: ["Có lỗi", "Faulty"],
    inconclusive: ["Chưa kết luận", "Inconclusive"],
  },
  disposition: {
    REUSE: ["Tận dụng – dùng tiếp", "Reuse"],
    CLEAN_DRY: ["Vệ sinh, sấy khô, kiểm tra lại", "Clean, dry, check again"],
    REPAIR: ["Sửa chữa / thay linh kiện", "Repair / replace parts"],
    REPLACE: ["Thay thế (đề nghị thanh lý)", "Replace (write off)"],
    HAZARD: ["Thu gom chất thải nguy hại", "Collect as hazardous waste"],
    HOLD: ["Chưa kết luận – giữ nguyên, không cấp điện", "Undecided – leave as is, no power"],
  },
  flag: {
    NO_POWER: ["không cấp điện", "no power"],
    DATA_FIRST: ["cứu dữ liệu trước", "rescue data first"],
    SECRET_SEAL: ["niêm phong, không đưa ra ngoài", "seal, must not leave"],
    HAZ_BATTERY: ["pin/ắc quy nguy hại", "hazardous battery"],
    TONER_WET: ["hộp mực ướt, thu gom riêng", "wet toner"],
    INSULATION_TEST: ["đo cách điện", "insulation test"],
    ISP_OWNED: ["của nhà mạng, báo nhà mạng", "the carrier's, tell the carrier"],
    WATCH_30D: ["theo dõi ăn mòn 30 ngày", "watch for corrosion, 30 days"],
    VERIFY: ["cần xác minh", "to be verified"],
    ONESTOP_CRITICAL: ["cần cho một cửa", "needed by the one-stop desk"],
  },
  outcome: {
    ok: ["Đạt", "Passed"],
    slow: ["Đạt, chậm", "Passed, slow"],
    failed: ["Không đạt", "Failed"],
    notTested: ["Chưa kiểm tra", "Not tested"],
    notTestable: ["Phải hỏi", "To be asked"],
    notUsed: ["Không dùng ở đây", "Not used here"],
    retired: ["Đã ngừng", "Retired"],
    disabled: ["Không bật", "Not enabled"],
    unknown: ["Chưa rõ", "Unknown"],
  },
  reach: { works: ["Được", "Yes"], fails: ["Không", "No"], unseen: ["Chưa thử", "Not tried"] },
  faultOf: {
    office: ["Đường chung của cơ quan", "The office's common way"],
    system: ["Hệ thống", "The system"],
    machine: ["Máy này", "This computer"],
  },
  criticality: { onestop: ["Một cửa", "One-stop"], shared: ["Dùng chung", "Shared"], other: ["Khác", "Other"] },
  severity: {
    critical: ["Nghiêm trọng", "Critical"],
    major: ["Nặng", "Major"],
    minor: ["Nhẹ", "Minor"],
    info: ["Thông tin", "Information"],
  },
  confidence: { certain: ["Chắc chắn", "Certain"], likely: ["Nhiều khả năng", "Likely"] },
  culprit: {
    laptop: ["Máy tính kiểm tra", "Laptop"],
    clock: ["Đồng hồ máy", "Clock"],
    proxy: ["Proxy", "Proxy"],
    cable: ["Dây mạng", "Cable"],
    lan: ["Mạng nội bộ", "Local network"],
    gateway: ["Router/modem", "Router"],
    isp: ["Nhà mạng", "Carrier"],
    dns: ["DNS", "DNS"],
    internet: ["Internet ngoài nhà mạng", "Internet beyond the carrier"],
    datacentre: ["Trung tâm dữ liệu tỉnh", "Provincial data centre"],
    server: ["Máy chủ hệ thống", "The system's server"],
  },
  grade: {
    vc_good: ["Họp trực tuyến tốt, HD", "Good for video calls, HD"],
    vc_fair: ["Họp trực tuyến được, SD", "Usable for video calls, SD"],
    vc_audio: ["Chỉ đủ để nói hoặc xem một chiều", "Voice or one-way only"],
    vc_bad: ["Không họp được", "No calls possible"],
    unknown: ["Chưa đo", "Not measured"],
  },
  webGrade: {
    web_good: ["Web tốt", "Web good"],
    web_fair: ["Web chấp nhận được", "Web acceptable"],
    web_poor: ["Web kém", "Web poor"],
    unknown: ["Chưa đo", "Not measured"],
  },
} satisfies Record<string, Labels>;
export type LabelArea = keyof typeof LABELS;

/** The label of a machine value in one area; the value itself where there is none. */
export function labelOf(area: LabelArea, value: string, lang: Lang): string {
  const labels: Labels = LABELS[area];
  const found = Object.hasOwn(labels, value) ? labels[value] : undefined;
  return found === undefined ? value : found[lang === "vi" ? 0 : 1];
}
