import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { contentHash } from "../../src/base/canonical.ts";
import { rescue } from "../../src/visit/care/rescue.ts";
import { parseDocument } from "../../src/visit/exchange/parse-visit.ts";
import { visitJson } from "../../src/visit/exchange/export-files.ts";
import { marked } from "../../src/visit/exchange/mark.ts";
import { MIGRATIONS } from "../../src/visit/db/migrations.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore, type VisitStore } from "../../src/visit/store.ts";
import { device, finding, machine, scan, scratch, visit } from "./helpers/sample.ts";

const AT = "2026-11-21T10:00:00+07:00";

function storeIn(folder: string): VisitStore {
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  return store;
}

const names = ({ machines = [] }: Visit): string[] => machines.map(({ name }) => name);

test("a computer is added, and takes its own place when it is scanned again", () => {
  const store = storeIn(scratch());
  const one = visit({ scan: scan("healthy"), devices: [device("d1")] });
  store.create(one);
  expect(store.get(one.id).machines).toBeUndefined();
  store.saveMachine(one.id, machine("PC-01"), AT);
  store.saveMachine(one.id, machine("PC-02", { scan: scan("faulty", [], [finding()]) }), AT);
  store.saveMachine(one.id, machine("PC-01", { scan: scan("degraded") }), AT);
  const stored = store.get(one.id);
  expect(stored.machines?.map(({ name, scan: { verdict } }) => [name, verdict.status]).toSorted()).toEqual([
    ["PC-01", "degraded"],
    ["PC-02", "faulty"],
  ]);
  expect({ ...stored, machines: undefined, updatedAt: "" }).toEqual({ ...one, machines: undefined, updatedAt: "" });
  expect(stored.updatedAt).toBe(AT);
  expect(store.records.checkAll()).toEqual([]);
});

test("two that write at once, and one that saves the whole visit meanwhile, lose nothing", () => {
  const folder = scratch();
  const [laptop, first, second] = [storeIn(folder), storeIn(folder), storeIn(folder)];
  const one = visit({ scan: scan("healthy") });
  laptop.create(one);
  const seen = laptop.get(one.id);
  first.get(one.id);
  second.get(one.id);
  first.saveMachine(one.id, machine("PC-01"), AT);
  second.saveMachine(one.id, machine("PC-02"), AT);
  laptop.save({ ...seen, technician: "Tổ 2" });
  laptop.saveAnswer(one.id, "survey", "grid", "da_co", AT);
  const stored = storeIn(folder).get(one.id);
  expect(names(stored).toSorted()).toEqual(["PC-01", "PC-02"]);
  expect([stored.technician, stored.survey["grid"]]).toEqual(["Tổ 2", "da_co"]);
});

test("goes out and comes in with the visit; a later state with one computer more takes the place of the copy", () => {
  const store = storeIn(scratch());
  const one = visit({ scan: scan("healthy"), machines: [machine("PC-01")] });
  store.create(one);
  const parsed = parseDocument(visitJson(marked(store.get(one.id), contentHash(store.get(one.id)), [])), "en");
  if (parsed.kind !== "visit") throw new Error(JSON.stringify(parsed));
  const centre = storeIn(scratch());
  centre.takeIn({ visit: parsed.visit, earlier: [] });
  expect(centre.get(one.id)).toEqual(store.get(one.id));
  const before = contentHash(store.get(one.id));
  store.saveMachine(one.id, machine("PC-02"), AT);
  expect(centre.takeIn({ visit: store.get(one.id), earlier: [before] })).toEqual({ kind: "updated" });
  expect(names(centre.get(one.id)).toSorted()).toEqual(["PC-01", "PC-02"]);
});

test("a computer whose scan was changed by damage is noticed", () => {
  const folder = scratch();
  const store = storeIn(folder);
  const one = visit({ machines: [machine("PC-01"), machine("PC-02")] });
  store.create(one);
  for (const sql of [
    "UPDATE machines SET name = 'PC-09' WHERE name = 'PC-01'",
    "DELETE FROM machines WHERE name = 'PC-02'",
  ]) {
    store.connection.sql("SAVEPOINT s").run();
    store.connection.sql(sql).run();
    expect(() => store.get(one.id)).toThrow(one.id);
    store.connection.sql("ROLLBACK TO s").run();
    store.connection.sql("RELEASE s").run();
  }
  expect(names(store.get(one.id)).toSorted()).toEqual(["PC-01", "PC-02"]);
});

test("is rescued from a store, and from its bare pages", async () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  const one = visit({ scan: scan("healthy"), machines: [machine("PC-01"), machine("PC-02")] });
  store.create(one);
  const whole = store.get(one.id);
  store.close();
  const world = { platform: process.platform, now: () => 0, randomBytes: (size: number) => Buffer.alloc(size, 7) };
  const read = async (target: string): Promise<Visit> => {
    const told = await rescue(folder, path.join(folder, target), "en", world);
    expect(told.visits.map(({ state }) => state)).toEqual(["whole"]);
    const other = scratch();
    writeFileSync(path.join(other, "visits.db"), readFileSync(path.join(folder, target)));
    return storeIn(other).get(one.id);
  };
  expect(await read("a.db")).toEqual(whole);
  // The schema is unreadable: only the bare pages are left.
  const file = path.join(folder, "visits.db");
  const bytes = readFileSync(file);
  bytes.fill(0xff, 100, 400);
  writeFileSync(file, bytes);
  expect(await read("b.db")).toEqual(whole);
});

test("a store of before is brought up to date with its visits as they were", () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  const one = visit({ scan: scan("healthy"), devices: [device("d1")] });
  store.create(one);
  store.close();
  const database = new DatabaseSync(path.join(folder, "visits.db"));
  database.exec("DROP TABLE machines; PRAGMA user_version = 2");
  database.close();
  const again = storeIn(folder);
  expect(again.get(one.id)).toEqual(one);
  again.saveMachine(one.id, machine("PC-01"), AT);
  expect(names(again.get(one.id))).toEqual(["PC-01"]);
  expect(again.connection.sql("PRAGMA user_version").get()).toEqual({ user_version: MIGRATIONS.length });
});
