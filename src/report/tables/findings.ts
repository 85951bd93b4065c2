import { describeFinding } from "../../explain/describe.ts";
import type { Finding } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Connection } from "../../visit/db/connection.ts";
import { whereClause } from "../../visit/queries/filter.ts";
import { asRow, fromColumn } from "../../visit/rows/json.ts";
import type { Cell, Table } from "../table.ts";
import { choice, column, VISIT_COLUMNS } from "./visit-columns.ts";

const FINDING_COLUMNS = [
  column("scanned_at", "v.scanned_at", "time", "Kiểm tra lúc", "Scanned at"),
  choice("status", "v.status", "status", "Kết luận mạng", "Network verdict"),
  column("rank", "f.position + 1", "number", "Thứ tự", "Rank"),
  column("cause", "", "text", "Mã nguyên nhân", "Cause"),
  choice("culprit", "", "culprit", "Ở đâu", "Culprit"),
  choice("severity", "", "severity", "Mức độ", "Severity"),
  choice("confidence", "", "confidence", "Độ chắc chắn", "Confidence"),
  column("affects", "", "text", "Hệ thống bị ảnh hưởng", "Systems affected"),
  column("title", "", "text", "Nguyên nhân", "Title"),
  column("explanation", "", "text", "Giải thích", "Explanation"),
  column("remedy", "", "text", "Cách xử lý", "Remedy"),
  column("mender", "", "text", "Ai sửa được", "Who mends it"),
  column("alternatives", "", "text", "Khả năng khác", "Alternatives"),
  column("evidence", "", "text", "Bằng chứng", "Evidence"),
] as const;

/** One row a finding, root cause first within its visit. The sentences are in the language of the call. */
export const findingsTable: Table = {
  columns: [...VISIT_COLUMNS, ...FINDING_COLUMNS],
  scope: "visit",
  *rows(store, filter, lang) {
    const db = store.connection;
    const { where, values } = whereClause(filter);
    const leading = [...VISIT_COLUMNS, ...FINDING_COLUMNS.slice(0, 3)].map(({ sql }) => sql);
    const statement = db.sql(
      `SELECT ${leading.join(", ")}, f.body, s.profile_key FROM visits v JOIN findings f ON f.visit = v.n JOIN scans s ON s.visit = v.n
       ${where} ORDER BY v.started_ms, v.id, f.position`,
    );
    statement.setReturnArrays(true);
    const profiles = profileCache(db);
    for (const raw of statement.iterate(...values)) {
      const row = asRow<Cell[]>(raw);
      const finding = fromColumn<Finding>(row[leading.length]);
      const told = describeFinding(finding, profiles(String(row[leading.length + 1])), lang);
      yield [
        ...row.slice(0, leading.length),
        finding.cause,
        finding.culprit,
        finding.severity,
        finding.confidence,
        finding.affects.join(" "),
        told.title,
        told.explanation,
        told.remedy,
        told.mender,
        finding.alternatives.join(" "),
        finding.evidence.join(" "),
      ];
    }
  },
};

/** Profiles by key, read once each: a campaign uses a handful. */
function profileCache(db: Connection): (key: string) => Profile {
  const known = new Map<string, Profile>();
  return (key) => {
    const profile =
      known.get(key) ?? fromColumn<Profile>(db.sql("SELECT body FROM profiles WHERE key = ?").get(key)?.["body"]);
    known.set(key, profile);
    return profile;
  };
}
