import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { SURVEY_QUESTIONS } from "../../src/survey/data/questions.ts";
import { visitSchema, type Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, finding, NOW, scan, scratch, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";

const first = visit({
  devices: [
    device("d1", { quantity: 20 }),
    device("d2", { override: { disposition: "REPLACE", reason: "cháy", by: "Tổ 1", at: "2026-11-21T09:00:00+07:00" } }),
  ],
  scan: scan("faulty", [], [finding()]),
});
const second = visit(
  { survey: { grid: "da_co", peak_cm: 120.5 }, safety: { s1: "khong" }, devices: [device("d3")] },
  { now: NOW + 86_400_000 },
);

function filled(...all: readonly Visit[]): string {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const each of all) store.create(each);
  store.close();
  return folder;
}

async function out(folder: string, options: Record<string, unknown>, args: string[] = []): Promise<string> {
  const { context, stdout } = testContext(folder);
  expect(await run(context, args, options)).toBe(0);
  return stdout();
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const ids = (rows: readonly Record<string, unknown>[]): unknown[] => rows.map((row) => row["visit_id"]);

test("by default the newest visit; by id, since a day, or all, oldest first", async () => {
  const folder = filled(second, first);
  expect(ids(rowsOf(await out(folder, { table: "visits" })))).toEqual([second.id]);
  expect(ids(rowsOf(await out(folder, { format: "csv" }, [first.id.slice(0, 12)])))).toEqual([first.id]);
  expect(ids(rowsOf(await out(folder, { table: "visits", since: "2026-11-22" })))).toEqual([second.id]);
  expect(ids(rowsOf(await out(folder, { table: "visits", all: true })))).toEqual([first.id, second.id]);
  expect(ids(rowsOf(await out(folder, { table: "devices", all: true })))).toEqual([first.id, first.id, second.id]);
});

test("visits, systems and survey tables carry what the centre adds up", async () => {
  const folder = filled(first, second);
  const [row] = rowsOf(await out(folder, { table: "visits" }, [first.id]));
  expect(row).toMatchObject({
    status: "faulty",
    root_cause: "GATEWAY_DOWN",
    devices: "21",
    clean_dry: "20",
    replace: "1",
    hold: "0",
    median_ms: "23.5",
    profile_id: "test-profile",
    unit_list: "vn-2025-07",
  });
  expect(rowsOf(await out(folder, { table: "systems", all: true }))).toMatchObject([
    { visit_id: first.id, system_id: "onestop", outcome: "failed", cause: "GATEWAY_DOWN", target: "onestop.test:443" },
  ]);
  const survey = rowsOf(await out(folder, { table: "survey" }))[0];
  expect(survey).toMatchObject({ grid: "da_co", peak_cm: "120.5", staff: "", safety_s1: "khong" });
  for (const { id } of SURVEY_QUESTIONS) expect(survey).toHaveProperty(id);
});

test("JSON and ndjson are whole visits that can be imported, or rows by column id", async () => {
  const folder = filled(first, second);
  const bare = ({ export: mark, ...visit }: Record<string, unknown>): unknown => {
    expect(mark).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    return visitSchema.parse(visit);
  };
  const whole: Record<string, unknown>[] = JSON.parse(await out(folder, { format: "json", all: true }));
  expect(whole.map(bare)).toEqual([first, second]);
  const lines = (await out(folder, { format: "ndjson", all: true })).trim().split("\n");
  expect(lines.map((line) => bare(JSON.parse(line)))).toEqual([first, second]);
  expect(JSON.parse(await out(folder, { format: "json", table: "devices" }, [first.id]))).toMatchObject([
    { visit_id: first.id, quantity: 20, complete: true, disposition: "CLEAN_DRY", override_by: null },
    { disposition: "REPLACE", triage_disposition: "CLEAN_DRY", override_reason: "cháy" },
  ]);
  expect(await out(filled(second), { format: "json", table: "systems" })).toBe("[]\n");
});

test("a table as text is aligned where it fits and a block a row where it does not", async () => {
  const text = await out(filled(first), { format: "text", table: "devices" });
  expect(text).toMatch(/^Visit: [0-9a-f-]{36}$/mu);
  expect(text).toMatch(/^Quantity: 20$/mu);
});

test("a file is written whole, and said so on stderr", async () => {
  const folder = filled(first);
  const { context, stdout, stderr } = testContext(folder);
  expect(await run(context, [], { table: "devices", output: "devices.csv" })).toBe(0);
  expect([stdout(), stderr()]).toEqual(["", "Wrote devices.csv\n"]);
  expect(rowsOf(readFileSync(path.join(folder, "devices.csv"), "utf8"))).toHaveLength(2);
});

test("what does not go together is told, with the right status", async () => {
  const folder = filled(first);
  const { context } = testContext(folder);
  for (const [args, options] of [
    [[], { excel: true, format: "json" }],
    [[], { table: "devices", needs: true }],
    [[first.id], { all: true }],
    [[], { format: "html", all: true }],
    [[], { format: "html", table: "devices" }],
    [[], { since: "2026-02-30" }],
    [["ffff"], {}],
  ] as const)
    await expect(run(context, args, options)).rejects.toMatchObject({ name: "UserError", exitCode: 64 });
  await expect(run(testContext(scratch()).context, [], {})).rejects.toMatchObject({ name: "UserError", exitCode: 78 });
});
