import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { run } from "../../src/commands/visits.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { testContext, type TestContext } from "../report/helpers.ts";
import { device, finding, NOW, scan, scratch, site, visit } from "../visit/helpers/sample.ts";

function filled(...all: readonly Visit[]): TestContext {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const each of all) store.create(each);
  store.close();
  return testContext(folder);
}

function stored(folder: string): Visit[] {
  const store = openStore(folder, "en");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

const rich = (offset: number, change: Partial<Visit> = {}): Visit =>
  visit({ devices: [device("d1")], scan: scan("faulty", [], [finding()]), ...change }, { now: NOW + offset });

test("the list fits the terminal and shows what is needed to recognise a visit", async () => {
  const empty = testContext(scratch());
  expect(await run(empty.context, ["list"], {})).toBe(0);
  expect([empty.stdout(), empty.stderr()]).toEqual(["", expect.stringMatching(/no visits yet/u)]);
  for (const columns of [140, 80]) {
    const made = filled(
      rich(0),
      visit(
        {
          finishedAt: "2026-11-21T10:00:00+07:00",
          site: site("Trường THCS Hàm Ninh – cơ sở rất xa ở bên kia sông Kiến Giang"),
        },
        { now: NOW + 60_000 },
      ),
    );
    const { context, stdout } = testContext(made.context.dataDir, { columns, lang: "vi" });
    expect(await run(context, ["list"], {})).toBe(0);
    expect(stdout()).toMatch(/21\/11\/2026 08:31/u);
    for (const line of stdout().split("\n")) expect(line.normalize("NFC").length).toBeLessThanOrEqual(columns);
    expect(stdout()).toMatch(/đang làm/u);
  }
  const narrow = testContext(filled(rich(0)).context.dataDir, { columns: 40 });
  expect(await run(narrow.context, ["list"], {})).toBe(0);
  expect(narrow.stdout()).toMatch(/ · 21\/11\/2026 08:30 · UBND xã Quảng Ninh · Faulty · 1 · open · /u);
});

test("out of one store and into another, by every way: the same visits, and twice changes nothing", async () => {
  const all = [rich(0), rich(1), visit({}, { now: NOW + 2 })];
  const { context } = filled(...all);
  for (const target of ["all.ndjson", "all.ndjson.gz", "folder"]) {
    expect(await run(context, ["export"], { all: true, output: target })).toBe(0);
    const centre = testContext(scratch(), { cwd: context.cwd });
    expect(await run(centre.context, ["import", target], {})).toBe(0);
    expect(stored(centre.context.dataDir)).toEqual(all);
    expect(await run(centre.context, ["import", target], {})).toBe(0);
    expect(centre.stdout()).toBe(
      "Imported: 3 new, 0 already there, 0 conflicts, 0 errors\nImported: 0 new, 3 already there, 0 conflicts, 0 " +
        "errors\n",
    );
  }
  for (const name of readdirSync(path.join(context.cwd, "folder")))
    expect(name).toMatch(/^qb_19207_ubnd-xa-quang-ninh_20261121-0830_[0-9a-f-]{36}\.json$/u);
});

test("one visit goes to stdout as JSON, several as ndjson; nothing chosen is a mistake", async () => {
  const [first, second] = [rich(0), rich(100_000)];
  const { context, stdout } = filled(first, second);
  expect(await run(context, ["export", first.id.slice(0, 13)], {})).toBe(0);
  expect(JSON.parse(stdout())).toEqual({
    ...first,
    export: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), earlier: [] },
  });
  const both = testContext(context.dataDir);
  expect(await run(both.context, ["export"], { since: "2026-11-21" })).toBe(0);
  expect(
    both
      .stdout()
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([
    { ...first, export: { sha256: expect.any(String), earlier: [], number: 1, last: false } },
    { ...second, export: { sha256: expect.any(String), earlier: [], number: 2, last: true } },
  ]);
  await expect(run(context, ["export"], {})).rejects.toThrow(UserError);
  await expect(run(context, ["export", first.id], { all: true })).rejects.toThrow(UserError);
  const asPeopleWrite = testContext(context.dataDir);
  await run(asPeopleWrite.context, ["export"], { since: "21/11/2026" });
  expect(asPeopleWrite.stdout()).toBe(both.stdout());
  for (const wrong of ["11/21/2026", "30/02/2026", "21/11/2026 08:00", "yesterday"])
    await expect(run(context, ["export"], { since: wrong })).rejects.toThrow(/yyyy-mm-dd/u);
});

