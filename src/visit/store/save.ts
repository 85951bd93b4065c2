import type { Connection } from "../db/connection.ts";
import { mergeParts, mergeVisits, partsOf } from "../parts.ts";
import { scanHash, writeScan } from "../rows/scan.ts";
import {
  headerRow,
  insertVisit,
  readLight,
  replaceDevices,
  updateFacts,
  updateHeader,
  upsertDevice,
} from "../rows/visit.ts";
import type { Visit } from "../schema.ts";
import { conflict } from "./errors.ts";
import { changeSealed } from "./sealed.ts";
import type { Seen } from "./seen.ts";

/** Writes a visit that is not there yet. Call inside a transaction. */
export function insertNew(db: Connection, seen: Seen, visit: Visit): void {
  insertVisit(db, visit);
  seen.keep(visit);
}

/**
 * Writes what changed in a visit since it was seen here last; what others stored meanwhile stays. Call inside a
 * transaction. UserError 78 where both changed the same place.
 */
export function saveVisit(db: Connection, seen: Seen, visit: Visit): void {
  const row = headerRow(db, visit.id);
  if (row === null) {
    insertNew(db, seen, visit);
    return;
  }
  changeSealed(db, row, () => {
    const stored = readLight(db, row);
    const merge = mergeParts(seen.of(visit.id), partsOf(visit), partsOf(stored, scanHash(db, row.n)));
    if (!merge.ok) throw conflict(visit.id, merge.conflicts, db.lang);
    writeMerged(db, row.n, mergeVisits(visit, stored, merge.ours), stored, merge.ours);
  });
  // Ours, not the merged: a device that only the store has was not taken out by us when it is missing the next time.
  seen.keep(visit);
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
