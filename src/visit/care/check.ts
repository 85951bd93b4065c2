import { existsSync, readdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { leftDrafts } from "../../base/draft-file.ts";
import type { PhotoProblem } from "../photos.ts";
import type { Damaged } from "../damage-ledger.ts";
import type { VisitStore } from "../store.ts";
import { copiedAt } from "./daily-copy.ts";

/** What a look at a whole store found. */
export interface StoreCheck {
  readonly file: string;
  readonly visits: number;
  /** What SQLite's own check of the file says, at most so many lines; empty where it is in order. */
  readonly structure: readonly string[];
  readonly damaged: readonly Damaged[];
  readonly photos: { readonly count: number; readonly problems: readonly PhotoProblem[] };
  /** Left over: folders of photos that no visit names, drafts of killed processes. No harm, only space. */
  readonly left: readonly string[];
  readonly freeBytes: number;
  /** Milliseconds since the epoch; null where there is no copy. */
  readonly copiedAt: number | null;
}

/** Lines of SQLite's check that are taken. */
const STRUCTURE_LINES = 20;

/** Looks at everything: the file, every record, every photo, free space, the age of the copy. Changes nothing. */
export function checkStore(store: VisitStore, now: number): StoreCheck {
  const { connection: db, records } = store;
  const structure = db.guard(() => structureOf(store));
  const damaged = records.checkAll();
  const { bavail, bsize } = statfsSync(store.folder);
  return {
    file: db.file,
    visits: store.list({}).length,
    structure,
    damaged,
    photos: { count: store.photoCount(), problems: store.photoProblems({}, "hash") },
    left: leftOver(store, now),
    freeBytes: bavail * bsize,
    copiedAt: copiedAt(db.file),
  };
}

function structureOf({ connection: db }: VisitStore): string[] {
  const told = db
    .sql(`PRAGMA integrity_check(${STRUCTURE_LINES})`)
    .all()
    .map((row) => String(Object.values(row)[0]));
  const orphans = db.sql("PRAGMA foreign_key_check").all().slice(0, STRUCTURE_LINES);
  return [
    ...told.filter((line) => line !== "ok"),
    ...orphans.map((row) => `${String(row["table"])}: ${String(row["parent"])}`),
  ];
}

function leftOver(store: VisitStore, now: number): string[] {
  const photos = path.join(store.folder, "photos");
  const folders = existsSync(photos) ? readdirSync(photos) : [];
  const known = new Set(store.list({}).map(({ id }) => id));
  const drafts = [store.folder, ...folders.map((name) => path.join(photos, name))].flatMap((folder) =>
    readable(() => leftDrafts(folder, now)),
  );
  return [...folders.filter((name) => !known.has(name)).map((name) => path.join(photos, name)), ...drafts];
}

/** A file where a folder is expected is nothing to stumble over. */
function readable(list: () => string[]): string[] {
  try {
    return list();
  } catch {
    return [];
  }
}
