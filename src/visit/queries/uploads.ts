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

/** Hashes of the photos of a visit that a receiver has confirmed. */
export function sentPhotos(db: Connection, visitId: string, target: string): ReadonlySet<string> {
  const rows = db
    .sql("SELECT p.sha256 FROM photo_uploads p JOIN visits v ON v.n = p.visit WHERE v.id = ? AND p.target = ?")
    .all(visitId, target);
  return new Set(rows.map(({ sha256 }) => String(sha256)));
}

export function writeSentPhoto(db: Connection, visitId: string, target: string, sha256: string): void {
  db.sql("INSERT OR IGNORE INTO photo_uploads (visit, target, sha256) SELECT n, ?, ? FROM visits WHERE id = ?").run(
    target,
    sha256,
    visitId,
  );
}

/** A receiver that asked to be left alone until then, milliseconds since the epoch, with the status that said so. */
export interface UploadPause {
  readonly untilMs: number;
  readonly status: number;
}

export function readPause(db: Connection, target: string): UploadPause | null {
  const row = db.sql("SELECT until_ms, status FROM pauses WHERE target = ?").get(target);
  return row === undefined ? null : { untilMs: Number(row["until_ms"]), status: Number(row["status"]) };
}

/** @param pause null where it takes again */
export function writePause(db: Connection, target: string, pause: UploadPause | null): void {
  if (pause === null) db.sql("DELETE FROM pauses WHERE target = ?").run(target);
  else
    db.sql("INSERT OR REPLACE INTO pauses (target, until_ms, status) VALUES (?, ?, ?)").run(
      target,
      Math.round(pause.untilMs),
      pause.status,
    );
}
