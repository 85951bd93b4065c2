import { rmSync } from "node:fs";
import path from "node:path";
import { EXIT, UserError } from "../base/exit.ts";
import type { Baseline } from "../evidence/schema.ts";
import { visits as visitTexts } from "../text/visits.ts";
import type { Lang } from "../base/languages.ts";
import { baselineOf } from "./queries/baseline.ts";
import { canonicalJson, contentHash } from "../base/canonical.ts";
import { connect, connectToRead, type Connection } from "./db/connection.ts";
import { whereClause, type VisitFilter } from "./queries/filter.ts";
import { mergeParts, mergeVisits, partsOf } from "./parts.ts";
import { PRACTICE_PROFILE } from "./practice.ts";
import { resolveId } from "./queries/resolve.ts";
import { headerVisit } from "./rows/header.ts";
import { asRow } from "./rows/json.ts";
import { readScan, scanHash, writeScan } from "./rows/scan.ts";
import {
  headerRow,
  insertVisit,
  readLight,
  readVisit,
  replaceDevices,
  updateFacts,
  updateHeader,
  upsertDevice,
} from "./rows/visit.ts";
import type { AnswerValue, Device, Visit } from "./schema.ts";
import { listVisits, type VisitSummary } from "./queries/summary.ts";
import { readUpload, writeUpload, type UploadState } from "./queries/uploads.ts";

/**
 * All visits of one data folder. Every method that writes is one transaction, on the disk when it returns.
 * Several processes may use one folder: what both changed in different places is merged, the same place changed twice
 * is a UserError 78.
 */
export interface VisitStore {
  /** Folder of the store. */
  readonly folder: string;
  /** The open database, for the streams of src/visit/streams.ts. */
  readonly connection: Connection;
  /** Stores a new visit. */
  create(visit: Visit): void;
  /** Stores what changed in this visit since it was read or saved here last; what others stored meanwhile stays. */
  save(visit: Visit): void;
  /** Commits one answer, without touching anything else; `null` takes it back. `at` is the new `updatedAt`. */
  saveAnswer(id: string, section: "survey" | "safety", key: string, value: AnswerValue | null, at: string): void;
  /** Commits one device with its answers: a new one comes last. */
  saveDevice(id: string, device: Device, at: string): void;
  removeDevice(id: string, deviceId: string, at: string): void;
  /** The visit with this id or prefix; UserError 64 where none or several fit. */
  get(idOrPrefix: string): Visit;
  /** The whole id for an id or its beginning, as `get` finds it. */
  resolve(idOrPrefix: string): string;
  /** Summaries, newest first. */
  list(filter: VisitFilter): readonly VisitSummary[];
  /** Whole visits one after the other, oldest first, never all in memory. */
  iterate(filter: VisitFilter): Generator<Visit>;
  /** Stores a visit from elsewhere; one with the same id is never overwritten. */
  import(visit: Visit): "added" | "same" | "conflict";
  /** Removes visits by whole ids, all or none. How many there were. */
  remove(ids: readonly string[]): number;
  /**
   * The usual network of a site, from its last healthy visit that was no practice; `exceptVisit` is the one under way.
   */
  baselineFor(siteId: string, exceptVisit?: string): Baseline | null;
  /** Folder for the photos of a visit. Not created here. */
  photoFolder(id: string): string;
  upload(id: string, target: string): UploadState | null;
  saveUpload(id: string, target: string, state: UploadState): void;
  close(): void;
}

/**
 * Opens the store, creating its folder. UserError 78 in `lang` where it cannot be written (full, read-only),
 * is of a newer version, or is broken: before anything was asked.
 * @param access `read` for lists and reports: they also work on a write-protected stick and on a full disk
 */
