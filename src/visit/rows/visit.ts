import type { Connection } from "../db/connection.ts";
import type { Device, Visit } from "../schema.ts";
import { insertColumns, updateColumns, valuesOf, type StoreColumn, type StoredRow } from "./column.ts";
import { DEVICE_COLUMNS, deviceOf } from "./device.ts";
import { FACT_COLUMNS, HEADER_COLUMNS, headerVisit } from "./header.ts";
import { readMachines, replaceMachines } from "./machine.ts";
import { readScan, writeScan } from "./scan.ts";
import { checkDevice, checkVisit, deviceDigest, sealVisit } from "./seal.ts";

/** A visit's row of `visits`, with its number: what its other rows are found by. */
export interface HeaderRow {
  readonly n: number;
  readonly row: StoredRow;
}

/** A device's columns with their own digest. */
const SEALED_COLUMNS: readonly StoreColumn<Device>[] = [
  ...DEVICE_COLUMNS,
  { column: "digest", from: (device) => deviceDigest(valuesOf(DEVICE_COLUMNS, device)) },
];

/** The header row of a visit by its whole id. */
export function headerRow(db: Connection, id: string): HeaderRow | null {
  const row = db.sql("SELECT * FROM visits WHERE id = ?").get(id);
  return row === undefined ? null : { n: Number(row["n"]), row };
}

/** The same by its number in this store. */
export function headerRowAt(db: Connection, n: number): HeaderRow | null {
  const row = db.sql("SELECT * FROM visits WHERE n = ?").get(n);
  return row === undefined ? null : { n, row };
}

/**
 * A stored visit without its scan: cheap, whatever the size of the evidence.
 * @throws DamagedRecord where it is not what was written
 */
export function readLight(db: Connection, { n, row }: HeaderRow): Visit {
  checkVisit(db, row);
  const rows = db.sql("SELECT * FROM devices WHERE visit = ? ORDER BY position").all(n);
  for (const device of rows) checkDevice(String(row["id"]), device);
  return { ...headerVisit(row), devices: rows.map((device) => deviceOf(device)) };
}

/**
 * A stored visit, whole.
 * @throws DamagedRecord where it is not what was written
 */
export function readVisit(db: Connection, header: HeaderRow): Visit {
  const id = String(header.row["id"]);
  const machines = readMachines(db, header.n, id);
  const whole = { ...readLight(db, header), scan: readScan(db, header.n, id) };
  return machines.length === 0 ? whole : { ...whole, machines };
}

/** Writes a visit that is not there yet. Call inside a transaction. */
export function insertVisit(db: Connection, visit: Visit): void {
  const n = insertColumns(db, "visits", HEADER_COLUMNS, visit);
  writeScan(db, n, visit.scan);
  visit.devices.forEach((device, position) => insertDevice(db, n, position, device));
  replaceMachines(db, n, visit.machines ?? []);
  sealVisit(db, n);
}

/** Writes the header of a stored visit, with the facts of its scan. */
export function updateHeader(db: Connection, n: number, visit: Visit): void {
  updateColumns(db, "visits", HEADER_COLUMNS, visit, { n });
}

/** The same without the columns that come from the scan, for a visit whose scan was not read. */
export function updateFacts(db: Connection, n: number, visit: Visit): void {
  updateColumns(db, "visits", FACT_COLUMNS, visit, { n });
}

/** Adds a device at a position that is free. */
function insertDevice(db: Connection, n: number, position: number, device: Device): void {
  insertColumns(db, "devices", SEALED_COLUMNS, device, { visit: n, position });
}

/** Replaces all devices of a visit, in this order. */
export function replaceDevices(db: Connection, n: number, devices: readonly Device[]): void {
  db.sql("DELETE FROM devices WHERE visit = ?").run(n);
  devices.forEach((device, position) => insertDevice(db, n, position, device));
}

/** Writes one device: over the one with its id, or after the last. */
export function upsertDevice(db: Connection, n: number, device: Device): void {
  if (updateColumns(db, "devices", SEALED_COLUMNS, device, { visit: n, id: device.id })) return;
  const last = db.sql("SELECT max(position) AS last FROM devices WHERE visit = ?").get(n);
  insertDevice(db, n, Number(last?.["last"] ?? -1) + 1, device);
}
