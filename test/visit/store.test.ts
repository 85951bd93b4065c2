import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { canonicalJson } from "../../src/base/canonical.ts";
import { visitSchema } from "../../src/visit/schema.ts";
import { openStore, type VisitStore } from "../../src/visit/store.ts";
import { device, finding, NOW, scan, scratch, site, visit } from "./helpers/sample.ts";

const LATER = "2026-11-21T09:00:00+07:00";

function open(folder = scratch()): VisitStore {
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  return store;
}

test("what was stored comes back whole, in another process's eyes too", () => {
  const folder = scratch();
  const whole = visit({
    survey: { grid: "da_co", peak_cm: 120, many: ["a", "b"], yes: true },
    safety: { S1: "khong" },
    devices: [
      device("d2", { note: "dòng 1\ndòng 2" }),
      device("d1", { triage: null, answers: {}, done: false }),
      device("d3", {
        override: { disposition: "REPLACE", reason: "cháy nguồn", by: "Tổ 1", at: LATER },
        photos: [{ file: "1.jpg", sha256: "b".repeat(64), bytes: 5, originalName: "ảnh.jpg" }],
      }),
    ],
    scan: scan("faulty", [], [finding()]),
  });
  expect(visitSchema.safeParse(whole).error).toBeUndefined();
  open(folder).create(whole);
  const again = open(folder).get(whole.id);
  expect(again).toEqual(whole);
  expect(canonicalJson(again)).toBe(canonicalJson(whole));
});

