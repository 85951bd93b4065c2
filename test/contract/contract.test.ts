import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import { run as runReport } from "../../src/commands/report.ts";
import { excelDialect } from "../../src/csv/dialect.ts";
import { judge } from "../../src/judge/judge.ts";
import { csvChunks } from "../../src/report/csv/write.ts";
import { scanDocument } from "../../src/report/scan-document.ts";
import { TABLE_NAMES, TABLES } from "../../src/report/tables.ts";
import { contentHash } from "../../src/base/canonical.ts";
import { marked } from "../../src/visit/exchange/mark.ts";
import { visitJson } from "../../src/visit/exchange/export-files.ts";
import { visitSchema } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";
import { device, finding, machine, scan, scratch, visit } from "../visit/helpers/sample.ts";
import { keysIn, keysOf } from "./keys.ts";

// The centre's sheets and other programs hold these names and their order. Whoever changes one changes the file in
// test/contract/pinned in the same commit, and says so in CHANGELOG.md; new columns stand last.
const PINNED = path.join(import.meta.dirname, "pinned");
const pinned = (name: string): string[] =>
  readFileSync(path.join(PINNED, `${name}.txt`), "utf8")
    .trimEnd()
    .split("\n");

const whole = visit({
  finishedAt: "2026-11-21T09:00:00+07:00",
  survey: { grid: "da_co", damaged_pc: 3 },
  safety: { s1: "khong" },
  devices: [
    device("d1", {
      photos: [{ file: "1.jpg", sha256: "b".repeat(64), bytes: 5, originalName: "a.jpg" }],
      override: { disposition: "REPLACE", reason: "cháy", by: "Tổ 1", at: "2026-11-21T09:00:00+07:00" },
    }),
  ],
  scan: scan("faulty", [], [finding()]),
  machines: [machine("PC-01")],
});

function filled(): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  store.create(whole);
  store.close();
  return folder;
}

async function printed(folder: string, options: Record<string, unknown>): Promise<string> {
  const { context, stdout } = testContext(folder);
  // The sample names a photo that is not there: done, and said.
  expect(await runReport(context, [], options)).toBe(2);
  return stdout();
}

test("each table and each document is pinned, and nothing else", () => {
  expect(readdirSync(PINNED).toSorted()).toEqual(
    [...TABLE_NAMES, "scan-document", "visit"].map((name) => `${name}.txt`).toSorted(),
  );
});

test.for(TABLE_NAMES)("the headings of the table %s, in their order, in every form", async (name) => {
  const table = await TABLES[name]();
  expect(table.columns.map(({ id, heading }) => `${id} | ${heading.vi} | ${heading.en}`)).toEqual(pinned(name));
  const ids = pinned(name).map((line) => line.split(" | ")[0] ?? "");
  const folder = filled();
  const csv = await printed(folder, { table: name, format: "csv" });
  expect(csv.split("\r\n")[0]?.split(",")).toEqual(ids);
  const [first = ""] = (await printed(folder, { table: name, format: "ndjson" })).split("\n");
  expect(Object.keys(JSON.parse(first))).toEqual(ids);
  const [row] = JSON.parse(await printed(folder, { table: name, format: "json" }));
  expect(Object.keys(row)).toEqual(ids);
  for (const [at, lang] of (["vi", "en"] as const).entries()) {
    const dialect = excelDialect("semicolon", { list: null, decimal: null }, lang);
    const [heading]: string[][] = parse([...csvChunks(table.columns, [], dialect, lang)].join(""), {
      bom: true,
      delimiter: ";",
    });
    expect(heading).toEqual(pinned(name).map((line) => line.split(" | ")[at + 1]));
  }
});

test("the keys of a visit: export, report --format json and ndjson", async () => {
  // The scan of another computer is one like the laptop's: it is pinned once.
  const inMachine = "machines[].scan.";
  const keys = keysOf(visitSchema);
  const insides = (head: string): string[] =>
    keys.filter((key) => key.startsWith(head)).map((key) => key.slice(head.length));
  expect(insides(inMachine)).toEqual(insides("scan."));
  expect(keys.filter((key) => !key.startsWith(inMachine))).toEqual(pinned("visit"));
  const known = pinned("visit");
  const folder = filled();
  const store = openStore(folder, "en");
  onTestFinished(() => store.close());
  const stored = store.get(whole.id);
  const { export: mark, ...exported } = JSON.parse(visitJson(marked(stored, contentHash(stored), [])));
  expect(Object.keys(mark)).toEqual(["sha256", "earlier"]);
  const [{ export: _array, ...reported }] = JSON.parse(await printed(folder, { format: "json" }));
  const { export: _lines, ...line } = JSON.parse(await printed(folder, { format: "ndjson" }));
  // What is written is what the schema knows, and in one order.
  expect([reported, line]).toEqual([exported, exported]);
  expect(Object.keys(reported)).toEqual(Object.keys(visitSchema.shape));
  expect(JSON.stringify(visitSchema.parse(exported))).toBe(JSON.stringify(exported));
  const heads = new Set(known.map((key) => key.replace(/\?$/u, "").replaceAll(/\[[a-z]+=\w+\]/giu, "[]")));
  const free = [...FREE, ...FREE.map((key) => key.replace(/^scan\./u, inMachine))];
  const written = keysIn(exported, free).map((key) => key.replace(inMachine, "scan."));
  expect(written.filter((key) => !heads.has(key))).toEqual([]);
});

/** Objects whose keys are ids of questions and the like, pinned elsewhere. */
const FREE = ["survey", "safety", "devices[].answers", "scan.verdict.findings[].params", "scan.evidence.options"];

test("the keys of scan --json and judge --json", async () => {
  const seen = new Set<string>();
  for (const { make } of FAULTS) {
    const evidence = record(make(HEALTHY));
    const document = await scanDocument({ evidence, verdict: judge(evidence), visit: whole, lang: "en" });
    // Evidence is pinned with the visit: here only that it is there, whole.
    for (const key of keysIn(document, ["evidence", "verdict.findings[].params"])) seen.add(key);
    expect(document["evidence"]).toEqual(evidence);
    const alone = await scanDocument({ evidence, verdict: judge(evidence), visit: null, lang: "vi" });
    expect(Object.keys(alone)).toEqual(Object.keys(document));
    expect(alone["visit"]).toBeNull();
  }
  expect([...seen].toSorted()).toEqual(pinned("scan-document"));
});
