import type { Connection } from "../db/connection.ts";

/** Content hashes that a visit had when it went out, or came in, before. */
export function readLineage(db: Connection, id: string): string[] {
  return db
    .sql("SELECT l.hash FROM lineage l JOIN visits v ON v.n = l.visit WHERE v.id = ? ORDER BY l.hash")
    .all(id)
    .map(({ hash }) => String(hash));
}

/** Adds to what a visit was before. Call inside a transaction. */
export function addLineage(db: Connection, id: string, hashes: readonly string[]): void {
  const add = db.sql("INSERT OR IGNORE INTO lineage (visit, hash) SELECT n, ? FROM visits WHERE id = ?");
  for (const hash of hashes) add.run(hash, id);
}
