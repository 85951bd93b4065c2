import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import config from "../../rolldown.config.ts";
import { NODE, qbrecover, tempHome } from "../checklist/support/cli.ts";

describe("units", () => {
  it("lists the lists, and one of them for a province", async () => {
    const home = tempHome();
    const lists = await qbrecover(home, "units", "list");
    expect(lists.status).toBe(0);
    for (const row of [/^vn-2025-07 +3321 /mu, /^vn-2025-06 +10490 /mu, /^vn-2020-10 +11 /mu])
      expect(lists.stdout).toMatch(row);
    const here = await qbrecover(home, "units", "list", "vn-2025-07", "--province", "44", "--json");
    const rows: { code: string; today: { lat: number } }[] = JSON.parse(here.stdout);
    expect([here.status, rows.length, rows.every(({ today }) => today.lat > 15 && today.lat < 19)]).toEqual([
      0,
      78,
      true,
    ]);
    for (const wrong of [
      ["list", "vn-1999"],
      ["list", "vn-2025-07", "--province", "99"],
      ["list", "vn-2025-07", "--province", "x"],
    ])
      expect((await qbrecover(home, "units", ...wrong)).status).toBe(64);
  });

  it("finds by any name, by code, and offers what is near", async () => {
    const home = tempHome();
    const found = await qbrecover(home, "units", "find", "xã", "Hàm", "Ninh,", "Quảng", "Bình", "--json");
    expect(JSON.parse(found.stdout)).toEqual([
      {
        list: "vn-2025-06",
        code: "19219",
        name: "Xã Hàm Ninh",
        district: "Huyện Quảng Ninh",
        province: "Tỉnh Quảng Bình",
        provinceCode: "44",
        today: {
          list: "vn-2025-07",
          code: "19207",
          name: "Xã Quảng Ninh",
          district: "",
          province: "Tỉnh Quảng Trị",
          provinceCode: "44",
          lat: 17.3871,
          lon: 106.6154,
        },
      },
    ]);
    const text = await qbrecover(home, "units", "find", "Hàm Ninh");
    expect(text.stdout.split("\n")[0]).toBe(
      "vn-2025-06:19219  Xã Hàm Ninh, Huyện Quảng Ninh, Tỉnh Quảng Bình → nay là Xã Quảng Ninh  [17.3871, 106.6154]",
    );
    const none = await qbrecover(home, "units", "find", "Hàm Ninhh");
    expect([none.status, none.stdout]).toEqual([64, ""]);
    expect(none.stderr).toContain("vn-2025-06:19219");
    const many = await qbrecover(home, "units", "find", "Tân");
    expect(many.stderr).toContain("--all");
    expect((await qbrecover(home, "units", "find", "Tân", "--all")).stdout.split("\n").length).toBeGreaterThan(200);
  });

  it("adds a list of the centre, whose names are taken from then on", async () => {
    const home = tempHome();
    const list = {
      id: "thon-2026",
      name: { vi: "Thôn", en: "Villages" },
      units: [{ code: "klu", name: "Thôn Klu", now: "19564" }],
    };
    writeFileSync(path.join(home, "thon.json"), JSON.stringify(list));
    writeFileSync(
      path.join(home, "sai.json"),
      JSON.stringify({ ...list, units: [{ code: "klu", name: "Thôn Klu", now: "1" }] }),
    );
    const wrong = await qbrecover(home, "units", "add", "sai.json");
    expect([wrong.status, wrong.stderr]).toEqual([
      78,
      expect.stringContaining('units[0].now: cần một đơn vị đã biết, ví dụ vn-2025-07:19207; thấy "1"'),
    ]);
    expect((await qbrecover(home, "units", "add", "missing.json")).status).toBe(78);
    expect(await qbrecover(home, "units", "add", "thon.json")).toMatchObject({ status: 0, stderr: "" });
    expect((await qbrecover(home, "units", "list")).stdout).toMatch(/^thon-2026 +1 +đã thêm +Thôn$/mu);
    writeFileSync(path.join(home, "a.csv"), "site,unit,,thôn klu\nsurvey,internet,,mat\n");
    expect((await qbrecover(home, "checklist", "--answers", "a.csv")).status).toBe(0);
    const visits = await qbrecover(home, "report", "--all", "--table", "visits");
    expect(visits.stdout).toContain("19564,vn-2025-07,Xã Đakrông,klu,thon-2026,Thôn Klu");
    // A file that was spoiled since is told, and takes nothing else along.
    writeFileSync(path.join(home, "units", "units-thon-2026.json"), "{");
    const spoiled = await qbrecover(home, "units", "find", "Đakrông");
    expect([spoiled.status, spoiled.stderr]).toEqual([0, expect.stringContaining("units-thon-2026.json")]);
  });

  it("is found the same in the bundled product, whose lists lie beside the code", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "qb-bundle-"));
    const { output, ...input } = config;
    const bundle = await rolldown({ ...input, input: path.resolve(import.meta.dirname, "../bench/find-unit.ts") });
    await bundle.write({ ...(Array.isArray(output) ? output[0] : output), dir });
    const chunks = readdirSync(path.join(dir, "chunks"));
    expect(statSync(path.join(dir, "chunks/vn.txt")).size).toBeGreaterThan(500_000);
    for (const file of chunks.filter((name) => name.endsWith(".mjs")))
      expect(readFileSync(path.join(dir, "chunks", file), "utf8")).not.toContain("Hàm Ninh");
    const script = `const { findOne } = await import("./find-unit.mjs"); await findOne("UBND xã Hàm Ninh, Quảng Bình"); await findOne("Đakrông");`;
    writeFileSync(path.join(dir, "run.mjs"), script);
    expect(await execa(NODE, [path.join(dir, "run.mjs")], { reject: false })).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
  });
});
