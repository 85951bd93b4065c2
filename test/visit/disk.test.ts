import { copyFileSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { openStore } from "../../src/visit/store.ts";
import { tinyDisk } from "./helpers/mount.ts";
import { device, scratch, visit } from "./helpers/sample.ts";

function complaint(body: () => unknown): UserError {
  try {
    body();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was said");
}

test("a read-only folder is told at once, new or with a store in it", () => {
  const empty = tinyDisk(4096);
  const used = tinyDisk(4096);
  if (empty === null || used === null) return;
  openStore(used.folder, "en").close();
  for (const disk of [empty, used]) {
    disk.remountReadOnly();
    expect(complaint(() => openStore(disk.folder, "en"))).toMatchObject({
      exitCode: 78,
      message: expect.stringMatching(/read-only/u),
    });
    expect(complaint(() => openStore(path.join(disk.folder, "sub"), "vi")).message).toMatch(/chỉ đọc/u);
  }
});

test("a folder that no file system takes is told, whatever the system's word for it", () => {
  for (const name of ["ả".repeat(300), path.join("a", "x".repeat(300))]) {
    const folder = path.join(scratch(), name);
    expect(complaint(() => openStore(folder, "en"))).toMatchObject({
      exitCode: 78,
      message: expect.stringContaining("the name is too long"),
    });
  }
});

test("a full disk is told at once; a disk that fills up loses nothing that was committed", () => {
  const disk = tinyDisk(3072);
  if (disk === null) return;
  const store = openStore(disk.folder, "en");
  const one = visit({ devices: [device("d0")] });
  store.create(one);
  let kept = 0;
  const full = complaint(() => {
    for (let n = 1; n < 10_000; n += 1) {
      store.saveDevice(one.id, device(`d${n}`, { note: "x".repeat(4000) }), one.updatedAt);
      kept = n;
    }
  });
  expect(full).toMatchObject({ exitCode: 78, message: expect.stringMatching(/is full/u) });
  expect(kept).toBeGreaterThan(10);
  expect(store.get(one.id).devices).toHaveLength(kept + 1);
  store.close();
  expect(complaint(() => openStore(disk.folder, "vi"))).toMatchObject({
    exitCode: 78,
    message: expect.stringMatching(/đã đầy/u),
  });
});

test("what lies on a read-only or full disk can still be read", () => {
  const closed = tinyDisk(4096);
  const torn = tinyDisk(4096);
  const full = tinyDisk(1100);
  if (closed === null || torn === null || full === null) return;
  const one = visit({ devices: [device("d1")] });
  for (const disk of [closed, torn, full]) {
    const store = openStore(disk.folder, "en");
    store.create(one);
    // The torn one keeps its log, as after a power cut.
    if (disk === torn) onTestFinished(() => store.close());
    else store.close();
  }
  closed.remountReadOnly();
  // A busy file system refuses to become read-only: a read-only copy of the torn state instead.
  const copy = tinyDisk(4096);
  if (copy === null) return;
  for (const suffix of ["", "-wal"])
    copyFileSync(path.join(torn.folder, `visits.db${suffix}`), path.join(copy.folder, `visits.db${suffix}`));
  copy.remountReadOnly();
  const { bavail, bsize } = statfsSync(full.folder);
  writeFileSync(path.join(full.folder, "filler"), Buffer.alloc(bavail * bsize));
  expect(complaint(() => openStore(full.folder, "en")).exitCode).toBe(78);
  for (const { folder } of [closed, copy, full]) {
    const store = openStore(folder, "en", "read");
    expect(store.get(one.id)).toEqual(one);
    store.close();
  }
});

test("a database of a newer version is left alone", () => {
  const folder = scratch();
  openStore(folder, "en").close();
  const file = path.join(folder, "visits.db");
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 999");
  database.close();
  const before = readFileSync(file);
  expect(complaint(() => openStore(folder, "en"))).toMatchObject({
    exitCode: 78,
    message: expect.stringMatching(/999/u),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file that is no database, and a folder that is a file, get a message and stay as they are", () => {
  const folder = scratch();
  writeFileSync(
    path.join(folder, "visits.db"),
    "this is no database, only some text that is long enough to be read as a header".repeat(20),
  );
  expect(complaint(() => openStore(folder, "en"))).toMatchObject({
    exitCode: 78,
    message: expect.stringMatching(/cannot be read/u),
  });
  expect(readFileSync(path.join(folder, "visits.db"), "utf8")).toMatch(/^this is no database/u);
  expect(complaint(() => openStore(path.join(folder, "visits.db"), "en")).exitCode).toBe(78);
});
