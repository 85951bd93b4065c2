import { WORTH_QUESTIONS } from "../../checklist/data/device-fields.ts";
import { COMMON_QUESTIONS } from "../../checklist/data/common-questions.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import { deviceTexts } from "../../text/device-texts.ts";
import { labelOf } from "../../text/visit-labels.ts";
import { DEVICE_TEXT_KEYS, DEVICE_TEXTS, type DeviceTextKey } from "../../visit/device-texts.ts";
import { STORED_ANSWERS } from "../../visit/queries/fields.ts";
import { storedTable, type StoredColumn } from "../stored-table.ts";
import { questionColumns } from "./question-columns.ts";
import { choice, column, PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

const answerColumns: readonly StoredColumn[] = STORED_ANSWERS.flatMap((id) =>
  questionColumns(COMMON_QUESTIONS, "device").filter((column) => column.id === id),
);
const text = (key: DeviceTextKey): StoredColumn => {
  const { id, cell } = DEVICE_TEXTS[key];
  return { id, field: { text: key }, kind: cell, heading: { vi: deviceTexts.vi[key], en: deviceTexts.en[key] } };
};

/** The texts that stand before the answers. */
const FIRST: readonly DeviceTextKey[] = ["label", "brand", "model", "serial", "assetTag", "room"];

/** One row a device record; `quantity` tells how many equal devices it stands for. */
const DEVICE_COLUMNS: readonly StoredColumn[] = [
  column("device_id", "code", "Mã bản ghi", "Device id"),
  {
    ...column("type", "choice", "Loại", "Type"),
    label: deviceTypeLabel,
  },
  column("quantity", "number", "Số lượng", "Quantity"),
  ...FIRST.map(text),
  ...answerColumns,
  choice("disposition", "disposition", "Đề xuất xử lý", "Disposition"),
  choice("triage_disposition", "disposition", "Theo quy tắc", "By the rule"),
  column("rule", "text", "Quy tắc", "Rule"),
  {
    ...column("flags", "choice", "Cờ", "Flags"),
    label: (value, lang) =>
      value
        .split(" ")
        .map((flag) => labelOf("flag", flag, lang))
        .join("; "),
  },
  column("advice", "text", "Mã chỉ dẫn", "Advice"),
  choice("override_disposition", "disposition", "Kỹ thuật viên quyết định", "Technician's decision"),
  column("override_reason", "text", "Lý do", "Reason"),
  column("override_by", "text", "Người quyết định", "Decided by"),
  column("override_at", "time", "Lúc", "Decided at"),
  column("photos", "number", "Số ảnh", "Photos"),
  text("note"),
  column("complete", "yesNo", "Đã xong", "Complete"),
  // What came later stands last: the order is a promise.
  ...DEVICE_TEXT_KEYS.filter((key) => key !== "note" && !FIRST.includes(key)).map(text),
  ...questionColumns(WORTH_QUESTIONS, "device"),
];

export const devicesTable = storedTable([...VISIT_COLUMNS, ...DEVICE_COLUMNS, PRACTICE_COLUMN], "devices");
