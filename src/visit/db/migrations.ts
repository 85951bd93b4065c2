import { DEVICE_TEXTS } from "../device-texts.ts";
import type { StatementSync } from "node:sqlite";
import { deviceDigest, scanDigest, sealVisit } from "../rows/seal.ts";

/** What a step is given: statements inside the transaction of the upgrade. */
interface Statements {
  sql(text: string): StatementSync;
}

/** One step of the schema: SQL, then what only code can fill in. */
export interface Step {
  readonly sql: string;
  fill?(db: Statements): void;
}

/** `PRAGMA application_id`: "qbrv", so that another program's database is never taken for a store. */
export const APPLICATION_ID = 0x71_62_72_76;

/**
 * The schema, step by step: step n takes a database from version n to n + 1 (`PRAGMA user_version`). A step that was
 * released is never edited.
 *
 * Evidence lies apart from the header, and profiles apart from evidence, so that lists and reports never page through
 * them. Device, finding and system rows repeat what the reports show; `answers` is the truth of a device.
 */
const STEPS: readonly Step[] = [
  {
    sql: `
  CREATE TABLE visits (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    campaign TEXT NOT NULL,
    stage TEXT NOT NULL,
    technician TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    finished_at TEXT,
    site_id TEXT,
    site_name TEXT,
    site_type TEXT,
    unit_code TEXT,
    unit_list TEXT,
    unit_name TEXT,
    former_code TEXT,
    former_list TEXT,
    former_name TEXT,
    survey TEXT NOT NULL,
    safety TEXT NOT NULL,
    answer_count INTEGER NOT NULL,
    status TEXT,
    root_cause TEXT,
    scanned_at TEXT,
    profile_id TEXT,
    profile_version TEXT,
    profile_hash TEXT,
    tool_version TEXT,
    grade TEXT,
    web_grade TEXT,
    median_ms REAL,
    jitter_ms REAL,
    loss_percent REAL
  ) STRICT;
  CREATE INDEX visits_by_time ON visits (started_ms, id);
  CREATE INDEX visits_by_site ON visits (site_id, started_ms);

  CREATE TABLE profiles (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE scans (
    visit INTEGER PRIMARY KEY REFERENCES visits (n) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    profile_key TEXT NOT NULL REFERENCES profiles (key),
    verdict TEXT NOT NULL,
    evidence TEXT NOT NULL
  ) STRICT;

  CREATE TABLE devices (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    label TEXT NOT NULL,
    brand TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    asset_tag TEXT NOT NULL,
    room TEXT NOT NULL,
    note TEXT NOT NULL,
    lan_address TEXT,
    done INTEGER NOT NULL,
    disposition TEXT,
    triage_disposition TEXT,
    rule TEXT,
    flags TEXT NOT NULL,
    advice TEXT NOT NULL,
    override_disposition TEXT,
    override_reason TEXT,
    override_by TEXT,
    override_at TEXT,
    photos TEXT NOT NULL,
    photo_count INTEGER NOT NULL,
    answers TEXT NOT NULL,
    answer_count INTEGER NOT NULL,
    water TEXT AS (answers ->> 'water') STORED,
    water_type TEXT AS (answers ->> 'water_type') STORED,
    wet_time TEXT AS (answers ->> 'wet_time') STORED,
    age TEXT AS (answers ->> 'age') STORED,
    before TEXT AS (answers ->> 'before') STORED,
    data TEXT AS (answers ->> 'data') STORED,
    works_now TEXT AS (answers ->> 'works_now') STORED,
    PRIMARY KEY (visit, position),
    UNIQUE (visit, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE findings (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (visit, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE systems (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    criticality TEXT NOT NULL,
    outcome TEXT NOT NULL,
    cause TEXT,
    total_ms REAL,
    target TEXT,
    certificate_not_after TEXT,
    PRIMARY KEY (visit, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE uploads (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    at TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (visit, target)
  ) STRICT, WITHOUT ROWID;
  `,
  },
  {
    // Digests of records, what a visit was when it was sent or taken (so that a later state of it updates a copy), photos
    // and waits of uploads.
    sql: `
  PRAGMA application_id = ${APPLICATION_ID};
  ALTER TABLE visits ADD COLUMN digest TEXT;
  ALTER TABLE visits ADD COLUMN whole TEXT;
  ALTER TABLE devices ADD COLUMN digest TEXT;
  ALTER TABLE scans ADD COLUMN digest TEXT;

  CREATE TABLE lineage (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    PRIMARY KEY (visit, hash)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO lineage (visit, hash) SELECT visit, content_hash FROM uploads;

  CREATE TABLE photo_uploads (
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    target TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (visit, target, sha256)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pauses (target TEXT PRIMARY KEY, until_ms INTEGER NOT NULL, status INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
    fill: fillDigests,
  },
  {
    // Scans of the office's other computers: rows of their own, so that two that write at once are in nobody's way.
    sql: `
  CREATE TABLE machines (
    n INTEGER PRIMARY KEY,
    visit INTEGER NOT NULL REFERENCES visits (n) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    profile_key TEXT NOT NULL REFERENCES profiles (key),
    verdict TEXT NOT NULL,
    evidence TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (visit, id)
  ) STRICT;
  `,
  },
];

/** What a column of a text about devices tells about its step. */
type Since = Readonly<Record<string, { readonly id: string; readonly since: number }>>;

/** The steps, each with the columns of the texts that came with it; a text may be all that a step brings. */
export function migrations(steps: readonly Step[], texts: Since): Step[] {
  const last = Math.max(steps.length, ...Object.values(texts).map(({ since }) => since));
  return Array.from({ length: last }, (_, at) => {
    const added = Object.values(texts).filter(({ since }) => since === at + 1 && since > 1);
    const columns = added.map(({ id }) => `ALTER TABLE devices ADD COLUMN ${id} TEXT NOT NULL DEFAULT '';`);
    return { ...steps[at], sql: [steps[at]?.sql ?? "", ...columns].join("\n") };
  });
}

export const MIGRATIONS: readonly Step[] = migrations(STEPS, DEVICE_TEXTS);

/** Digests of records of before: what they are now is taken for what was written. */
function fillDigests(db: Statements): void {
  const setDevice = db.sql("UPDATE devices SET digest = ? WHERE visit = ? AND position = ?");
  for (const row of db.sql("SELECT * FROM devices").all())
    setDevice.run(deviceDigest(row), Number(row["visit"]), Number(row["position"]));
  for (const { visit } of db.sql("SELECT visit FROM scans").all()) fillScan(db, Number(visit));
  for (const { n } of db.sql("SELECT n FROM visits").all()) sealVisit(db, Number(n));
}

// One after the other: evidence is large, and a centre has thousands.
function fillScan(db: Statements, visit: number): void {
  const row = db
    .sql(`SELECT s.evidence, s.verdict, p.body FROM scans s JOIN profiles p ON p.key = s.profile_key WHERE s.visit = ?`)
    .get(visit);
  if (row === undefined) return;
  const digest = scanDigest(row["evidence"], row["verdict"], row["body"]);
  db.sql("UPDATE scans SET digest = ? WHERE visit = ?").run(digest, visit);
}
