import { statfsSync, statSync } from "node:fs";
import { openDraft, type DraftFile, type DraftWorld } from "../../base/draft-file.ts";
import { isoWithOffset } from "../../base/local-time.ts";
import type { Connection } from "../db/connection.ts";
import type { Records } from "../records.ts";

/** What became of today's copy. `damaged`: there is damage in the store, so the copy of before is kept. */
export type DailyCopy = "kept" | "fresh" | "empty" | "damaged" | "full" | "failed";

/** What the copy needs from outside. */
export interface CopyWorld extends DraftWorld {
  readonly timeZone: string;
}

/** Free space that a copy leaves to the answers of the day. */
const SPARE_BYTES = 8 * 1024 * 1024;

/** Where the copy of a store lies. */
export const copyOf = (file: string): string => `${file}.bak`;

/** When the last copy was made, milliseconds since the epoch; null where there is none. */
export function copiedAt(file: string): number | null {
  return statSync(copyOf(file), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/**
 * Keeps a copy of the store as it was at the start of the day, made by SQLite's backup interface, beside it. A damaged
 * store never takes the place of a copy of the days when it was whole.
 */
export async function keepDailyCopy(db: Connection, records: Records, world: CopyWorld): Promise<DailyCopy> {
  const last = copiedAt(db.file);
  if (last !== null && dayOf(last, world) === dayOf(world.now(), world)) return "fresh";
  if (db.guard(() => db.sql("SELECT 1 FROM visits LIMIT 1").get()) === undefined) return "empty";
  if (!isSound(db, records)) return "damaged";
  const { bavail, bsize } = statfsSync(db.folder);
  if (bavail * bsize < statSync(db.file).size + SPARE_BYTES) return "full";
  let draft: DraftFile | undefined;
  try {
    draft = openDraft(copyOf(db.file), world);
    await db.copyTo(draft.path);
    await draft.publish();
    return "kept";
  } catch {
    // The work of the day goes on without it; `visits check` tells how old the copy is.
    return "failed";
  } finally {
    draft?.drop();
  }
}

function isSound(db: Connection, records: Records): boolean {
  return db.guard(() => {
    const told = db.sql("PRAGMA quick_check(1)").get();
    return told !== undefined && Object.values(told)[0] === "ok" && records.sound();
  });
}

const dayOf = (ms: number, { timeZone }: CopyWorld): string => isoWithOffset(ms, timeZone).slice(0, 10);
