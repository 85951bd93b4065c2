import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { run as upload } from "../../src/commands/upload.ts";
import { run } from "../../src/commands/visits.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext, type TestContext } from "../report/helpers.ts";
import { laptop, photosOf, stored, wanted } from "./helpers/laptop.ts";
import { device, NOW, scan, scratch, visit } from "./helpers/sample.ts";

const DONE = "2026-11-21T10:00:00+07:00";
const LATER = "2026-11-21T11:00:00+07:00";

const centre = (cwd: string): TestContext => testContext(scratch(), { cwd });

test.each(["stick.ndjson.gz", "all.ndjson", "folder/", "one.json"])(
  "photos travel with %s and arrive whole; a second time changes nothing",
  async (target) => {
    const from = laptop();
    expect(await run(from.context, ["export", from.visit.id], { output: target })).toBe(0);
    const to = centre(from.context.cwd);
    for (const told of ["1 new, 0 already", "0 new, 1 already"]) {
      expect(await run(to.context, ["import", target], {})).toBe(0);
      expect(to.stdout()).toContain(told);
      expect(photosOf(to.context.dataDir, from.visit.id)).toEqual(wanted(from.visit));
      expect(stored(to.context.dataDir)).toEqual([from.visit]);
    }
    expect(to.stderr()).toBe("");
  },
);

test("a bundle for a stick carries photos, and a good copy repairs missing and damaged ones at import", async () => {
  const from = laptop();
  expect(await upload(from.context, [], { bundle: "stick" })).toBe(0);
  const to = centre(from.context.cwd);
  await run(to.context, ["import", "stick.ndjson.gz"], {});
  const place = path.join(to.context.dataDir, "photos", from.visit.id);
  truncateSync(path.join(place, "0.jpg"), 0);
  rmSync(path.join(place, "3.jpg"));
  writeFileSync(path.join(place, "1.jpg"), Buffer.alloc(1024 * 1024));
  expect(await run(to.context, ["import", "stick.ndjson.gz"], {})).toBe(0);
  expect(photosOf(to.context.dataDir, from.visit.id)).toEqual(wanted(from.visit));
});

test("damaged and missing photos are named with 2 wherever visits go out; everything else goes", async () => {
  const from = laptop();
  truncateSync(path.join(from.folder, "0.jpg"), 0);
  rmSync(path.join(from.folder, "3.jpg"));
  const calls: (() => Promise<[number, string]>)[] = [undefined, "a.ndjson.gz", "b.ndjson", "c/", "d.json"].map(
    (output) => async () => {
      const { context, stderr } = testContext(from.context.dataDir, { cwd: from.context.cwd });
      return [await run(context, ["export"], { all: true, ...(output === undefined ? {} : { output }) }), stderr()];
    },
  );
  calls.push(async () => {
    const { context, stderr } = testContext(from.context.dataDir, { cwd: from.context.cwd });
    return [await upload(context, [], { bundle: "e" }), stderr()];
  });
  for (const call of calls) {
    const [status, told] = await call();
    expect(status).toBe(2);
    expect(told).toContain("photo 0.jpg is DAMAGED");
    expect(told).toContain("photo 3.jpg is MISSING");
    expect(told).not.toContain("1.jpg");
  }
  for (const target of ["a.ndjson.gz", "b.ndjson", "c", "d.json"]) {
    const to = centre(from.context.cwd);
    expect(await run(to.context, ["import", target], {})).toBe(2);
    expect(to.stderr()).toMatch(/0\.jpg is MISSING[^]*3\.jpg is MISSING/u);
    expect(Object.keys(photosOf(to.context.dataDir, from.visit.id))).toEqual(["1.jpg", "2.jpg"]);
  }
});

