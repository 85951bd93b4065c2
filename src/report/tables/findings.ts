import { describeFinding } from "../../explain/describe.ts";
import { labelOf, type LabelArea } from "../../text/visit-labels.ts";
import { findingRows } from "../../visit/queries/finding-rows.ts";
import type { StoredColumn } from "../stored-table.ts";
import type { Column, Table } from "../table.ts";
import { choice, column, PRACTICE_COLUMN, VISIT_COLUMNS } from "./visit-columns.ts";

const STORED: readonly StoredColumn[] = [
  ...VISIT_COLUMNS,
  column("scanned_at", "time", "Kiểm tra lúc", "Scanned at"),
  choice("status", "status", "Kết luận mạng", "Network verdict"),
  column("rank", "number", "Thứ tự", "Rank"),
];

const told = (id: string, vi: string, en: string): Column => ({ id, kind: "text", heading: { vi, en } });
const word = (id: LabelArea, vi: string, en: string): Column => ({
  id,
  kind: "choice",
  heading: { vi, en },
  label: (value, lang) => labelOf(id, value, lang),
});

const DESCRIBED: readonly Column[] = [
  told("cause", "Mã nguyên nhân", "Cause"),
  word("culprit", "Ở đâu", "Culprit"),
  word("severity", "Mức độ", "Severity"),
  word("confidence", "Độ chắc chắn", "Confidence"),
  told("affects", "Hệ thống bị ảnh hưởng", "Systems affected"),
  told("title", "Nguyên nhân", "Title"),
  told("explanation", "Giải thích", "Explanation"),
  told("remedy", "Cách xử lý", "Remedy"),
  told("mender", "Ai sửa được", "Who mends it"),
  told("alternatives", "Khả năng khác", "Alternatives"),
  told("evidence", "Bằng chứng", "Evidence"),
];

/** One row a finding, root cause first within its visit. The sentences are in the language of the call. */
export const findingsTable: Table = {
  columns: [...STORED, ...DESCRIBED, PRACTICE_COLUMN],
  scope: "visit",
  *rows(store, filter, lang) {
    const fields = [...STORED, PRACTICE_COLUMN].map(({ field }) => field);
    for (const { cells, finding, profile } of findingRows(store, fields, filter)) {
      const { title, explanation, remedy, mender } = describeFinding(finding, profile, lang);
      yield [
        ...cells.slice(0, STORED.length),
        finding.cause,
        finding.culprit,
        finding.severity,
        finding.confidence,
        finding.affects.join(" "),
        title,
        explanation,
        remedy,
        mender,
        finding.alternatives.join(" "),
        finding.evidence.join(" "),
        ...cells.slice(STORED.length),
      ];
    }
  },
};
