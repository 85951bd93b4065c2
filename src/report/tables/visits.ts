import { storedTable } from "../stored-table.ts";
import { choice, column, PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

/** One row a visit. */
export const visitsTable = storedTable(
  [
    ...VISIT_COLUMNS,
    column("technician", "text", "Người thực hiện", "Technician"),
    column("updated_at", "time", "Cập nhật lúc", "Updated at"),
    column("finished_at", "time", "Xong lúc", "Finished at"),
    column("scanned_at", "time", "Kiểm tra mạng lúc", "Scanned at"),
    choice("status", "status", "Kết luận mạng", "Network verdict"),
    column("root_cause", "text", "Mã nguyên nhân gốc", "Root cause"),
    choice("call_grade", "grade", "Chất lượng họp", "Quality for calls"),
    choice("web_grade", "webGrade", "Chất lượng web", "Quality for the web"),
    column("median_ms", "number", "Trễ trung vị (ms)", "Median delay (ms)"),
    column("jitter_ms", "number", "Rung (ms)", "Jitter (ms)"),
    column("loss_percent", "number", "Mất gói (%)", "Loss (%)"),
    column("profile_id", "text", "Hồ sơ kiểm tra", "Profile"),
    column("profile_version", "code", "Phiên bản hồ sơ", "Profile version"),
    column("profile_hash", "code", "Mã băm hồ sơ", "Profile hash"),
    column("tool_version", "code", "Phiên bản công cụ", "Tool version"),
    column("devices", "number", "Số thiết bị", "Devices"),
    column("reuse", "number", "Tận dụng", "Reuse"),
    column("clean_dry", "number", "Vệ sinh, sấy", "Clean and dry"),
    column("repair", "number", "Sửa", "Repair"),
    column("replace", "number", "Thay", "Replace"),
    column("hazard", "number", "Chất thải nguy hại", "Hazardous waste"),
    column("hold", "number", "Chưa kết luận", "Hold"),
    PRACTICE_COLUMN,
  ],
  "visits",
);