test("bundles and files of before, without digests and photos, are still taken", async () => {
  const one = visit({ finishedAt: DONE, devices: [device("d1")], scan: scan("healthy") });
  const two = visit({}, { now: NOW + 1 });
  const { context, stdout } = centre(scratch());
  writeFileSync(path.join(context.cwd, "old.json"), JSON.stringify(one, null, 1));
  writeFileSync(
    path.join(context.cwd, "old.ndjson.gz"),
    Buffer.concat([one, two].map((each) => gzipSync(`${JSON.stringify(each)}\n`))),
  );
  writeFileSync(
    path.join(context.cwd, "other.ndjson.gz"),
    gzipSync([one, two].map((each) => `${JSON.stringify(each)}\n`).join("")),
  );
  expect(await run(context, ["import", "old.json", "old.ndjson.gz", "other.ndjson.gz"], {})).toBe(0);
  expect(stdout()).toBe("Imported: 2 new, 3 already there, 0 conflicts, 0 errors\n");
});

test("an edit after the export updates the copy at the centre, an old file does not take it back", async () => {
  const from = laptop();
  const to = centre(from.context.cwd);
  const exported = async (name: string): Promise<void> =>
    void (await run(from.context, ["export", from.visit.id], { output: name }));
  const edit = (body: (store: ReturnType<typeof openStore>) => void): void => {
    const store = openStore(from.context.dataDir, "en");
    body(store);
    store.close();
  };
  await exported("first.json");
  edit((store) => store.saveAnswer(from.visit.id, "survey", "staff", "du", LATER));
  await exported("second.json");
  edit((store) => store.removeDevice(from.visit.id, "d2", LATER));
  await upload(from.context, [], { bundle: "third" });
  const now = stored(from.context.dataDir);
  for (const [file, told] of [
    ["first.json", "1 new, 0 already"],
    ["second.json", "0 new, 1 updated, 0 already"],
    ["first.json", "0 new, 1 already"],
    ["third.ndjson.gz", "0 new, 1 updated, 0 already"],
    ["second.json", "0 new, 1 already"],
    ["third.ndjson.gz", "0 new, 1 already"],
  ] as const) {
    const call = testContext(to.context.dataDir, { cwd: from.context.cwd });
    expect([file, await run(call.context, ["import", file], {}), call.stdout()]).toEqual([
      file,
      0,
      expect.stringContaining(told),
    ]);
  }
  expect(stored(to.context.dataDir)).toEqual(now);
  // Sent twice is one state; and a centre that passes it on passes on what it was before.
  await run(to.context, ["export"], { all: true, output: path.join(from.context.cwd, "passed-on.json") });
  const third = centre(from.context.cwd);
  await run(third.context, ["import", "second.json"], {});
  expect(await run(third.context, ["import", "passed-on.json"], {})).toBe(0);
  expect(third.stdout()).toContain("1 updated");
});

test("a visit that was changed in two places is a conflict: both sides are shown, and one can be chosen for good", async () => {
  const from = laptop();
  await run(from.context, ["export", from.visit.id], { output: "first.json" });
  const to = centre(from.context.cwd);
  await run(to.context, ["import", "first.json"], {});
  for (const [folder, value] of [
    [from.context.dataDir, "khong_co"],
    [to.context.dataDir, "du"],
  ] as const) {
    const store = openStore(folder, "en");
    store.saveAnswer(from.visit.id, "survey", "staff", value, LATER);
    store.close();
  }
  await run(from.context, ["export", from.visit.id], { output: "second.json" });
  const take = async (options: Record<string, string>): Promise<[number, string, string]> => {
    const call = testContext(to.context.dataDir, { cwd: from.context.cwd });
    return [await run(call.context, ["import", "second.json"], options), call.stdout(), call.stderr()];
  };
  const before = stored(to.context.dataDir);
  const [status, told, shown] = await take({});
  expect([status, told]).toEqual([78, "Imported: 0 new, 0 already there, 1 conflicts, 0 errors\n"]);
  expect(shown).toMatch(/where they differ \(stored ↔ in the file\)/iu);
  expect(shown).toMatch(/: Enough ↔ None/u);
  expect(stored(to.context.dataDir)).toEqual(before);
  expect((await take({ conflicts: "keep" })).slice(0, 2)).toEqual([
    0,
    "Imported: 0 new, 1 already there, 0 conflicts, 0 errors\n",
  ]);
  // Decided once: no conflict any more, whoever brings it.
  expect((await take({})).slice(0, 2)).toEqual([0, "Imported: 0 new, 1 already there, 0 conflicts, 0 errors\n"]);
  expect(stored(to.context.dataDir)).toEqual(before);
  const fresh = centre(from.context.cwd);
  await run(fresh.context, ["import", "first.json"], {});
  const store = openStore(fresh.context.dataDir, "en");
  store.saveAnswer(from.visit.id, "survey", "staff", "du", LATER);
  store.close();
  expect(await run(fresh.context, ["import", "second.json"], { conflicts: "take" })).toBe(0);
  expect(stored(fresh.context.dataDir)).toEqual(stored(from.context.dataDir));
});

