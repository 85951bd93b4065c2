import type { Connection } from "../db/connection.ts";
import type { Device, Visit } from "../schema.ts";
import { deviceColumns, deviceOf, type StoredDevice } from "./device.ts";
import { headerColumns, headerVisit, type HeaderRow } from "./header.ts";
import { asRow } from "./json.ts";
import { readScan, writeScan } from "./scan.ts";

/** The header row of a visit by its whole id. */
export function headerRow(db: Connection, id: string): HeaderRow | null {
  const row = db.sql("SELECT * FROM visits WHERE id = ?").get(id);
  return row === undefined ? null : asRow<HeaderRow>(row);
}

/** A stored visit without its scan: cheap, whatever the size of the evidence. */
export function readLight(db: Connection, row: HeaderRow): Visit {
  const rows = db.sql("SELECT * FROM devices WHERE visit = ? ORDER BY position").all(row.n);
  return { ...headerVisit(row), devices: rows.map((device) => deviceOf(asRow<StoredDevice>(device))) };
}

/** A stored visit, whole. */
export function readVisit(db: Connection, row: HeaderRow): Visit {
  return { ...readLight(db, row), scan: readScan(db, row.n) };
}

/** Writes a visit that is not there yet. Call inside a transaction. */
export function insertVisit(db: Connection, visit: Visit): void {
  const columns = headerColumns(visit);
  const names = Object.keys(columns);
  const result = db
    .sql(`INSERT INTO visits (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
    .run(...Object.values(columns));
  const n = Number(result.lastInsertRowid);
  writeScan(db, n, visit.scan);
  visit.devices.forEach((device, position) => insertDevice(db, n, position, device));
}

/** Writes the header of a stored visit, with the facts of its scan. */
export function updateHeader(db: Connection, n: number, visit: Visit): void {
  update(db, n, headerColumns(visit));
}

/** The same without the columns that come from the scan, for a visit whose scan was not read. */
export function updateFacts(db: Connection, n: number, visit: Visit): void {
  const all = headerColumns(visit);
  const facts = Object.entries(all).slice(0, Object.keys(all).indexOf("status"));
  update(db, n, Object.fromEntries(facts));
}

function update(db: Connection, n: number, columns: Record<string, string | number | null>): void {
  const names = Object.keys(columns);
  db.sql(`UPDATE visits SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE n = ?`).run(
    ...Object.values(columns),
    n,
  );
}

/** Adds a device at a position that is free. */
function insertDevice(db: Connection, n: number, position: number, device: Device): void {
  const columns = deviceColumns(device);
  const names = Object.keys(columns);
  db.sql(
    `INSERT INTO devices (visit, position, ${names.join(", ")}) VALUES (?, ?, ${names.map(() => "?").join(", ")})`,
  ).run(n, position, ...Object.values(columns));
}

/** Replaces all devices of a visit, in this order. */
export function replaceDevices(db: Connection, n: number, devices: readonly Device[]): void {
  db.sql("DELETE FROM devices WHERE visit = ?").run(n);
  devices.forEach((device, position) => insertDevice(db, n, position, device));
}

/** Writes one device: over the one with its id, or after the last. */
export function upsertDevice(db: Connection, n: number, device: Device): void {
  const columns = deviceColumns(device);
  const names = Object.keys(columns);
  const done = db
    .sql(`UPDATE devices SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE visit = ? AND id = ?`)
    .run(...Object.values(columns), n, device.id);
  if (done.changes !== 0) return;
  const last = db.sql("SELECT max(position) AS last FROM devices WHERE visit = ?").get(n);
  insertDevice(db, n, Number(last?.["last"] ?? -1) + 1, device);
}
