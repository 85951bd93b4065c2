import type { Disposition, Flag } from "../../visit/schema.ts";
import type { Label } from "../form/question.ts";

/** Wording for reports. REPAIR, REPLACE and REUSE are the programme's own words of 26/10/2020 (sửa chữa, thay thế, tận dụng). */
export const DISPOSITION_LABELS: Readonly<Record<Disposition, Label>> = {
  REUSE: { vi: "Tận dụng – dùng tiếp", en: "Reuse" },
  CLEAN_DRY: { vi: "Vệ sinh, sấy khô, kiểm tra lại", en: "Clean, dry, check again" },
  REPAIR: { vi: "Sửa chữa / thay linh kiện", en: "Repair or replace parts" },
  REPLACE: { vi: "Thay thế (đề nghị thanh lý)", en: "Replace (write off)" },
  HAZARD: { vi: "Thu gom chất thải nguy hại", en: "Collect as hazardous waste" },
  HOLD: { vi: "Chưa kết luận – giữ nguyên, không cấp điện", en: "No conclusion – leave as is, no power" },
};

export const FLAG_LABELS: Readonly<Record<Flag, Label>> = {
  NO_POWER: { vi: "KHÔNG CẤP ĐIỆN", en: "NO POWER" },
  DATA_FIRST: { vi: "Cứu dữ liệu trước", en: "Save the data first" },
  SECRET_SEAL: { vi: "Niêm phong, không đưa ra ngoài", en: "Seal it, keep it inside" },
  HAZ_BATTERY: { vi: "Pin/ắc quy nguy hại", en: "Hazardous battery" },
  TONER_WET: { vi: "Mực ướt: thu gom riêng", en: "Wet toner: collect apart" },
  INSULATION_TEST: { vi: "Đo cách điện", en: "Test the insulation" },
  ISP_OWNED: { vi: "Của nhà mạng: yêu cầu đổi", en: "The carrier's: ask for a swap" },
  WATCH_30D: { vi: "Theo dõi ăn mòn 30 ngày", en: "Watch for corrosion for 30 days" },
  VERIFY: { vi: "Cần xác minh", en: "To be verified" },
  ONESTOP_CRITICAL: { vi: "Cần cho bộ phận một cửa", en: "Needed by the one-stop desk" },
};