test("a whole visit mends a damaged one at import", async () => {
  const from = laptop();
  await run(from.context, ["export", from.visit.id], { output: "good.json" });
  const store = openStore(from.context.dataDir, "en");
  store.connection.sql("UPDATE visits SET technician = 'Tổ 9'").run();
  store.connection.sql("UPDATE devices SET answers = '{}' WHERE position = 1").run();
  store.close();
  expect(stored(from.context.dataDir)).toEqual([]);
  const call = testContext(from.context.dataDir, { cwd: from.context.cwd });
  expect(await run(call.context, ["import", "good.json"], {})).toBe(0);
  expect(call.stdout()).toContain("1 updated");
  expect(stored(from.context.dataDir)).toEqual([from.visit]);
});

test("a file that ends early is told, whole lines are taken", async () => {
  const from = laptop();
  const store = openStore(from.context.dataDir, "en");
  for (const offset of [1, 2]) store.create(visit({}, { now: NOW + offset }));
  store.close();
  for (const name of ["all.ndjson", "all.ndjson.gz"]) {
    await run(from.context, ["export"], { all: true, output: name });
    const file = path.join(from.context.cwd, name);
    const bytes = readFileSync(file);
    const text = name.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
    const lines = text.split("\n").slice(0, -2);
    writeFileSync(
      file,
      name.endsWith(".gz") ? Buffer.concat(lines.map((line) => gzipSync(`${line}\n`))) : `${lines.join("\n")}\n`,
    );
    const to = centre(from.context.cwd);
    expect(await run(to.context, ["import", name], {})).toBe(78);
    expect(to.stderr()).toMatch(/ends early/u);
    expect(to.stdout()).toMatch(/2 new/u);
  }
});

test("a bundle whose photos come in the wrong order, twice or for another visit puts nothing wrong into the store", async () => {
  const from = laptop();
  await run(from.context, ["export", from.visit.id], { output: "x.ndjson.gz" });
  const file = path.join(from.context.cwd, "x.ndjson.gz");
  const [first = "", ...parts] = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const evil = JSON.stringify({
    photo: { visit: from.visit.id, file: "../../evil.jpg", sha256: "a".repeat(64), at: 0, bytes: 1, data: "AA==" },
  });
  for (const lines of [
    [first, ...parts.toReversed()],
    [first, ...parts, ...parts],
    [...parts, first],
    [first, evil, ...parts],
    [first, ...parts.slice(1)],
  ]) {
    writeFileSync(file, Buffer.concat(lines.map((line) => gzipSync(`${line}\n`))));
    const to = centre(from.context.cwd);
    await run(to.context, ["import", "x.ndjson.gz"], {});
    const place = path.join(to.context.dataDir, "photos");
    const found = readdirSync(to.context.dataDir).includes("photos") ? photosOf(to.context.dataDir, from.visit.id) : {};
    for (const [name, hash] of Object.entries(found)) expect([name, hash]).toEqual([name, wanted(from.visit)[name]]);
    expect(readdirSync(path.dirname(place)).filter((name) => name.includes("evil"))).toEqual([]);
  }
});
