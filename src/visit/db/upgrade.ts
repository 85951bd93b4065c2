import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { syncFolder } from "../../base/sync-folder.ts";
import { MIGRATIONS } from "./migrations.ts";
import { SCHEMA_VERSION, versionOf } from "./version.ts";

/**
 * Brings a database up to date in one transaction. A copy of what was there before, as `visits.db.v1.bak`, is on the disk
 * before the first change.
 * @param transaction runs its body in a transaction that holds the write lock
 */
export function upgrade(
  database: DatabaseSync,
  file: string,
  found: number,
  transaction: (body: () => void) => void,
): void {
  if (found > 0) keepCopy(database, file, found);
  transaction(() => {
    // Read again: another process may have been quicker.
    for (const step of MIGRATIONS.slice(versionOf(database))) {
      database.exec(step.sql);
      step.fill?.({ sql: (text) => database.prepare(text) });
    }
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

function keepCopy(database: DatabaseSync, file: string, found: number): void {
  const target = `${file}.v${found}.bak`;
  const draft = `${target}.${process.pid}.part`;
  rmSync(draft, { force: true });
  try {
    // Made first, for its user alone: SQLite takes an empty file.
    const handle = openSync(draft, "wx", 0o600);
    try {
      database.prepare("VACUUM INTO ?").run(draft);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target);
    syncFolder(path.dirname(file));
  } finally {
    rmSync(draft, { force: true });
  }
}