export function openStore(dataDir: string, lang: Lang, access: "write" | "read" = "write"): VisitStore {
  const db = access === "write" ? connect(dataDir, lang) : connectToRead(dataDir, lang);
  /** Per visit: the parts as this process saw or wrote them last. */
  const seen = new Map<string, Map<string, string>>();

  const photoFolder = (id: string): string => path.join(dataDir, "photos", id);
  const light = (id: string): { readonly n: number; readonly visit: Visit; readonly scan: string | null } | null => {
    const row = headerRow(db, id);
    return row === null ? null : { n: row.n, visit: readLight(db, row), scan: scanHash(db, row.n) };
  };
  const need = (id: string): { readonly n: number; readonly visit: Visit } => {
    const found = light(id);
    if (found === null) throw new UserError(visitTexts[lang].noVisit(id));
    return found;
  };
  const insert = (visit: Visit): void => {
    insertVisit(db, visit);
    seen.set(visit.id, new Map(partsOf(visit)));
  };

  return {
    folder: dataDir,
    connection: db,
    create: (visit) => db.write(() => insert(visit)),
    save: (visit) =>
      db.write(() => {
        const stored = light(visit.id);
        if (stored === null) {
          insert(visit);
          return;
        }
        const ours = partsOf(visit);
        const merge = mergeParts(
          seen.get(visit.id) ?? new Map<string, string>(),
          ours,
          partsOf(stored.visit, stored.scan),
        );
        if (!merge.ok)
          throw new UserError(visitTexts[lang].conflict(visit.id, merge.conflicts.join(", ")), EXIT.config);
        writeMerged(db, stored.n, mergeVisits(visit, stored.visit, merge.ours), stored.visit, merge.ours);
        // Ours, not the merged: a device that only the store has was not taken out by us when it is missing the next
        // time.
        seen.set(visit.id, new Map(ours));
      }),
    saveAnswer: (id, section, key, value, at) =>
      db.write(() => {
        const row = headerRow(db, id);
        if (row === null) throw new UserError(visitTexts[lang].noVisit(id));
        const visit = headerVisit(row);
        const { [key]: _old, ...others } = visit[section];
        updateFacts(db, row.n, {
          ...visit,
          [section]: value === null ? others : { ...others, [key]: value },
          updatedAt: at,
        });
        note(seen, id, `${section}:${key}`, value);
      }),
    saveDevice: (id, device, at) =>
      db.write(() => {
        const { n, visit } = need(id);
        const stored = visit.devices.find((other) => other.id === device.id);
        const part = `device:${device.id}`;
        const before = stored === undefined ? undefined : canonicalJson(stored);
        if (before !== undefined && before !== seen.get(id)?.get(part) && before !== canonicalJson(device))
          throw new UserError(visitTexts[lang].conflict(id, part), EXIT.config);
        upsertDevice(db, n, device);
        updateFacts(db, n, { ...visit, updatedAt: at });
        note(seen, id, part, device);
      }),
    removeDevice: (id, deviceId, at) =>
      db.write(() => {
        const { n, visit } = need(id);
        replaceDevices(
          db,
          n,
          visit.devices.filter((device) => device.id !== deviceId),
        );
        updateFacts(db, n, { ...visit, updatedAt: at });
        note(seen, id, `device:${deviceId}`, null);
      }),
    get: (idOrPrefix) =>
      db.guard(() => {
        const row = headerRow(db, resolveId(db, idOrPrefix));
        if (row === null) throw new UserError(visitTexts[lang].noVisit(idOrPrefix));
        const visit = readVisit(db, row);
        seen.set(visit.id, new Map(partsOf(visit, scanHash(db, row.n))));
        return visit;
      }),
    resolve: (idOrPrefix) => db.guard(() => resolveId(db, idOrPrefix)),
    list: (filter) => db.guard(() => listVisits(db, filter)),
    iterate: (filter) => iterateVisits(db, filter),
    import: (visit) =>
      db.write(() => {
        const row = headerRow(db, visit.id);
        if (row === null) {
          insert(visit);
          return "added";
        }
        return contentHash(readVisit(db, row)) === contentHash(visit) ? "same" : "conflict";
      }),
    remove: (ids) => {
      const count = db.write(() =>
        ids.reduce((sum, id) => sum + Number(db.sql("DELETE FROM visits WHERE id = ?").run(id).changes), 0),
      );
      // After the commit: photos without a visit do no harm, a visit without its photos does.
      for (const id of ids) rmSync(photoFolder(id), { recursive: true, force: true });
      return count;
    },
    baselineFor: (siteId, exceptVisit = "") =>
      db.guard(() => {
        const row = db
          .sql(
            "SELECT n, id FROM visits WHERE site_id = ? AND status = 'healthy' AND id <> ? AND profile_id <> ? " +
              "ORDER BY started_ms DESC, id DESC LIMIT 1",
          )
          .get(siteId, exceptVisit, PRACTICE_PROFILE);
        const scan = row === undefined ? null : readScan(db, Number(row["n"]));
        return scan === null ? null : baselineOf(String(row?.["id"]), scan);
      }),
    photoFolder,
    upload: (id, target) => db.guard(() => readUpload(db, id, target)),
    saveUpload: (id, target, state) => db.write(() => writeUpload(db, id, target, state)),
    close: () => db.close(),
  };
}

function writeMerged(db: Connection, n: number, merged: Visit, stored: Visit, written: ReadonlySet<string>): void {
  if (written.has("scan")) {
    writeScan(db, n, merged.scan);
    updateHeader(db, n, merged);
  } else updateFacts(db, n, merged);
  const order = (visit: Visit): string => visit.devices.map((device) => device.id).join("\n");
  if (order(merged) !== order(stored)) replaceDevices(db, n, merged.devices);
  else for (const device of merged.devices) if (written.has(`device:${device.id}`)) upsertDevice(db, n, device);
}

/** Keeps in mind what this process wrote into one part. */
function note(seen: Map<string, Map<string, string>>, id: string, part: string, value: unknown): void {
  const parts = seen.get(id) ?? new Map<string, string>();
  seen.set(id, parts);
  if (value === null) parts.delete(part);
  else parts.set(part, canonicalJson(value));
}

function* iterateVisits(db: Connection, filter: VisitFilter): Generator<Visit> {
  const { where, values } = whereClause(filter);
  // Ids first: a long read would hold back the checkpoint of whoever writes meanwhile.
  const ids = db.guard(() => db.sql(`SELECT v.id FROM visits v ${where} ORDER BY v.started_ms, v.id`).all(...values));
  for (const { id } of ids.map((row) => asRow<{ id: string }>(row))) {
    const visit = db.guard(() => {
      const row = headerRow(db, id);
      return row === null ? null : readVisit(db, row);
    });
    if (visit !== null) yield visit;
  }
}
