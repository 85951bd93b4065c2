import type { Connection } from "../db/connection.ts";

/** How far the sending of one visit to one receiver came. `failed` until the receiver confirmed it. */
export interface UploadState {
  readonly state: "failed" | "sent";
  /** Of the content that was sent: a visit that changed since is to be sent again. */
  readonly contentHash: string;
  readonly attempts: number;
  readonly at: string;
  readonly detail: string;
}

export function readUpload(db: Connection, visitId: string, target: string): UploadState | null {
  const row = db
    .sql("SELECT u.* FROM uploads u JOIN visits v ON v.n = u.visit WHERE v.id = ? AND u.target = ?")
    .get(visitId, target);
  if (row === undefined) return null;
  return {
    state: row["state"] === "sent" ? "sent" : "failed",
    contentHash: String(row["content_hash"]),
    attempts: Number(row["attempts"]),
    at: String(row["at"]),
    detail: String(row["detail"]),
  };
}

export function writeUpload(db: Connection, visitId: string, target: string, upload: UploadState): void {
  db.sql(
    `INSERT OR REPLACE INTO uploads (visit, target, state, content_hash, attempts, at, detail)
     SELECT n, ?, ?, ?, ?, ?, ? FROM visits WHERE id = ?`,
  ).run(target, upload.state, upload.contentHash, upload.attempts, upload.at, upload.detail, visitId);
}
