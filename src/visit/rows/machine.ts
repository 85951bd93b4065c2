import type { Connection } from "../db/connection.ts";
import { DamagedRecord } from "../db/damaged.ts";
import type { Machine } from "../schema.ts";
import { asRow } from "./json.ts";
import { scanOf, scanTexts, type ScanTexts } from "./scan.ts";
import { machineDigest } from "./seal.ts";

/**
 * The office's computers of a visit, in the order of their scans.
 * @throws DamagedRecord where one is not what was written
 */
export function readMachines(db: Connection, n: number, visit: string): Machine[] {
  return checkMachines(db, n, visit).map((row) => ({ id: row.id, name: row.name, scan: scanOf(row) }));
}

interface MachineTexts extends ScanTexts {
  readonly id: string;
  readonly name: string;
}

/** @throws DamagedRecord where one is not what was written */
export function checkMachines(db: Connection, n: number, visit: string): MachineTexts[] {
  const rows = db
    .sql(
      "SELECT m.*, p.body AS profile FROM machines m LEFT JOIN profiles p ON p.key = m.profile_key " +
        "WHERE m.visit = ? ORDER BY m.taken_at, m.id",
    )
    .all(n);
  return rows.map((row) => {
    if (row["digest"] !== machineDigest(row, row["profile"]))
      throw new DamagedRecord(visit, `machine:${String(row["id"])}`);
    return asRow<MachineTexts>(row);
  });
}

/** Writes one computer over the row with its id, and leaves all others alone. Call inside a transaction. */
export function writeMachine(db: Connection, n: number, { id, name, scan }: Machine): void {
  const { profileKey, profile, texts } = scanTexts(db, scan);
  const [evidence, verdict] = texts;
  const row = { id, name, taken_at: scan.evidence.startedAt, evidence, verdict };
  db.sql("DELETE FROM machines WHERE visit = ? AND id = ?").run(n, id);
  db.sql(
    "INSERT INTO machines (visit, id, name, taken_at, profile_key, verdict, evidence, digest) " +
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(n, id, name, row.taken_at, profileKey, verdict, evidence, machineDigest(row, profile));
}

/** Replaces all computers of a visit. Call inside a transaction. */
export function replaceMachines(db: Connection, n: number, machines: readonly Machine[]): void {
  db.sql("DELETE FROM machines WHERE visit = ?").run(n);
  for (const machine of machines) writeMachine(db, n, machine);
}
