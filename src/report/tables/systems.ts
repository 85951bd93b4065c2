import type { Lang } from "../../base/languages.ts";
import { wordFor } from "../../text/judge.ts";
import { storedTable } from "../stored-table.ts";
import { choice, column, PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

const whyLabel = (value: string, lang: Lang): string => wordFor("why", value, lang);

/** One row a system of the profile in each visit that has a scan. */
export const systemsTable = storedTable(
  [
    ...VISIT_COLUMNS,
    column("scanned_at", "time", "Kiểm tra lúc", "Scanned at"),
    column("profile_id", "text", "Hồ sơ kiểm tra", "Profile"),
    column("profile_version", "code", "Phiên bản hồ sơ", "Profile version"),
    column("system_id", "text", "Mã hệ thống", "System id"),
    column("system_name_vi", "text", "Hệ thống", "System (vi)"),
    column("system_name_en", "text", "Hệ thống (tiếng Anh)", "System (en)"),
    choice("criticality", "criticality", "Mức quan trọng", "Criticality"),
    column("target", "text", "Địa chỉ kiểm tra", "Address tried"),
    choice("outcome", "outcome", "Kết quả", "Outcome"),
    column("cause", "text", "Mã nguyên nhân", "Cause"),
    column("total_ms", "number", "Thời gian (ms)", "Time (ms)"),
    column("certificate_not_after", "time", "Chứng thư hết hạn", "Certificate expires"),
    { ...column("why", "choice", "Vì sao chưa kiểm tra", "Why not tested"), label: whyLabel },
    column("provided", "yesNo", "Địa chỉ do cơ quan cung cấp", "Address given by the office"),
    PRACTICE_COLUMN,
  ],
  "systems",
);
