import { readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { run as runCompare } from "../../src/commands/compare.ts";
import { run as runReport } from "../../src/commands/report.ts";
import { run as runScan } from "../../src/commands/scan.ts";
import { run as runUpload } from "../../src/commands/upload.ts";
import { run as runVisits } from "../../src/commands/visits.ts";
import { TABLE_NAMES } from "../../src/report/tables.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { NOW, device, finding, machine, scan, scratch, site, visit } from "../visit/helpers/sample.ts";
import { testContext, type TestContext } from "./helpers.ts";

/** A visit with everything that counts, of the field or of the practice office. */
function made(practice: boolean, offset: number, change: Partial<Visit> = {}): Visit {
  const told = scan("faulty", [], [finding()]);
  const evidence = practice
    ? { ...told.evidence, profile: { ...told.evidence.profile, id: "practice" } }
    : told.evidence;
  const name = practice ? "Trường tập" : "UBND thật";
  return visit(
    {
      finishedAt: "2026-11-21T10:00:00+07:00",
      site: site(name),
      survey: { grid: "da_co" },
      devices: [device("d1", { triage: { disposition: "REPLACE", rule: "G10", flags: [], advice: [] } })],
      scan: { evidence, verdict: told.verdict },
      machines: [machine("PC-01")],
      ...change,
    },
    { now: NOW + offset },
  );
}
const REAL = made(false, 0);
const EXERCISE = made(true, 60_000);

function office(lang: "vi" | "en" = "vi"): TestContext {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const each of [REAL, EXERCISE]) store.create(each);
  store.close();
  return testContext(folder, { lang });
}
async function report(options: Record<string, unknown>, args: readonly string[] = []): Promise<TestContext> {
  const filled = office();
  await runReport(filled.context, args, options);
  return filled;
}
const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

describe("an exercise in the practice office", () => {
  it.each(TABLE_NAMES.filter((name) => name !== "needs" && name !== "priority"))(
    "is marked in the table %s",
    async (table) => {
      const rows = csvRows((await report({ table, all: true, format: "csv" })).stdout());
      const marks = new Map(rows.map((row) => [row["visit_id"], row["practice"]]));
      expect(marks).toEqual(
        new Map([
          [REAL.id, ""],
          [EXERCISE.id, "practice"],
        ]),
      );
      const sheet = await report({ table, all: true, excel: true, csvSep: "comma" });
      expect(
        sheet
          .stdout()
          .split("\r\n")
          .filter((line) => line.endsWith(",LUYỆN TẬP")),
        // The laptop's row and that of the other computer.
      ).toHaveLength(table === "machines" ? 2 : 1);
    },
  );

  it.each(["needs", "priority"] as const)("counts for nothing in %s, unless it is asked for alone", async (table) => {
    const places = async (options: Record<string, unknown>): Promise<string[]> => {
      const rows = csvRows((await report({ [table]: true, format: "csv", ...options })).stdout());
      return [...new Set(rows.map((row) => `${row["site_name"]}${row["practice"] === "" ? "" : "!"}`))].filter(
        (one) => !/^!?$/u.test(one),
      );
    };
    expect(await places({})).toEqual(["UBND thật"]);
    expect(await places({ practice: true })).toEqual(["Trường tập!"]);
    const named = await report({ [table]: true, format: "csv" }, [EXERCISE.id]);
    expect(csvRows(named.stdout())).toEqual([]);
    const read = await report({ [table]: true, practice: true });
    expect(read.stdout()).toMatch(/^\*\*\* LUYỆN TẬP – KHÔNG PHẢI SỐ LIỆU THẬT \*\*\*\n/u);
    expect(read.stderr()).toContain("LUYỆN TẬP");
    expect((await report({ [table]: true })).stdout()).not.toContain("LUYỆN TẬP");
  });

  it("is marked all across the printed record, and in its text", async () => {
    const paper = (await report({ format: "html" }, [EXERCISE.id])).stdout();
    expect(paper).toContain('<div class="practice">LUYỆN TẬP</div>');
    expect(paper).toMatch(/\.practice \{ position: fixed; inset: 0;/u);
    expect(paper).toContain("<title>LUYỆN TẬP – ");
    expect((await report({ format: "html" }, [REAL.id])).stdout()).not.toContain("LUYỆN TẬP");
    expect((await report({ format: "text" }, [EXERCISE.id])).stdout()).toMatch(/^\*\*\* LUYỆN TẬP/u);
    expect((await report({ format: "text" }, [REAL.id])).stdout()).not.toContain("LUYỆN TẬP");
  });

  it("is marked in lists, exports and their names, and comes back the same", async () => {
    const { context, stdout } = office();
    await runVisits(context, ["list"], {});
    expect(stdout()).toMatch(/08:31 \* .*\n.*08:30 {3}.*\n\* LUYỆN TẬP\n$/u);
    expect(await runVisits(context, ["export"], { all: true, output: "out" })).toBe(0);
    const names = readdirSync(path.join(context.cwd, "out"));
    expect(names.filter((name) => name.startsWith("luyen-tap_qb_")).map((name) => name.includes(EXERCISE.id))).toEqual([
      true,
    ]);
    const [real, exercise] = JSON.parse((await report({ all: true, format: "json" })).stdout());
    expect([real.export.practice, exercise.export.practice]).toEqual([undefined, true]);
    const centre = testContext(scratch(), { cwd: context.cwd });
    expect(await runVisits(centre.context, ["import", "out"], {})).toBe(0);
    const store = openStore(centre.context.dataDir, "en", "read");
    expect([...store.iterate({})]).toEqual([REAL, EXERCISE]);
    store.close();
  });

  it("is not compared with the field by itself, and says what it is where it is named", async () => {
    const { context, stdout } = office();
    await expect(runCompare(context, [], { site: EXERCISE.site?.id })).rejects.toThrow(EXERCISE.site?.id);
    expect(await runCompare(context, [REAL.id, EXERCISE.id], {})).toBe(0);
    expect(stdout()).toMatch(/^\*\*\* LUYỆN TẬP/u);
  });

  it("is sent only by those who say that they practise, and then nothing else is", async () => {
    const { context, stderr } = office();
    const bundle = async (args: readonly string[], options: Record<string, unknown>): Promise<string> => {
      await runUpload(context, args, { bundle: "b", ...options });
      const centre = testContext(scratch(), { cwd: context.cwd });
      await runVisits(centre.context, ["import", "b.ndjson.gz"], {});
      const store = openStore(centre.context.dataDir, "en", "read");
      const names = store.list({}).map((one) => one.site?.name);
      store.close();
      return names.join(" ");
    };
    expect(await bundle([], {})).toBe("UBND thật");
    expect(stderr()).not.toContain("LUYỆN TẬP");
    expect(await bundle([], { practice: true })).toBe("Trường tập");
    expect(stderr()).toContain("LUYỆN TẬP");
    await expect(bundle([EXERCISE.id], {})).rejects.toThrow("--practice");
    await expect(bundle([REAL.id], { practice: true })).rejects.toThrow("--practice");
  });

  it("takes no real scan", async () => {
    const { context } = office();
    await expect(runScan(context, [], { batch: true, visit: EXERCISE.id })).rejects.toThrow(EXERCISE.id);
    const store = openStore(context.dataDir, "en", "read");
    expect(store.get(EXERCISE.id)).toEqual(EXERCISE);
    store.close();
  });
});
