import { sqlTable } from "../sql-table.ts";
import { choice, column, VISIT_COLUMNS } from "./visit-columns.ts";

const devicesWith = (disposition: string): string =>
  `(SELECT coalesce(sum(d.quantity), 0) FROM devices d WHERE d.visit = v.n AND d.disposition = '${disposition}')`;

/** One row a visit. */
export const visitsTable = sqlTable(
  [
    ...VISIT_COLUMNS,
    column("technician", "v.technician", "text", "Người thực hiện", "Technician"),
    column("updated_at", "v.updated_at", "time", "Cập nhật lúc", "Updated at"),
    column("finished_at", "v.finished_at", "time", "Xong lúc", "Finished at"),
    column("scanned_at", "v.scanned_at", "time", "Kiểm tra mạng lúc", "Scanned at"),
    choice("status", "v.status", "status", "Kết luận mạng", "Network verdict"),
    column("root_cause", "v.root_cause", "text", "Mã nguyên nhân gốc", "Root cause"),
    choice("call_grade", "v.grade", "grade", "Chất lượng họp", "Quality for calls"),
    choice("web_grade", "v.web_grade", "webGrade", "Chất lượng web", "Quality for the web"),
    column("median_ms", "v.median_ms", "number", "Trễ trung vị (ms)", "Median delay (ms)"),
    column("jitter_ms", "v.jitter_ms", "number", "Rung (ms)", "Jitter (ms)"),
    column("loss_percent", "v.loss_percent", "number", "Mất gói (%)", "Loss (%)"),
    column("profile_id", "v.profile_id", "text", "Hồ sơ kiểm tra", "Profile"),
    column("profile_version", "v.profile_version", "code", "Phiên bản hồ sơ", "Profile version"),
    column("profile_hash", "v.profile_hash", "code", "Mã băm hồ sơ", "Profile hash"),
    column("tool_version", "v.tool_version", "code", "Phiên bản công cụ", "Tool version"),
    column(
      "devices",
      "(SELECT coalesce(sum(d.quantity), 0) FROM devices d WHERE d.visit = v.n)",
      "number",
      "Số thiết bị",
      "Devices",
    ),
    column("reuse", devicesWith("REUSE"), "number", "Tận dụng", "Reuse"),
    column("clean_dry", devicesWith("CLEAN_DRY"), "number", "Vệ sinh, sấy", "Clean and dry"),
    column("repair", devicesWith("REPAIR"), "number", "Sửa", "Repair"),
    column("replace", devicesWith("REPLACE"), "number", "Thay", "Replace"),
    column("hazard", devicesWith("HAZARD"), "number", "Chất thải nguy hại", "Hazardous waste"),
    column("hold", devicesWith("HOLD"), "number", "Chưa kết luận", "Hold"),
  ],
  "visits v",
  "",
);
