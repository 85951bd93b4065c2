import type { Finding } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import type { Connection } from "../db/connection.ts";
import { DamagedRecord } from "../db/damaged.ts";
import { asRow, fromColumn } from "../rows/json.ts";
import type { VisitStore } from "../store/visit-store.ts";
import { fieldSql, type Field } from "./fields.ts";
import { whereClause, type VisitFilter } from "./filter.ts";

/** One finding of a stored verdict: the asked fields, the finding, and the profile that it speaks of. */
export interface FindingRow {
  readonly cells: readonly (string | number | null)[];
  readonly finding: Finding;
  readonly profile: Profile;
}

/** The findings visit by visit, root cause first; damaged visits are passed over. */
export function findingRows(
  { connection, records }: Pick<VisitStore, "connection" | "records">,
  fields: readonly Field[],
  filter: VisitFilter,
): Generator<FindingRow> {
  const profiles = profileCache(connection);
  return records.portions(filter, (portion) => portionRows(connection, fields, portion, profiles));
}

function portionRows(
  db: Connection,
  fields: readonly Field[],
  portion: VisitFilter,
  profiles: (key: string) => Profile,
): readonly FindingRow[] {
  const { where, values } = whereClause(portion);
  // A finding's row repeats what stands in the verdict; one that does not was damaged.
  const statement = db.sql(
    `SELECT ${fields.map(fieldSql).join(", ")}, f.body, s.profile_key, v.id, instr(s.verdict, f.body) > 0
     FROM visits v JOIN findings f ON f.visit = v.n JOIN scans s ON s.visit = v.n
     ${where} ORDER BY v.started_ms, v.id, f.position`,
  );
  statement.setReturnArrays(true);
  return statement.all(...values).map((raw) => {
    const row = asRow<(string | number | null)[]>(raw);
    const [body, key, id, repeats] = row.slice(fields.length);
    if (repeats !== 1) throw new DamagedRecord(String(id), "findings");
    return { cells: row.slice(0, fields.length), finding: fromColumn<Finding>(body), profile: profiles(String(key)) };
  });
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
