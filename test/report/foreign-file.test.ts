import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { run as runCompare } from "../../src/commands/compare.ts";
import { run as runReport } from "../../src/commands/report.ts";
import { run as runUpload } from "../../src/commands/upload.ts";
import { run as runVisits } from "../../src/commands/visits.ts";
import { UserError } from "../../src/base/exit.ts";
import { LANGS } from "../../src/base/languages.ts";
import { TABLE_NAMES } from "../../src/report/tables.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, finding, NOW, scan, scratch, site, visit } from "../visit/helpers/sample.ts";
import { testContext, type TestContext } from "./helpers.ts";

function office(lang: "vi" | "en"): TestContext {
  const folder = scratch();
  const store = openStore(folder, "en");
  for (const offset of [0, 60_000])
    store.create(
      visit(
        {
          finishedAt: "2026-11-21T10:00:00+07:00",
          site: site("UBND xã"),
          devices: [device("d1", {})],
          scan: scan("faulty", [], [finding()]),
        },
        { now: NOW + offset },
      ),
    );
  store.close();
  return testContext(folder, { lang });
}

/** Every way in which a file is written. */
const WRITERS: readonly (readonly [string, (context: TestContext["context"], file: string) => Promise<unknown>])[] = [
  ["record", (context, output) => runReport(context, [], { format: "html", output })],
  ["summary", (context, output) => runReport(context, [], { output })],
  ["visits as JSON", (context, output) => runReport(context, [], { format: "json", all: true, output })],
  ["visits as lines", (context, output) => runReport(context, [], { format: "ndjson", all: true, output })],
  ...TABLE_NAMES.flatMap((table) => [
    [
      table,
      (context: TestContext["context"], output: string) => runReport(context, [], { table, all: true, output }),
    ] as const,
    [
      `${table} for Excel`,
      (context: TestContext["context"], output: string) =>
        runReport(context, [], { table, all: true, excel: true, format: "csv", csvSep: "semicolon", output }),
    ] as const,
    [
      `${table} as JSON`,
      (context: TestContext["context"], output: string) =>
        runReport(context, [], { table, all: true, format: "json", output }),
    ] as const,
  ]),
  ["comparison", (context, output) => runCompare(context, [], { site: site("UBND xã").id, output })],
  ["export", (context, output) => runVisits(context, ["export"], { all: true, output })],
  ["bundle", (context, output) => runUpload(context, [], { bundle: output, all: true })],
];

const FOREIGN: Readonly<Record<string, Buffer>> = {
  letter: Buffer.from("Kính gửi Trung tâm,\r\nqbrecover đã kiểm tra xong.\r\n"),
  page: Buffer.from('<!doctype html>\n<html lang="vi"><title>qbrecover</title>'),
  table: Buffer.from("\uFEFFma,ten,so_luong\r\n1,máy tính,3\r\n"),
  data: Buffer.from('{"name":"khac","version":1}'),
  picture: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
  packed: gzipSync(Buffer.from("hello")),
  "packed and broken": Buffer.from([0x1f, 0x8b, 8, 1, 2, 3]),
};

describe("a file that is in the way", () => {
  it.each(LANGS)("is replaced where it is a report, whatever the language (%s)", async (lang) => {
    for (const [name, write] of WRITERS) {
      const { context } = office(lang);
      const other = { ...context, lang: lang === "vi" ? ("en" as const) : ("vi" as const) };
      const file = path.join(context.cwd, "x.ndjson.gz");
      await write(context, file);
      const first = statSync(file).ino;
      await write(other, file);
      expect([name, statSync(file).ino]).not.toEqual([name, first]);
    }
  });

  it.each(Object.entries(FOREIGN))(
    "is left alone where it is a %s, and replaced with --force",
    async (_name, bytes) => {
      const { context } = office("vi");
      const output = path.join(context.cwd, "x.ndjson.gz");
      writeFileSync(output, bytes);
      for (const [name, write] of WRITERS) {
        const said: unknown = await write(context, output).then(
          () => "replaced it",
          (error: unknown) => (error instanceof UserError ? error.message : error),
        );
        expect([name, said]).toEqual([name, expect.stringMatching(/không phải do qbrecover ghi.*--force/u)]);
        expect([name, readFileSync(output).equals(bytes)]).toEqual([name, true]);
      }
      await runReport(context, [], { format: "html", output, force: true });
      expect(readFileSync(output, "utf8")).toContain("BIÊN BẢN");
    },
  );

  it("is no question where it is empty, or nothing is there", async () => {
    const { context } = office("vi");
    const output = path.join(context.cwd, "empty");
    writeFileSync(output, "");
    await runReport(context, [], { output });
    await runReport(context, [], { output: path.join(context.cwd, "new") });
    expect(existsSync(path.join(context.cwd, "new"))).toBe(true);
    expect(readFileSync(output, "utf8")).toContain("UBND xã");
  });
});
