import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { SCHEMA_NAMES, type SchemaName } from "../../src/base/option-values.ts";
import { run as runProfile } from "../../src/commands/profile.ts";
import { run as runReport } from "../../src/commands/report.ts";
import { run as runSchema } from "../../src/commands/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { scanDocument } from "../../src/report/scan-document.ts";
import { TABLE_NAMES } from "../../src/report/tables.ts";
import { openStore } from "../../src/visit/store.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";
import { device, finding, machine, scan, scratch, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";

const whole = visit({
  finishedAt: "2026-11-21T09:00:00+07:00",
  survey: { grid: "da_co", damaged_pc: 3 },
  devices: [device("d1", { override: { disposition: "REPLACE", reason: "cháy", by: "Tổ 1", at: "2026-11-21" } })],
  scan: scan("faulty", [], [finding()]),
  machines: [machine("PC-01")],
});

// Another validator than the one that the schemas come from.
async function problemsWith(name: SchemaName): Promise<(document: unknown) => readonly string[]> {
  const { context, stdout } = testContext(scratch());
  expect(await runSchema(context, [name], {})).toBe(0);
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(stdout()));
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

test("scan: every fault and a healthy office, with and without a visit, is as the schema says", async () => {
  const problems = await problemsWith("scan");
  for (const make of [(): typeof HEALTHY => HEALTHY, ...FAULTS.map((one) => one.make)]) {
    const evidence = record(make(HEALTHY));
    const input = { evidence, verdict: judge(evidence), lang: "vi" } as const;
    for (const document of [
      await scanDocument({ ...input, visit: whole }),
      await scanDocument({ ...input, visit: null }),
    ]) {
      expect(problems(JSON.parse(JSON.stringify(document)))).toEqual([]);
      expect(problems({ ...document, more: 1 })).not.toEqual([]);
      const { systems: _left, ...less } = document;
      expect(problems(less)).not.toEqual([]);
    }
  }
});

test("visit and report: what is stored comes out as the schemas say, in every table", async () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  store.create(whole);
  store.close();
  const printed = async (options: Record<string, unknown>): Promise<string> => {
    const { context, stdout } = testContext(folder);
    await runReport(context, [], { ...options, all: true });
    return stdout();
  };
  const visitProblems = await problemsWith("visit");
  const line: unknown = JSON.parse(await printed({ format: "ndjson" }));
  expect(visitProblems(line)).toEqual([]);
  expect(visitProblems({ ...whole, stage: "between" })).not.toEqual([]);
  const reportProblems = await problemsWith("report");
  expect(reportProblems(JSON.parse(await printed({ format: "json" })))).toEqual([]);
  for (const table of TABLE_NAMES) {
    const rows = JSON.parse(await printed({ format: "json", table })) as Record<string, unknown>[];
    expect([table, rows.length > 0]).toEqual([table, true]);
    expect([table, reportProblems(rows)]).toEqual([table, []]);
    expect([table, reportProblems(rows.map((row) => ({ ...row, more: 1 })))]).not.toEqual([table, []]);
  }
});

test("profile: the shipped profiles pass, and `profile schema` is its other name", async () => {
  const problems = await problemsWith("profile");
  for (const id of ["quang-tri-2025", "quang-binh-2020", "practice"]) {
    const { context, stdout } = testContext(scratch());
    await runProfile(context, ["show", id], { json: true });
    expect([id, problems(JSON.parse(stdout()))]).toEqual([id, []]);
  }
  expect(problems({ id: "x" })).not.toEqual([]);
  const [old, today] = [testContext(scratch()), testContext(scratch())];
  await runProfile(old.context, ["schema"], {});
  await runSchema(today.context, ["profile"], {});
  expect(today.stdout()).toBe(old.stdout());
  expect(SCHEMA_NAMES).toContain("profile");
});
