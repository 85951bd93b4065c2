import { COMMON_QUESTIONS } from "../../checklist/data/common-questions.ts";
import { deviceType } from "../../checklist/data/device-types.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { sqlTable, type SqlColumn } from "../sql-table.ts";
import { questionColumns } from "./question-columns.ts";
import { choice, column, VISIT_COLUMNS } from "./visit-columns.ts";

/** Common answers that the store keeps in columns of their own, so that nothing is parsed for this table. */
const STORED_ANSWERS: readonly string[] = ["water", "water_type", "wet_time", "age", "before", "data", "works_now"];
const answerColumns: readonly SqlColumn[] = questionColumns(COMMON_QUESTIONS, "d.answers")
  .filter((question) => STORED_ANSWERS.includes(question.id))
  .map((question) => ({ ...question, sql: `d.${question.id}` }))
  .toSorted((a, b) => STORED_ANSWERS.indexOf(a.id) - STORED_ANSWERS.indexOf(b.id));

/** One row a device record; `quantity` tells how many equal devices it stands for. */
const DEVICE_COLUMNS: readonly SqlColumn[] = [
  column("device_id", "d.id", "code", "Mã bản ghi", "Device id"),
  {
    ...column("type", "d.type", "choice", "Loại", "Type"),
    label: (value, lang) => deviceType(value)?.label[lang] ?? value,
  },
  column("quantity", "d.quantity", "number", "Số lượng", "Quantity"),
  column("label", "d.label", "text", "Tên thiết bị", "Label"),
  column("brand", "d.brand", "text", "Nhãn hiệu", "Brand"),
  column("model", "d.model", "code", "Model", "Model"),
  column("serial", "d.serial", "code", "Số seri", "Serial number"),
  column("asset_tag", "d.asset_tag", "code", "Mã tài sản", "Asset tag"),
  column("room", "d.room", "code", "Vị trí", "Room"),
  ...answerColumns,
  choice("disposition", "d.disposition", "disposition", "Đề xuất xử lý", "Disposition"),
  choice("triage_disposition", "d.triage_disposition", "disposition", "Theo quy tắc", "By the rule"),
  column("rule", "d.rule", "text", "Quy tắc", "Rule"),
  {
    ...column("flags", "d.flags", "choice", "Cờ", "Flags"),
    label: (value, lang) =>
      value
        .split(" ")
        .map((flag) => labelOf("flag", flag, lang))
        .join("; "),
  },
  // A JSON list in the store; a blank-separated list of ids here.
  column(
    "advice",
    `replace(replace(replace(trim(d.advice, '[]'), '","', ' '), '"', ''), ',', ' ')`,
    "text",
    "Mã chỉ dẫn",
    "Advice",
  ),
  choice(
    "override_disposition",
    "d.override_disposition",
    "disposition",
    "Kỹ thuật viên quyết định",
    "Technician's decision",
  ),
  column("override_reason", "d.override_reason", "text", "Lý do", "Reason"),
  column("override_by", "d.override_by", "text", "Người quyết định", "Decided by"),
  column("override_at", "d.override_at", "time", "Lúc", "Decided at"),
  column("photos", "d.photo_count", "number", "Số ảnh", "Photos"),
  column("note", "d.note", "text", "Ghi chú", "Note"),
  column("complete", "d.done", "yesNo", "Đã xong", "Complete"),
];

export const devicesTable = sqlTable(
  [...VISIT_COLUMNS, ...DEVICE_COLUMNS],
  "visits v JOIN devices d ON d.visit = v.n",
  "d.position",
);
