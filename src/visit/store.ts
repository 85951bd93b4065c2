import { rmSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../base/canonical.ts";
import type { Lang } from "../base/languages.ts";
import { connect, connectToRead, type Connection } from "./db/connection.ts";
import { siteBaseline } from "./queries/baseline.ts";
import { resolveId } from "./queries/resolve.ts";
import { listVisits } from "./queries/summary.ts";
import { readUpload, writeUpload } from "./queries/uploads.ts";
import { headerRow, readVisit } from "./rows/visit.ts";
import type { Visit } from "./schema.ts";
import { removeDevice, saveAnswer, saveDevice } from "./store/parts.ts";
import { getVisit, iterateVisits } from "./store/read.ts";
import { insertNew, saveVisit } from "./store/save.ts";
import { seenParts, type Seen } from "./store/seen.ts";
import type { VisitStore } from "./store/visit-store.ts";

export type { VisitStore } from "./store/visit-store.ts";

/**
 * Opens the store, creating its folder. UserError 78 in `lang` where it cannot be written (full, read-only),
 * is of a newer version, or is broken: before anything was asked.
 * @param access `read` for lists and reports: they also work on a write-protected stick and on a full disk
 */
export function openStore(dataDir: string, lang: Lang, access: "write" | "read" = "write"): VisitStore {
  const db = access === "write" ? connect(dataDir, lang) : connectToRead(dataDir, lang);
  const seen = seenParts();
  const photoFolder = (id: string): string => path.join(dataDir, "photos", id);
  return {
    folder: dataDir,
    connection: db,
    create: (visit) => db.write(() => insertNew(db, seen, visit)),
    save: (visit) => db.write(() => saveVisit(db, seen, visit)),
    saveAnswer: (id, section, key, value, at) => db.write(() => saveAnswer(db, seen, id, section, key, value, at)),
    saveDevice: (id, device, at) => db.write(() => saveDevice(db, seen, id, device, at)),
    removeDevice: (id, deviceId, at) => db.write(() => removeDevice(db, seen, id, deviceId, at)),
    get: (idOrPrefix) => db.guard(() => getVisit(db, seen, idOrPrefix)),
    resolve: (idOrPrefix) => db.guard(() => resolveId(db, idOrPrefix)),
    list: (filter) => db.guard(() => listVisits(db, filter)),
    iterate: (filter) => iterateVisits(db, filter),
    import: (visit) => db.write(() => importVisit(db, seen, visit)),
    remove: (ids) => removeVisits(db, ids, photoFolder),
    baselineFor: (siteId, exceptVisit) => db.guard(() => siteBaseline(db, siteId, exceptVisit)),
    photoFolder,
    upload: (id, target) => db.guard(() => readUpload(db, id, target)),
    saveUpload: (id, target, state) => db.write(() => writeUpload(db, id, target, state)),
    close: () => db.close(),
  };
}

function importVisit(db: Connection, seen: Seen, visit: Visit): "added" | "same" | "conflict" {
  const row = headerRow(db, visit.id);
  if (row !== null) return contentHash(readVisit(db, row)) === contentHash(visit) ? "same" : "conflict";
  insertNew(db, seen, visit);
  return "added";
}

function removeVisits(db: Connection, ids: readonly string[], photoFolder: (id: string) => string): number {
  const count = db.write(() =>
    ids.reduce((sum, id) => sum + Number(db.sql("DELETE FROM visits WHERE id = ?").run(id).changes), 0),
  );
  // After the commit: photos without a visit do no harm, a visit without its photos does.
  for (const id of ids) rmSync(photoFolder(id), { recursive: true, force: true });
  return count;
}