test("a commit is on the disk when it returns: the log is written ahead and synced in full", () => {
  const store = open();
  // 2 is FULL, 1 would be NORMAL: a power cut then takes back answers that were confirmed.
  expect(store.connection.sql("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
  expect(store.connection.sql("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
});

test("a prefix finds its visit; none or several get a clear message", () => {
  const store = open();
  const first = visit({}, { now: NOW });
  const second = visit({}, { now: NOW });
  const other = visit({}, { now: NOW + 86_400_000 });
  for (const one of [first, second, other]) store.create(one);
  expect(store.get(other.id.slice(0, 10)).id).toBe(other.id);
  expect(store.get(other.id.toUpperCase()).id).toBe(other.id);
  expect(() => store.get(first.id.slice(0, 13))).toThrow(/fits several visits/u);
  expect(() => store.get("ffff")).toThrow(UserError);
  expect(() => store.get("'; DROP TABLE visits")).toThrow(/There is no visit/u);
});

test("an answer and a device are committed alone and leave the rest as it is", () => {
  const store = open();
  const one = visit({ survey: { grid: "da_co" }, devices: [device("d1")], scan: scan("healthy") });
  store.create(one);
  store.saveAnswer(one.id, "survey", "staff", "khong_co", LATER);
  store.saveAnswer(one.id, "safety", "S1", "co", LATER);
  store.saveAnswer(one.id, "survey", "grid", null, LATER);
  store.saveDevice(one.id, device("d2", { quantity: 20 }), LATER);
  store.saveDevice(one.id, device("d1", { note: "x" }), LATER);
  store.saveDevice(one.id, device("d1", { note: "xy" }), LATER);
  expect(store.get(one.id)).toEqual({
    ...one,
    updatedAt: LATER,
    survey: { staff: "khong_co" },
    safety: { S1: "co" },
    devices: [device("d1", { note: "xy" }), device("d2", { quantity: 20 })],
  });
  store.removeDevice(one.id, "d1", LATER);
  expect(store.get(one.id).devices.map(({ id }) => id)).toEqual(["d2"]);
});

test("two stores on one folder: what they changed in different places is all kept", () => {
  const folder = scratch();
  const [a, b] = [open(folder), open(folder)];
  const one = visit({ survey: { grid: "da_co" }, devices: [device("d1")] });
  a.create(one);
  const mine = b.get(one.id);
  a.saveDevice(one.id, device("d2"), LATER);
  a.saveAnswer(one.id, "survey", "staff", "du", LATER);
  b.save({
    ...mine,
    scan: scan("healthy"),
    survey: { ...mine.survey, mobile: "yeu" },
    devices: [...mine.devices, device("d3")],
  });
  // A second save from the same eyes, which still never saw d2.
  b.save({
    ...mine,
    scan: scan("healthy"),
    survey: { ...mine.survey, mobile: "yeu" },
    devices: [device("d1", { note: "n" }), device("d3")],
    finishedAt: LATER,
  });
  const result = a.get(one.id);
  expect(result.devices.map(({ id, note }) => [id, note])).toEqual([
    ["d1", "n"],
    ["d3", ""],
    ["d2", ""],
  ]);
  expect(result.survey).toEqual({ grid: "da_co", staff: "du", mobile: "yeu" });
  expect(result.finishedAt).toBe(LATER);
  expect(result.scan?.verdict.status).toBe("healthy");
  expect(result.updatedAt).toBe(LATER);
});

test("the same place changed by both is refused, and nothing of the second is written", () => {
  const folder = scratch();
  const [a, b] = [open(folder), open(folder)];
  const one = visit({ devices: [device("d1")] });
  a.create(one);
  const mine = b.get(one.id);
  a.saveDevice(one.id, device("d1", { note: "a" }), LATER);
  expect(() => b.save({ ...mine, campaign: "other", devices: [device("d1", { note: "b" })] })).toThrow(/device:d1/u);
  expect(() => b.saveDevice(one.id, device("d1", { note: "b" }), LATER)).toThrow(/device:d1/u);
  expect(a.get(one.id)).toEqual({ ...one, updatedAt: LATER, devices: [device("d1", { note: "a" })] });
});

test("devices and answers that were taken out are gone", () => {
  const store = open();
  const one = visit({ survey: { grid: "da_co", staff: "du" }, devices: [device("d1"), device("d2"), device("d3")] });
  store.create(one);
  store.save({ ...one, survey: { staff: "du" }, devices: [device("d3"), device("d1")] });
  expect(store.get(one.id)).toEqual({ ...one, survey: { staff: "du" }, devices: [device("d3"), device("d1")] });
});

test("importing twice changes nothing; other content under the same id is a conflict", () => {
  const store = open();
  const one = visit({ devices: [device("d1")], scan: scan("faulty", [], [finding()]) });
  expect(store.takeIn({ visit: one, earlier: [] })).toEqual({ kind: "added" });
  expect(store.takeIn({ visit: structuredClone(one), earlier: [] })).toEqual({ kind: "same" });
  expect(store.takeIn({ visit: { ...one, technician: "Tổ 2" }, earlier: [] })).toEqual({
    kind: "conflict",
    stored: one,
  });
  expect(store.get(one.id)).toEqual(one);
});

test("lists newest first, with counts, and filters", () => {
  const store = open();
  const first = visit({
    survey: { grid: "da_co" },
    devices: [device("d1", { quantity: 20 }), device("d2")],
    scan: scan("faulty", [], [finding()]),
  });
  const second = visit(
    { stage: "after", finishedAt: LATER },
    { now: NOW + 1000, site: site("Trường THCS Hàm Ninh", "19208"), campaign: "khac" },
  );
  store.create(first);
  store.create(second);
  expect(store.list({}).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(store.list({ limit: 1 }).map(({ id }) => id)).toEqual([second.id]);
  expect(store.list({ finished: false })).toMatchObject([
    { id: first.id, deviceRows: 2, devices: 21, answers: 13, status: "faulty", rootCause: "GATEWAY_DOWN" },
  ]);
  for (const filter of [
    { since: NOW + 1 },
    { stage: "after" },
    { campaign: "khac" },
    { unitCode: "19208" },
    { ids: [second.id] },
    { siteId: second.site?.id ?? "" },
  ] as const)
    expect(store.list(filter).map(({ id }) => id)).toEqual([second.id]);
  expect([...store.iterate({})]).toEqual([first, second]);
});

test("a removed visit is gone with its rows and photos", () => {
  const store = open();
  const one = visit({ devices: [device("d1")], scan: scan("healthy") });
  store.create(one);
  mkdirSync(store.photoFolder(one.id), { recursive: true });
  writeFileSync(path.join(store.photoFolder(one.id), "1.jpg"), "x");
  expect(store.remove([one.id, visit().id])).toBe(1);
  expect(store.list({})).toEqual([]);
  expect(
    store.connection.sql("SELECT (SELECT count(*) FROM devices) + (SELECT count(*) FROM scans) AS rows").get()?.[
      "rows"
    ],
  ).toBe(0);
  expect(() => writeFileSync(path.join(store.photoFolder(one.id), "1.jpg"), "x")).toThrow(/ENOENT/u);
});
