import type { DatabaseSync } from "node:sqlite";
import { EXIT, UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { visits } from "../../text/visits.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrations.ts";

/** Version of the schema that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
}

/**
 * UserError 78 for a database of a newer version, and for one that is none of ours: of another program, or with a head
 * that was overwritten. Neither is changed.
 */
export function refuseForeign(database: DatabaseSync, file: string, lang: Lang): void {
  const texts = visits[lang];
  const { found, application, tables } = headOf(database);
  const ours = application === APPLICATION_ID || (application === 0 && found < 2);
  if (ours && found > SCHEMA_VERSION) throw new UserError(texts.storeNewer(file, found, SCHEMA_VERSION), EXIT.config);
  const fits = found === 0 ? tables.length === 0 && application === 0 : found > 0 && tables.includes("visits");
  if (!ours || !fits) throw new UserError(texts.storeForeign(file, found), EXIT.config);
}

interface Head {
  readonly found: number;
  readonly application: number;
  readonly tables: readonly string[];
}

// In one look: another process may be making the tables at this moment.
function headOf(database: DatabaseSync): Head {
  database.exec("BEGIN");
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const application = Number(database.prepare("PRAGMA application_id").get()?.["application_id"] ?? 0);
    return { found: versionOf(database), application, tables: tables.map(({ name }) => String(name)) };
  } finally {
    if (database.isTransaction) database.exec("COMMIT");
  }
}
