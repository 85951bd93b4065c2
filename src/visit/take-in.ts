import { contentHash } from "../base/canonical.ts";
import type { Connection } from "./db/connection.ts";
import { isDamage } from "./db/errors.ts";
import { addLineage, readLineage } from "./queries/lineage.ts";
import { replaceMachines } from "./rows/machine.ts";
import { writeScan } from "./rows/scan.ts";
import { sealVisit } from "./rows/seal.ts";
import { headerRow, insertVisit, readVisit, replaceDevices, updateHeader, type HeaderRow } from "./rows/visit.ts";
import type { Visit } from "./schema.ts";

/** A visit that comes from elsewhere. */
export interface Incoming {
  readonly visit: Visit;
  /** Content hashes that it had when it went out before. */
  readonly earlier: readonly string[];
}

/**
 * What became of a visit from elsewhere. `same`: it is there already. `updated`: it is a later state of what was there, or
 * a whole one in the place of a damaged one. `older`: what is there is a later state of it. `conflict`: both were changed
 * since they parted; nothing is changed.
 */
export type TakenIn =
  | { readonly kind: "added" | "same" | "updated" | "older" }
  | { readonly kind: "conflict"; readonly stored: Visit };

/** Takes a visit in; one with the same id gives way only to a later state of itself. Call inside a transaction. */
export function takeIn(db: Connection, { visit, earlier }: Incoming): TakenIn {
  const row = headerRow(db, visit.id);
  if (row === null) {
    insertVisit(db, visit);
    addLineage(db, visit.id, earlier);
    return { kind: "added" };
  }
  const stored = readOrNull(db, row);
  const incoming = contentHash(visit);
  if (stored === null) {
    // Damaged: any whole state that is not older by its own time is better.
    if (Date.parse(visit.updatedAt) < Number(row.row["updated_ms"])) return { kind: "older" };
    replaceVisit(db, row.n, visit, earlier);
    return { kind: "updated" };
  }
  const there = contentHash(stored);
  if (there === incoming) {
    addLineage(db, visit.id, earlier);
    return { kind: "same" };
  }
  if (earlier.includes(there)) {
    replaceVisit(db, row.n, visit, [...earlier, there]);
    return { kind: "updated" };
  }
  return readLineage(db, visit.id).includes(incoming) ? { kind: "older" } : { kind: "conflict", stored };
}

/**
 * Ends a conflict by a person's choice; the other state counts as an earlier one from now on, so that it is no conflict
 * when it comes again. Call inside a transaction.
 */
export function settleConflict(db: Connection, { visit, earlier }: Incoming, choice: "stored" | "file"): void {
  const row = headerRow(db, visit.id);
  if (row === null) return;
  const stored = readOrNull(db, row);
  if (choice === "stored") addLineage(db, visit.id, [...earlier, contentHash(visit)]);
  else replaceVisit(db, row.n, visit, [...earlier, ...(stored === null ? [] : [contentHash(stored)])]);
}

function replaceVisit(db: Connection, n: number, visit: Visit, earlier: readonly string[]): void {
  writeScan(db, n, visit.scan);
  replaceDevices(db, n, visit.devices);
  replaceMachines(db, n, visit.machines ?? []);
  updateHeader(db, n, visit);
  sealVisit(db, n);
  addLineage(db, visit.id, earlier);
}

function readOrNull(db: Connection, row: HeaderRow): Visit | null {
  try {
    return readVisit(db, row);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}
