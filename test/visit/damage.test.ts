import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { run as report } from "../../src/commands/report.ts";
import { run } from "../../src/commands/visits.ts";
import { openStore, type VisitStore } from "../../src/visit/store.ts";
import { MIGRATIONS } from "../../src/visit/db/migrations.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { testContext } from "../report/helpers.ts";
import { device, finding, NOW, scan, scratch, visit } from "./helpers/sample.ts";

const LATER = "2026-11-21T09:00:00+07:00";
const three = (): Visit[] =>
  [0, 1, 2].map((offset) =>
    visit(
      { survey: { grid: "da_co" }, devices: [device("d1"), device("d2")], scan: scan("faulty", [], [finding()]) },
      { now: NOW + offset },
    ),
  );

function filled(all: readonly Visit[]): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const each of all) store.create(each);
  store.close();
  return folder;
}

/** Changes the file behind the product's back. */
function spoil(folder: string, sql: string): void {
  const database = new DatabaseSync(path.join(folder, "visits.db"));
  database.exec(sql);
  database.close();
}

function complaint(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 78) return error.message;
    throw error;
  }
  throw new Error("nothing was said");
}

const DAMAGES: readonly [string, string][] = [
  ["survey that is no JSON", "UPDATE visits SET survey = '{\"grid' WHERE n = 2"],
  ["a changed name", "UPDATE visits SET technician = 'Tổ 9' WHERE n = 2"],
  ["a changed status", "UPDATE visits SET status = 'healthy' WHERE n = 2"],
  [
    "answers of a device that are no JSON",
    "PRAGMA ignore_check_constraints = 1; UPDATE devices SET flags = 'NO_PQWER' WHERE visit = 2 AND position = 1",
  ],
  ["a device less", "DELETE FROM devices WHERE visit = 2 AND position = 0"],
  ["evidence with another bit", "UPDATE scans SET evidence = replace(evidence, 'linux', 'linuy') WHERE visit = 2"],
  ["evidence that is cut", "UPDATE scans SET evidence = substr(evidence, 1, 100) WHERE visit = 2"],
  ["no scan any more", "DELETE FROM scans WHERE visit = 2"],
  ["a finding that is no JSON", "UPDATE findings SET body = '{' WHERE visit = 2"],
  ["another outcome", "UPDATE systems SET outcome = 'ok' WHERE visit = 2"],
];

test.each(DAMAGES)("%s: the other visits go out by every way, this one is named, 2", async (_name, sql) => {
  const all = three();
  const folder = filled(all);
  spoil(folder, sql);
  const bad = all[1]?.id ?? "";
  const good = [all[0], all[2]];
  for (const target of [undefined, "all.ndjson", "all.ndjson.gz", "out/"]) {
    const { context, stdout, stderr } = testContext(folder);
    const repeated = sql.startsWith("UPDATE findings") || sql.startsWith("UPDATE systems");
    // What only repeats the verdict for tables is not exported.
    expect(await run(context, ["export"], { all: true, ...(target === undefined ? {} : { output: target }) })).toBe(
      repeated ? 0 : 2,
    );
    if (repeated) continue;
    expect(stderr()).toContain(bad);
    expect(stderr()).toContain("visits rescue");
    const printed = stdout().trim().split("\n");
    expect(target === undefined ? printed.map((line): unknown => JSON.parse(line)) : good).toMatchObject(good);
  }
  for (const table of ["visits", "devices", "findings", "systems", "survey", "needs", "priority"]) {
    const { context, stdout, stderr } = testContext(folder);
    expect([table, await report(context, [], { all: true, table, format: "json" })]).toEqual([table, 2]);
    expect(stderr()).toContain(bad);
    expect(stdout()).not.toContain(bad);
    expect(JSON.parse(stdout())).not.toEqual([]);
  }
  const check = testContext(folder);
  expect(await run(check.context, ["check"], {})).toBe(2);
  expect(check.stdout()).toContain(`Visit ${bad}: DAMAGED`);
});

test("a damaged visit is not shown, not changed and not blessed by a later answer", () => {
  const all = three();
  const folder = filled(all);
  spoil(
    folder,
    "UPDATE visits SET technician = 'Tổ 9' WHERE n = 2; UPDATE devices SET note = 'x' WHERE visit = 3 AND position = 1",
  );
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  const [, second = "", third = ""] = all.map(({ id }) => id);
  expect(complaint(() => store.get(second))).toContain("header");
  expect(complaint(() => store.saveAnswer(second, "survey", "staff", "du", LATER))).toContain(second);
  expect(complaint(() => store.saveDevice(third, device("d3"), LATER))).toContain("device:d2");
  expect(store.records.checkAll().map(({ id, part }) => [id, part])).toEqual([
    [second, "header"],
    [third, "device:d2"],
  ]);
});

test("a damaged profile, which many visits share, is mended by the next scan with it", () => {
  const folder = filled(three());
  spoil(folder, "UPDATE profiles SET body = replace(body, 'Test profile', 'Tesu profile')");
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  expect(store.records.checkAll()).toHaveLength(3);
  store.create(visit({ scan: scan("healthy") }, { now: NOW + 9 }));
  const again = openStore(folder, "en");
  onTestFinished(() => again.close());
  expect(again.records.checkAll()).toEqual([]);
});

