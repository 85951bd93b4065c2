import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { qbrecover } from "../support/qbrecover.ts";
import { QUICK, scratch, TRACE } from "./offices.ts";

const visitFile = z.looseObject({ id: z.uuid(), technician: z.string() });
const practice = (folder: string, ...more: string[]) =>
  qbrecover(["practice", "--batch", "--json", "--save", "--data-dir", folder, ...QUICK, ...more]);
const SITE = [
  "--site",
  'UBND xã, "mới"; =1+1',
  "--unit",
  "vn-2025-07:19207",
  "--technician",
  "Kỹ thuật viên",
  "--campaign",
  "thu-nghiem",
];

describe("a stored visit", () => {
  it("is listed, shown, and comes out of report in every format", async () => {
    const folder = scratch();
    const { stdout } = await practice(folder, ...SITE, "--fault", "server-down");
    const id = z.object({ visit: z.object({ id: z.uuid() }) }).parse(JSON.parse(stdout)).visit.id;
    const call = (...args: string[]) => qbrecover([...args, "--data-dir", folder, "--lang", "en"]);
    expect((await call("visits", "list")).stdout).toMatch(/UBND xã/u);
    expect((await call("visits", "show", id.slice(0, 20))).stdout).toContain(id);
    for (const format of ["json", "ndjson", "csv", "text", "html"]) {
      const { exitCode, stdout: told, stderr } = await call("report", id, "--format", format);
      expect({ format, exitCode, stderr, named: told.includes("UBND xã") }).toEqual({
        format,
        exitCode: 0,
        stderr: "",
        named: true,
      });
    }
    for (const table of ["findings", "systems", "devices", "visits", "survey", "needs", "priority"]) {
      const { exitCode, stderr } = await call("report", "--all", "--table", table, "--format", "csv");
      expect({ table, exitCode, stderr }).toEqual({ table, exitCode: 0, stderr: "" });
    }
    expect((await call("report", "--all", "--table", "findings", "--format", "csv")).stdout).toContain("SERVER_DOWN");
  });

  it("goes to another folder and comes out the same; twice changes nothing; a conflict is told and never overwritten", async () => {
    const [from, to] = [scratch(), scratch()];
    await practice(from, ...SITE);
    const file = path.join(from, "visit.json");
    await qbrecover(["visits", "export", "--all", "-o", file, "--data-dir", from]);
    const original: unknown = JSON.parse(readFileSync(file, "utf8"));
    const take = (name: string) => qbrecover(["visits", "import", name, "--data-dir", to, "--lang", "en"]);
    // The order of keys is nobody's data.
    const stored = async (): Promise<unknown> =>
      JSON.parse((await qbrecover(["visits", "export", "--all", "--data-dir", to])).stdout);

    expect(await take(file)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("1 new") });
    expect(await stored()).toEqual(original);
    expect(await take(file)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("0 new, 1 already there") });
    expect(await stored()).toEqual(original);

    const other = path.join(from, "other.json");
    // With the mark of its export it would be a file that was damaged on the way.
    const { export: _mark, ...bare } = visitFile.parse(original);
    writeFileSync(other, JSON.stringify({ ...bare, technician: "someone else" }));
    const conflict = await take(other);
    expect(conflict).toMatchObject({ exitCode: 78, stdout: expect.stringContaining("1 conflict") });
    expect(conflict.stderr).toContain("other.json");
    expect(conflict.stderr).not.toMatch(TRACE);
    expect(await stored()).toEqual(original);
  });

  it("a folder with right and wrong files: the right ones are taken, each wrong one has its line", async () => {
    const [from, to] = [scratch(), scratch()];
    await practice(from);
    await practice(from);
    const folder = path.join(from, "stick");
    mkdirSync(folder);
    await qbrecover(["visits", "export", "--all", "-o", `${folder}/`, "--data-dir", from]);
    writeFileSync(path.join(folder, "cut.json"), '{"schemaVersion":1,');
    writeFileSync(path.join(folder, "other.json"), "[]");
    const { exitCode, stdout, stderr } = await qbrecover([
      "visits",
      "import",
      folder,
      "--data-dir",
      to,
      "--lang",
      "en",
    ]);
    expect(exitCode).toBe(78);
    expect(stdout).toMatch(/2 new, 0 already there, 0 conflicts, 2 errors/u);
    expect(stderr.trim().split("\n")).toHaveLength(2);
  });
});

describe("several processes on one store", () => {
  it("eight scans at once: eight visits, all readable", { timeout: 90_000 }, async () => {
    const folder = scratch();
    const calls = await Promise.all(Array.from({ length: 8 }, () => practice(folder)));
    expect(calls.map(({ stderr }) => stderr)).toEqual(calls.map(() => ""));
    const ids = calls.map(
      ({ stdout }) => z.object({ visit: z.object({ id: z.uuid() }) }).parse(JSON.parse(stdout)).visit.id,
    );
    const { stdout } = await qbrecover(["visits", "export", "--all", "--data-dir", folder]);
    const stored = stdout
      .trim()
      .split("\n")
      .map((line) => visitFile.parse(JSON.parse(line)).id);
    expect(stored.toSorted()).toEqual(ids.toSorted());
  });
});
