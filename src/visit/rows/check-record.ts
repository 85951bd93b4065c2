import { z } from "zod";
import type { Connection } from "../db/connection.ts";
import { DamagedRecord } from "../db/damaged.ts";
import { checkMachines } from "./machine.ts";
import { checkScan } from "./scan.ts";
import { checkDevice, checkVisit } from "./seal.ts";

/** Answers that the database repeats in columns of their own, for reports. */
const REPEATED = ["water", "water_type", "wet_time", "age", "before", "data", "works_now"] as const;
const answersOf = z.record(z.string(), z.unknown());
const systemsOf = z.object({
  systems: z.array(
    z.object({ id: z.string(), outcome: z.string(), cause: z.string().nullable(), target: z.string().nullable() }),
  ),
});

/**
 * Holds one visit against its digests: header, devices, scan, and the rows that only repeat them for reports.
 * @throws DamagedRecord
 */
export function checkRecord(db: Connection, n: number, id: string): void {
  const row = db.sql("SELECT * FROM visits WHERE n = ?").get(n);
  if (row === undefined) throw new DamagedRecord(id, "row");
  checkVisit(db, row);
  for (const device of db.sql("SELECT * FROM devices WHERE visit = ? ORDER BY position").all(n)) {
    checkDevice(id, device);
    const answers = answersOf.parse(JSON.parse(String(device["answers"])));
    for (const name of REPEATED)
      if (typeof answers[name] === "string" && answers[name] !== device[name])
        throw new DamagedRecord(id, `device:${String(device["id"])}`);
  }
  checkMachines(db, n, id);
  checkRepeated(db, n, id, checkScan(db, n, id)?.verdict ?? null);
}

function checkRepeated(db: Connection, n: number, id: string, verdict: string | null): void {
  const findings = db.sql("SELECT body FROM findings WHERE visit = ? ORDER BY position").all(n);
  const systems = db.sql("SELECT id, outcome, cause, target FROM systems WHERE visit = ? ORDER BY position").all(n);
  if (verdict === null) {
    if (findings.length + systems.length > 0) throw new DamagedRecord(id, "findings");
    return;
  }
  // Each row is the text of its finding in the verdict.
  if (!verdict.includes(`"findings":[${findings.map(({ body }) => String(body)).join(",")}]`))
    throw new DamagedRecord(id, "findings");
  const told = systemsOf.parse(JSON.parse(verdict)).systems.map((one) => [one.id, one.outcome, one.cause, one.target]);
  const stored = systems.map((one) => [one["id"], one["outcome"], one["cause"], one["target"]]);
  if (JSON.stringify(told) !== JSON.stringify(stored)) throw new DamagedRecord(id, "systems");
}
