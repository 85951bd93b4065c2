import { sqlTable } from "../sql-table.ts";
import { choice, column, VISIT_COLUMNS } from "./visit-columns.ts";

/** One row a system of the profile in each visit that has a scan. */
export const systemsTable = sqlTable(
  [
    ...VISIT_COLUMNS,
    column("scanned_at", "v.scanned_at", "time", "Kiểm tra lúc", "Scanned at"),
    column("profile_id", "v.profile_id", "text", "Hồ sơ kiểm tra", "Profile"),
    column("profile_version", "v.profile_version", "code", "Phiên bản hồ sơ", "Profile version"),
    column("system_id", "s.id", "text", "Mã hệ thống", "System id"),
    column("system_name_vi", "s.name_vi", "text", "Hệ thống", "System (vi)"),
    column("system_name_en", "s.name_en", "text", "Hệ thống (tiếng Anh)", "System (en)"),
    choice("criticality", "s.criticality", "criticality", "Mức quan trọng", "Criticality"),
    column("target", "s.target", "text", "Địa chỉ kiểm tra", "Address tried"),
    choice("outcome", "s.outcome", "outcome", "Kết quả", "Outcome"),
    column("cause", "s.cause", "text", "Mã nguyên nhân", "Cause"),
    column("total_ms", "s.total_ms", "number", "Thời gian (ms)", "Time (ms)"),
    column("certificate_not_after", "s.certificate_not_after", "time", "Chứng thư hết hạn", "Certificate expires"),
  ],
  "visits v JOIN systems s ON s.visit = v.n",
  "s.position",
);
