import type { Evidence } from "../../evidence/schema.ts";
import type { Verdict } from "../../judge/verdict.ts";
import type { Profile } from "../../profile/schema.ts";
import { contentHash } from "../../base/canonical.ts";
import type { Connection } from "../db/connection.ts";
import type { Visit } from "../schema.ts";
import { DamagedRecord } from "../db/damaged.ts";
import { asRow, fromColumn } from "./json.ts";
import { scanDigest } from "./seal.ts";

type Scan = NonNullable<Visit["scan"]>;

/** Hash of the stored scan, without reading it; null where the visit has none. */
export function scanHash(db: Connection, n: number): string | null {
  const row = db.sql("SELECT hash FROM scans WHERE visit = ?").get(n);
  return row === undefined ? null : String(row["hash"]);
}

/**
 * The whole scan of a visit.
 * @throws DamagedRecord where it is not what was written
 */
export function readScan(db: Connection, n: number, id: string): Scan | null {
  const row = checkScan(db, n, id);
  return row === null ? null : scanOf(row);
}

/** A scan from its texts. */
export function scanOf(row: ScanTexts): Scan {
  const evidence = fromColumn<Evidence>(row.evidence);
  evidence.profile = fromColumn<Profile>(row.profile);
  return { evidence, verdict: fromColumn<Verdict>(row.verdict) };
}

/** The texts of a stored scan, as they lie in the store. */
export interface ScanTexts {
  evidence: string;
  verdict: string;
  profile: string;
}

/** @throws DamagedRecord where the scan is not what was written */
export function checkScan(db: Connection, n: number, id: string): ScanTexts | null {
  const found = db
    .sql(
      "SELECT s.evidence, s.verdict, s.digest, p.body AS profile FROM scans s LEFT JOIN profiles p " +
        "ON p.key = s.profile_key WHERE s.visit = ?",
    )
    .get(n);
  if (found === undefined) return null;
  if (found["digest"] !== scanDigest(found["evidence"], found["verdict"], found["profile"]))
    throw new DamagedRecord(id, "scan");
  return asRow<ScanTexts>(found);
}

/** Replaces the scan and the rows that reports read. Call inside a transaction. */
export function writeScan(db: Connection, n: number, scan: Scan | null): void {
  for (const table of ["scans", "findings", "systems"]) db.sql(`DELETE FROM ${table} WHERE visit = ?`).run(n);
  if (scan === null) return;
  const { evidence, verdict } = scan;
  const { profileKey, profile, texts } = scanTexts(db, scan);
  db.sql("INSERT INTO scans (visit, hash, profile_key, evidence, verdict, digest) VALUES (?, ?, ?, ?, ?, ?)").run(
    n,
    contentHash(scan),
    profileKey,
    ...texts,
    scanDigest(...texts, profile),
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

/** The texts of a scan as they are to lie in the store, and its profile, which is kept beside them. */
export function scanTexts(
  db: Connection,
  { evidence, verdict }: Scan,
): {
  readonly profileKey: string;
  readonly profile: string;
  readonly texts: readonly [evidence: string, verdict: string];
} {
  // By its own content, not by the hash that the evidence carries: a file from elsewhere may carry any.
  const profileKey = contentHash(evidence.profile);
  const profile = keptProfile(db, profileKey, JSON.stringify(evidence.profile));
  return { profileKey, profile, texts: [JSON.stringify({ ...evidence, profile: null }), JSON.stringify(verdict)] };
}

/** The text under which a profile is kept: that of the first scan with it, unless it is damaged; then this one mends it. */
function keptProfile(db: Connection, key: string, body: string): string {
  db.sql("INSERT OR IGNORE INTO profiles (key, body) VALUES (?, ?)").run(key, body);
  const kept = String(db.sql("SELECT body FROM profiles WHERE key = ?").get(key)?.["body"] ?? "");
  if (kept === body || isSound(kept, key)) return kept;
  db.sql("UPDATE profiles SET body = ? WHERE key = ?").run(body, key);
  return body;
}

function isSound(body: string, key: string): boolean {
  try {
    return contentHash(JSON.parse(body)) === key;
  } catch {
    return false;
  }
}