test("the database, its log and photos are for their user alone, also where an earlier version was laxer", () => {
  const folder = path.join(scratch(), "data");
  openStore(folder, "en").close();
  execFileSync("chmod", ["644", path.join(folder, "visits.db")]);
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  store.create(visit());
  for (const name of ["visits.db", "visits.db-wal", "visits.db-shm"])
    expect([name, statSync(path.join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.each([
  ["a negative version", "PRAGMA user_version = -7"],
  ["another program's mark", "PRAGMA application_id = 1"],
  ["another program's tables", "DROP TABLE uploads; ALTER TABLE visits RENAME TO things"],
  ["tables and no version", "PRAGMA user_version = 0"],
])("%s: one sentence, and nothing is changed", (_name, sql) => {
  const folder = filled(three());
  spoil(folder, sql);
  const before = readFileSync(path.join(folder, "visits.db"));
  for (const access of ["write", "read"] as const)
    expect(complaint(() => openStore(folder, "en", access))).toMatch(/no store of qbrecover, or its head is damaged/u);
  expect(readFileSync(path.join(folder, "visits.db")).equals(before)).toBe(true);
});

test.each<[string, (folder: string) => void]>([
  ["the file removed", (folder) => rmSync(path.join(folder, "visits.db"))],
  ["its log removed", (folder) => rmSync(path.join(folder, "visits.db-wal"))],
  ["the folder moved away", (folder) => renameSync(folder, `${folder}-away`)],
  [
    "another store in its place",
    (folder) => {
      renameSync(folder, `${folder}-away`);
      mkdirSync(folder);
      openStore(folder, "en").close();
    },
  ],
  [
    "the file replaced by a copy",
    (folder) => {
      writeFileSync(path.join(folder, "copy"), readFileSync(path.join(folder, "visits.db")));
      renameSync(path.join(folder, "copy"), path.join(folder, "visits.db"));
    },
  ],
])("%s while a session runs: a sentence, and nothing is acknowledged", (_name, take) => {
  const folder = path.join(scratch(), "data");
  const one = visit();
  const store: VisitStore = openStore(folder, "en");
  onTestFinished(() => store.close());
  store.create(one);
  store.saveAnswer(one.id, "survey", "grid", "da_co", LATER);
  take(folder);
  for (let again = 0; again < 2; again += 1)
    expect(complaint(() => store.saveAnswer(one.id, "survey", "staff", "du", LATER))).toMatch(/NOT stored/u);
  expect(complaint(() => store.create(visit({}, { now: NOW + 5 })))).toMatch(/NOT stored/u);
});

test("an upgrade keeps what was there before beside it, and seals what it finds", () => {
  const folder = scratch();
  const all = three();
  const file = path.join(folder, "visits.db");
  const source = filled(all);
  // The first version: the schema of its step, the rows without digests.
  const old = new DatabaseSync(file);
  old.exec(MIGRATIONS[0]?.sql ?? "");
  old.exec(`ATTACH '${path.join(source, "visits.db")}' AS now`);
  for (const table of ["visits", "profiles", "scans", "devices", "findings", "systems"]) {
    const names = old
      .prepare("SELECT name FROM pragma_table_info(?)")
      .all(table)
      .map(({ name }) => String(name))
      .join(", ");
    old.exec(`INSERT INTO ${table} (${names}) SELECT ${names} FROM now.${table}`);
  }
  old.exec("PRAGMA user_version = 1");
  old.close();
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  expect([...store.iterate({})]).toEqual(all);
  expect(store.records.checkAll()).toEqual([]);
  const copy = new DatabaseSync(`${file}.v1.bak`, { readOnly: true });
  expect(copy.prepare("SELECT count(*) AS visits FROM visits").get()).toEqual({ visits: 3 });
  expect(copy.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 });
  copy.close();
  expect(statSync(`${file}.v1.bak`).mode & 0o777).toBe(0o600);
});

test("a copy is kept once a day, never of a damaged store, and tells its age", async () => {
  const folder = filled(three());
  const bak = path.join(folder, "visits.db.bak");
  const { context } = testContext(folder, { now: () => Date.now() });
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  expect(await store.keepDailyCopy(context)).toBe("kept");
  expect(statSync(bak).mode & 0o777).toBe(0o600);
  expect(await store.keepDailyCopy(context)).toBe("fresh");
  const copy = new DatabaseSync(bak, { readOnly: true });
  expect(copy.prepare("SELECT count(*) AS visits FROM visits").get()).toEqual({ visits: 3 });
  copy.close();
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(bak, yesterday, yesterday);
  const check = testContext(folder, { now: () => Date.now() });
  expect(await run(check.context, ["check"], {})).toBe(0);
  expect(check.stdout()).toMatch(/No damage found[^]*1 days old/u);
  expect(await store.keepDailyCopy(context)).toBe("kept");
  utimesSync(bak, yesterday, yesterday);
  const before = readFileSync(bak);
  spoil(folder, "UPDATE visits SET technician = 'Tổ 9' WHERE n = 2");
  const again = openStore(folder, "en");
  onTestFinished(() => again.close());
  expect(await again.keepDailyCopy(context)).toBe("damaged");
  expect(readFileSync(bak).equals(before)).toBe(true);
  expect(await openStore(scratch(), "en").keepDailyCopy(context)).toBe("empty");
  expect(existsSync(path.join(folder, "visits.db.bak"))).toBe(true);
});
