import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

/**
 * Opens a database that cannot be written where it lies. Without a log beside it the file is complete;
 * with one, SQLite needs a place where it may write: a copy, which `drop` takes away.
 */
export function openAsItLies(file: string): { readonly database: DatabaseSync; readonly drop: () => void } {
  if (!existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0) {
    const url = pathToFileURL(file);
    url.search = "immutable=1";
    return { database: new DatabaseSync(url, { readOnly: true }), drop: () => undefined };
  }
  const copy = mkdtempSync(path.join(tmpdir(), "qbrecover-"));
  const drop = (): void => rmSync(copy, { recursive: true, force: true });
  try {
    for (const suffix of ["", "-wal"]) copyFileSync(file + suffix, path.join(copy, `visits.db${suffix}`));
    return { database: new DatabaseSync(path.join(copy, "visits.db")), drop };
  } catch (error) {
    drop();
    throw error;
  }
}