test("bad files and lines get one line each, everything good is taken, conflicts are left as they are", async () => {
  const good = rich(0);
  const { context, stdout, stderr } = filled(good);
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(path.join(context.cwd, "in", name), content);
  mkdirSync(path.join(context.cwd, "in", "deeper"), { recursive: true });
  const fresh = rich(5);
  const beside = rich(6);
  const half = [JSON.stringify(beside), JSON.stringify(rich(7)).slice(0, 200)].join("\n");
  write("a-cut.json", JSON.stringify(fresh).slice(0, 300));
  write("b-newer.json", JSON.stringify({ ...fresh, schemaVersion: 99 }));
  write("c-noise.json", "\u0000\u0001");
  write("d-other.json", '{"hello": 1}');
  write("e-bad.json", JSON.stringify({ ...fresh, stage: "during" }));
  write("f-half.ndjson", half);
  write("g-conflict.json", JSON.stringify({ ...good, technician: "\u001b[31mMallory" }));
  write("h-twice.json", JSON.stringify({ ...fresh, devices: [device("x"), device("x")] }));
  write("i-broken.ndjson.gz", gzipSync(JSON.stringify(fresh)).subarray(0, 50));
  write("j-bomb.json.gz", gzipSync(Buffer.alloc(80 * 2 ** 20, 0x20)));
  write("k-empty.ndjson", "\n");
  write(path.join("deeper", "z-good.json"), `\uFEFF${JSON.stringify(fresh)}`);
  expect(await run(context, ["import", "in"], {})).toBe(78);
  const [conflict = "", ...rest] = stderr().split(/(?=^a-cut)/mu);
  expect(conflict).toMatch(/^Visit [^]*\n  Technician: Tổ 1 ↔ \[31mMallory\n$/u);
  const lines = rest.join("").trim().split("\n");
  expect(lines.map((line) => line.split(":")[0])).toEqual([
    "a-cut.json",
    "b-newer.json",
    "c-noise.json",
    "d-other.json",
    "e-bad.json",
    "f-half.ndjson",
    "g-conflict.json",
    "h-twice.json",
    "i-broken.ndjson.gz",
    "j-bomb.json.gz",
    "k-empty.ndjson",
  ]);
  expect(lines[0]).toMatch(/cut off/u);
  expect(lines[1]).toMatch(/newer qbrecover \(version 99/u);
  expect(lines[4]).toMatch(/wrong at stage/u);
  expect(lines[5]).toMatch(/^f-half\.ndjson: 2: /u);
  expect(lines[6]).toContain(good.id);
  expect(lines[9]).toMatch(/too large/u);
  expect(stdout()).toBe("Imported: 2 new, 0 already there, 1 conflicts, 10 errors\n");
  expect(stored(context.dataDir)).toEqual([good, fresh, beside]);
  await expect(run(context, ["import", "nowhere"], {})).rejects.toMatchObject({ exitCode: 78 });
});

test("photos travel beside the visits; one that is not what the visit says stays out", async () => {
  const bytes = Buffer.from("a photo");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const photo = (file: string) => ({ file, sha256, bytes: bytes.length, originalName: file });
  const one = visit({ devices: [device("d1", { photos: [photo("1.jpg"), photo("2.jpg"), photo("../../evil.jpg")] })] });
  const { context } = filled(one);
  const store = openStore(context.dataDir, "en");
  mkdirSync(store.photoFolder(one.id), { recursive: true });
  for (const name of ["1.jpg", "2.jpg"]) writeFileSync(path.join(store.photoFolder(one.id), name), bytes);
  writeFileSync(path.join(context.dataDir, "evil.jpg"), bytes);
  store.close();
  expect(await run(context, ["export", one.id], { output: "out/" })).toBe(0);
  expect(statSync(path.join(context.cwd, "out", "photos", one.id, "1.jpg")).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.join(context.cwd, "out", "photos", one.id)).toSorted()).toEqual(["1.jpg", "2.jpg"]);
  writeFileSync(path.join(context.cwd, "out", "photos", one.id, "2.jpg"), "changed");
  const centre = testContext(scratch(), { cwd: context.cwd });
  expect(await run(centre.context, ["import", "out"], {})).toBe(2);
  expect(centre.stderr()).toMatch(/2\.jpg is DAMAGED/u);
  expect(readFileSync(path.join(centre.context.dataDir, "photos", one.id, "1.jpg"))).toEqual(bytes);
  expect(existsSync(path.join(centre.context.dataDir, "photos", one.id, "2.jpg"))).toBe(false);
  expect(existsSync(path.join(centre.context.dataDir, "evil.jpg"))).toBe(false);
});

test("removing needs --yes where nobody can be asked, and takes all or none", async () => {
  const [first, second] = [rich(0), rich(100_000)];
  const { context, stdout } = filled(first, second);
  await expect(run(context, ["remove", first.id], {})).rejects.toThrow(/--yes/u);
  await expect(run(context, ["remove", first.id, "ffff"], { yes: true })).rejects.toThrow(/no visit ffff/u);
  expect(stored(context.dataDir)).toHaveLength(2);
  expect(await run(context, ["remove", first.id.slice(0, 13), first.id], { yes: true })).toBe(0);
  expect(stdout()).toBe("Removed 1 visits\n");
  expect(stored(context.dataDir)).toEqual([second]);
});

test("files appear under their names only when they are complete, and a place that cannot be written is told", async () => {
  const { context } = filled(rich(0));
  await expect(run(context, ["export"], { all: true, output: "no/such/folder/x.ndjson" })).rejects.toMatchObject({
    exitCode: 78,
  });
  const stopped = testContext(context.dataDir, { signal: AbortSignal.abort() });
  expect(await run(stopped.context, ["export"], { all: true, output: "half.ndjson" })).toBe(130);
  expect(readdirSync(context.cwd).filter((name) => name.includes("half"))).toEqual([]);
  expect(await run(context, ["export"], { all: true, output: "/dev/null" })).toBe(0);
  expect(readFileSync("/dev/null", "utf8")).toBe("");
});

test("text that no database can hold as it is does not make a file conflict with itself", async () => {
  const one = rich(0, { technician: "\ud800x", campaign: "a\u0000b" });
  const { context, stdout } = filled();
  writeFileSync(path.join(context.cwd, "odd.json"), JSON.stringify(one));
  for (let round = 0; round < 2; round += 1) expect(await run(context, ["import", "odd.json"], {})).toBe(0);
  expect(stdout()).toMatch(/1 new, 0 already[^]*0 new, 1 already/u);
  expect(stored(context.dataDir)).toEqual([{ ...one, technician: "\ufffdx" }]);
});

test("an id in capitals is the same visit", async () => {
  const one = rich(0);
  const { context } = filled(one);
  writeFileSync(path.join(context.cwd, "capitals.json"), JSON.stringify({ ...one, id: one.id.toUpperCase() }));
  expect(await run(context, ["import", "capitals.json"], {})).toBe(0);
  expect(stored(context.dataDir)).toEqual([one]);
});
