import type { Finding } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Connection } from "../db/connection.ts";
import { asRow, fromColumn } from "../rows/json.ts";
import { fieldSql, type Field } from "./fields.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** One finding of a stored verdict: the asked fields, the finding, and the profile that it speaks of. */
export interface FindingRow {
  readonly cells: readonly (string | number | null)[];
  readonly finding: Finding;
  readonly profile: Profile;
}

/** The findings visit by visit, root cause first. */
export function* findingRows(db: Connection, fields: readonly Field[], filter: VisitFilter): Generator<FindingRow> {
  const { where, values } = whereClause(filter);
  const statement = db.sql(
    `SELECT ${fields.map(fieldSql).join(", ")}, f.body, s.profile_key
     FROM visits v JOIN findings f ON f.visit = v.n JOIN scans s ON s.visit = v.n
     ${where} ORDER BY v.started_ms, v.id, f.position`,
  );
  statement.setReturnArrays(true);
  const profiles = profileCache(db);
  for (const raw of statement.iterate(...values)) {
    const row = asRow<(string | number | null)[]>(raw);
    yield {
      cells: row.slice(0, fields.length),
      finding: fromColumn<Finding>(row[fields.length]),
      profile: profiles(String(row[fields.length + 1])),
    };
  }
}

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
