import type { Evidence } from "../../evidence/schema.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import { contentHash } from "../../base/canonical.ts";
import type { Connection } from "../db/connection.ts";
import type { Visit } from "../schema.ts";
import { asRow, fromColumn } from "./json.ts";

type Scan = NonNullable<Visit["scan"]>;

/** Hash of the stored scan, without reading it; null where the visit has none. */
export function scanHash(db: Connection, n: number): string | null {
  const row = db.sql("SELECT hash FROM scans WHERE visit = ?").get(n);
  return row === undefined ? null : String(row["hash"]);
}

/** The whole scan of a visit. */
export function readScan(db: Connection, n: number): Scan | null {
  const found = db
    .sql(
      "SELECT s.evidence, s.verdict, p.body AS profile FROM scans s JOIN profiles p ON p.key = s.profile_key " +
        "WHERE s.visit = ?",
    )
    .get(n);
  if (found === undefined) return null;
  const row = asRow<{ evidence: string; verdict: string; profile: string }>(found);
  const evidence = fromColumn<Evidence>(row.evidence);
  evidence.profile = fromColumn<Profile>(row.profile);
  return { evidence, verdict: fromColumn<Verdict>(row.verdict) };
}

/** Replaces the scan and the rows that reports read. Call inside a transaction. */
export function writeScan(db: Connection, n: number, scan: Scan | null): void {
  for (const table of ["scans", "findings", "systems"]) db.sql(`DELETE FROM ${table} WHERE visit = ?`).run(n);
  if (scan === null) return;
  const { evidence, verdict } = scan;
  // By its own content, not by the hash that the evidence carries: a file from elsewhere may carry any.
  const profileKey = contentHash(evidence.profile);
  db.sql("INSERT OR IGNORE INTO profiles (key, body) VALUES (?, ?)").run(profileKey, JSON.stringify(evidence.profile));
  db.sql("INSERT INTO scans (visit, hash, profile_key, verdict, evidence) VALUES (?, ?, ?, ?, ?)").run(
    n,
    contentHash(scan),
    profileKey,
    JSON.stringify(verdict),
    JSON.stringify({ ...evidence, profile: null }),
  );
  verdict.findings.forEach((finding, position) => {
    db.sql("INSERT INTO findings (visit, position, body) VALUES (?, ?, ?)").run(n, position, JSON.stringify(finding));
  });
  const systems = new Map(evidence.profile.systems.map((system) => [system.id, system]));
  verdict.systems.forEach((result, position) => {
    const system = systems.get(result.id);
    db.sql("INSERT INTO systems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
      n,
      position,
      result.id,
      system?.name.vi ?? result.id,
      system?.name.en ?? result.id,
      system?.criticality ?? "other",
      result.outcome,
      result.cause,
      result.totalMs,
      result.target,
      result.certificateNotAfter,
    );
  });
}
