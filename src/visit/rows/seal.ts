import { createHash } from "node:crypto";
import type { StatementSync } from "node:sqlite";
import { DamagedRecord } from "../db/damaged.ts";

/**
 * Every record carries a digest of itself, so that a flipped bit on a worn stick is noticed and never goes out as an
 * answer: a device of its columns, a scan of its texts, a visit of its header, and one over all these digests.
 * The lists are the order of the digest: a column that is added later belongs to the end, with a step that seals anew.
 */

/** What makes prepared statements. */
interface Statements {
  sql(text: string): StatementSync;
}

type Row = Readonly<Record<string, unknown>>;

export const HEADER = [
  "id",
  "campaign",
  "stage",
  "technician",
  "started_at",
  "updated_at",
  "finished_at",
  "site_id",
  "site_name",
  "site_type",
  "unit_code",
  "unit_list",
  "unit_name",
  "former_code",
  "former_list",
  "former_name",
  "survey",
  "safety",
  "started_ms",
  "updated_ms",
  "answer_count",
  "status",
  "root_cause",
  "scanned_at",
  "profile_id",
  "profile_version",
  "profile_hash",
  "tool_version",
  "grade",
  "web_grade",
  "median_ms",
  "jitter_ms",
  "loss_percent",
] as const;

export const DEVICE = [
  "id",
  "type",
  "quantity",
  "label",
  "brand",
  "model",
  "serial",
  "asset_tag",
  "room",
  "note",
  "lan_address",
  "done",
  "disposition",
  "triage_disposition",
  "rule",
  "flags",
  "advice",
  "override_disposition",
  "override_reason",
  "override_by",
  "override_at",
  "photos",
  "photo_count",
  "answers",
  "answer_count",
] as const;

/** Digest of a device's own columns. */
export function deviceDigest(row: Row): string {
  return digest(DEVICE.map((name) => row[name]));
}

/** Digest of a stored scan, from its texts as they lie in the store. */
export function scanDigest(evidence: unknown, verdict: unknown, profile: unknown): string {
  return digest([evidence, verdict, profile]);
}

/** Digest of a visit's own columns. */
export function headerDigest(row: Row): string {
  return digest(HEADER.map((name) => row[name]));
}

/**
 * Digest of a visit as a whole: of its header's digest and those of its devices, in their order, of its scan, and of
 * those of the office's computers.
 * @param devices id and digest of each
 * @param scan null where there is none
 * @param machines id and digest of each, by id; without any the digest is that of a visit that knows none
 */
export function wholeDigest(
  header: unknown,
  devices: readonly (readonly unknown[])[],
  scan: unknown,
  machines: readonly (readonly unknown[])[],
): string {
  return digest([header, devices, scan, ...(machines.length === 0 ? [] : [machines])]);
}

/** Digest of a computer's scan, from its columns and texts as they lie in the store. */
export function machineDigest(row: Row, profile: unknown): string {
  return digest([row["id"], row["name"], row["taken_at"], row["evidence"], row["verdict"], profile]);
}

/** Writes the digests of a visit anew. Call at the end of every transaction that changed one of its rows. */
export function sealVisit(db: Statements, n: number): void {
  const row = db.sql("SELECT * FROM visits WHERE n = ?").get(n);
  if (row === undefined) return;
  const header = headerDigest(row);
  db.sql("UPDATE visits SET digest = ?, whole = ? WHERE n = ?").run(header, wholeOf(db, n, header), n);
}

/**
 * Looks whether the header is what was written, and whether devices and scan are those that belong to it, without reading
 * what is in them.
 * @throws DamagedRecord
 */
export function checkVisit(db: Statements, row: Row): void {
  const id = String(row["id"]);
  if (row["digest"] !== headerDigest(row)) throw new DamagedRecord(id, "header");
  if (row["whole"] !== wholeOf(db, Number(row["n"]), row["digest"])) throw new DamagedRecord(id, "devices, scan");
}

/** @throws DamagedRecord where the device is not what was written */
export function checkDevice(visit: string, row: Row): void {
  if (row["digest"] !== deviceDigest(row)) throw new DamagedRecord(visit, `device:${String(row["id"])}`);
}

function wholeOf(db: Statements, n: number, header: unknown): string {
  const devices = db.sql("SELECT id, digest FROM devices WHERE visit = ? ORDER BY position").all(n);
  const scan = db.sql("SELECT digest FROM scans WHERE visit = ?").get(n);
  return wholeDigest(
    header,
    devices.map((device) => [device["id"], device["digest"]]),
    scan === undefined ? null : scan["digest"],
    machinesOf(db, n).map((machine) => [machine["id"], machine["digest"]]),
  );
}

/** A store that is just being brought up to date has no such table yet. */
function machinesOf(db: Statements, n: number): readonly Row[] {
  const there = db.sql("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'machines'").get();
  return there === undefined ? [] : db.sql("SELECT id, digest FROM machines WHERE visit = ? ORDER BY id").all(n);
}

function digest(values: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}
