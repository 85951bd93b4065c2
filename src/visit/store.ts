import { rmSync } from "node:fs";
import path from "node:path";
import { UserError } from "../base/exit.ts";
import type { Lang } from "../base/languages.ts";
import { connect, connectToRead, type Connection } from "./db/connection.ts";
import { siteBaseline } from "./queries/baseline.ts";
import { resolveId } from "./queries/resolve.ts";
import { addLineage, readLineage } from "./queries/lineage.ts";
import { countPhotos, photoLists } from "./queries/photo-lists.ts";
import { readPause, readUpload, sentPhotos, writePause, writeSentPhoto, writeUpload } from "./queries/uploads.ts";
import { keepDailyCopy } from "./care/daily-copy.ts";
import { photoProblems } from "./photos.ts";
import { openRecords } from "./records.ts";
import { removeDevice, saveAnswer, saveDevice, saveMachine } from "./store/parts.ts";
import { getVisit, listed } from "./store/read.ts";
import { insertNew, saveVisit } from "./store/save.ts";
import { seenParts } from "./store/seen.ts";
import type { VisitStore } from "./store/visit-store.ts";
import { settleConflict, takeIn } from "./take-in.ts";

export type { VisitStore } from "./store/visit-store.ts";

/**
 * Opens the store, creating its folder. UserError 78 in `lang` where it cannot be written (full, read-only),
 * is of a newer version, or is broken: before anything was asked.
 * @param access `read` for lists and reports: they also work on a write-protected stick and on a full disk
 */
export function openStore(dataDir: string, lang: Lang, access: "write" | "read" = "write"): VisitStore {
  const db = access === "write" ? connect(dataDir, lang) : connectToRead(dataDir, lang);
  const seen = seenParts();
  const records = openRecords(db);
  const photoFolder = (id: string): string => path.join(dataDir, "photos", id);
  return {
    folder: dataDir,
    connection: db,
    create: (visit) => db.write(() => insertNew(db, seen, visit)),
    save: (visit) => db.write(() => saveVisit(db, seen, visit)),
    saveAnswer: (id, section, key, value, at) => db.write(() => saveAnswer(db, seen, id, section, key, value, at)),
    saveDevice: (id, device, at) => db.write(() => saveDevice(db, seen, id, device, at)),
    removeDevice: (id, deviceId, at) => db.write(() => removeDevice(db, seen, id, deviceId, at)),
    saveMachine: (id, machine, at) => db.write(() => saveMachine(db, id, machine, at)),
    get: (idOrPrefix) => db.guard(() => getVisit(db, seen, idOrPrefix)),
    resolve: (idOrPrefix) => db.guard(() => resolveId(db, idOrPrefix)),
    records,
    list: (filter) => db.guard(() => listed(db, records, filter)),
    iterate: (filter) => records.iterate(filter),
    takeIn: (incoming) =>
      db.write(() => {
        const became = takeIn(db, incoming);
        seen.forget(incoming.visit.id);
        return became;
      }),
    settleConflict: (incoming, choice) =>
      db.write(() => {
        settleConflict(db, incoming, choice);
        seen.forget(incoming.visit.id);
      }),
    earlier: (id) => db.guard(() => readLineage(db, id)),
    noteSent: (sent) => noteSent(db, sent),
    remove: (ids) => removeVisits(db, ids, photoFolder),
    baselineFor: (siteId, exceptVisit) => db.guard(() => siteBaseline(db, siteId, exceptVisit)),
    photoProblems: (filter, depth) =>
      [...records.portions(filter, (portion) => photoLists(db, portion), "onFailure")].flatMap((visit) =>
        photoProblems(photoFolder(visit.id), visit, depth),
      ),
    photoCount: () => db.guard(() => countPhotos(db)),
    keepDailyCopy: (world) => keepDailyCopy(db, records, world),
    photoFolder,
    upload: (id, target) => db.guard(() => readUpload(db, id, target)),
    saveUpload: (id, target, state) => db.write(() => writeUpload(db, id, target, state)),
    sentPhotos: (id, target) => db.guard(() => sentPhotos(db, id, target)),
    saveSentPhoto: (id, target, sha256) => db.write(() => writeSentPhoto(db, id, target, sha256)),
    pause: (target) => db.guard(() => readPause(db, target)),
    savePause: (target, pause) => db.write(() => writePause(db, target, pause)),
    close: () => db.close(),
  };
}

function removeVisits(db: Connection, ids: readonly string[], photoFolder: (id: string) => string): number {
  const count = db.write(() =>
    ids.reduce((sum, id) => sum + Number(db.sql("DELETE FROM visits WHERE id = ?").run(id).changes), 0),
  );
  // After the commit: photos without a visit do no harm, a visit without its photos does.
  for (const id of ids) rmSync(photoFolder(id), { recursive: true, force: true });
  return count;
}

function noteSent(db: Connection, sent: ReadonlyMap<string, string>): void {
  if (!db.writable || sent.size === 0) return;
  try {
    db.write(() => {
      for (const [id, hash] of sent) addLineage(db, id, [hash]);
    });
  } catch (error) {
    // A disk that is full must not keep the data from being taken off it.
    if (!(error instanceof UserError)) throw error;
  }
}
