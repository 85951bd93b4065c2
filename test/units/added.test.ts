import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { addList } from "../../src/units/add-list.ts";
import { checkList } from "../../src/units/added-list.ts";
import { BUILTIN_LISTS } from "../../src/units/builtin.ts";
import { loadUnits } from "../../src/units/load.ts";
import { resolveUnit } from "../../src/units/resolve.ts";
import { refOf } from "../../src/units/unit.ts";
import { shown, units } from "./support.ts";

const folder = (): string => mkdtempSync(path.join(tmpdir(), "qb-units-"));
const NAME = { vi: "Từ 1/2027", en: "Since 1/2027" };

/** After a reform: two communes became one; a village that people name is part of another. */
const REFORM = {
  id: "vn-2027-01",
  name: NAME,
  units: [
    { code: "19564", name: "Xã Đakrông Mới", was: ["19564", "vn-2025-07:19567"], lat: 16.6, lon: 106.9 },
    { code: "klu", name: "Thôn Klu", now: "vn-2027-01:19564" },
    { code: "old-1", name: "Xã Xưa", province: "44", district: "Huyện Đa Krông", now: null },
  ],
};

async function add(dataDir: string, list: unknown, name = "list.json"): Promise<unknown> {
  const file = path.join(dataDir, name);
  writeFileSync(file, typeof list === "string" ? list : JSON.stringify(list));
  return addList(file, name, dataDir, "en").catch((error: unknown) => error);
}

describe("a list that was added", () => {
  it("has its units found by name and reference, and takes the place of those it names", async () => {
    const dataDir = folder();
    expect(await add(dataDir, REFORM)).toMatchObject({ id: "vn-2027-01", count: 3, replaced: false });
    const { units: both, broken } = await loadUnits(dataDir);
    expect(broken).toEqual([]);
    expect(both.lists).toEqual(["vn-2027-01", ...BUILTIN_LISTS]);
    const one = (query: string): string => {
      const resolved = resolveUnit(both, query, "44");
      const unit = resolved.kind === "one" ? both.today(resolved.unit) : null;
      return unit === null ? resolved.kind : shown(unit);
    };
    // Former Đa Krông -> Đakrông since 2025 -> the new one; Ba Lòng, too.
    expect(["Đakrông Mới", "Ba Lòng", "thôn Klu", "Xã Ba Nang", "vn-2025-07:19564", "vn-2027-01:klu"].map(one)).toEqual(
      Array.from({ length: 6 }, () => "vn-2027-01:19564 Xã Đakrông Mới"),
    );
    const now = both.byRef("vn-2027-01:19564");
    expect(now?.point).toEqual({ lat: 16.6, lon: 106.9 });
    expect(now === null ? [] : both.formerOf(now).map(refOf)).toEqual([
      "vn-2027-01:klu",
      "vn-2025-07:19564",
      "vn-2025-07:19567",
    ]);
    expect(both.ofToday("44")).toHaveLength(78 - 2 + 1);
    expect(one("Xã Xưa")).toBe("one");
    // The rest of the country is as it was.
    expect(one("Cồn Cỏ")).toBe("vn-2025-07:19742 Đặc khu Cồn Cỏ");
    expect(both.provinceName("44")).toBe("Tỉnh Quảng Trị");
  });

  it("leaves a commune of today open where it was divided: nobody knows which part is meant", async () => {
    const dataDir = folder();
    const parts = ["a", "b"].map((code) => ({ code, name: `Xã Ba Lòng ${code}`, was: ["19567"] }));
    await add(dataDir, { id: "vn-2028-01", name: NAME, units: parts });
    const { units: both } = await loadUnits(dataDir);
    const old = both.byRef("vn-2025-07:19567");
    expect(old === null ? "no unit" : both.today(old)).toBeNull();
  });

  it("may be added again with corrections, never with a code missing: stored visits refer to it", async () => {
    const dataDir = folder();
    await add(dataDir, REFORM);
    const corrected = REFORM.units.map((unit) => ({ ...unit, name: unit.name.replace("Mới", "mới") }));
    expect(await add(dataDir, { ...REFORM, units: corrected })).toMatchObject({ replaced: true });
    const fewer = await add(dataDir, { ...REFORM, units: REFORM.units.slice(0, 1) });
    expect(String(fewer)).toContain("klu, old-1");
    expect((await loadUnits(dataDir)).units.byRef("vn-2027-01:klu")?.name).toBe("Thôn Klu");
    expect(readdirSync(path.join(dataDir, "units"))).toEqual(["units-vn-2027-01.json"]);
  });

  it("tells each mistake by place, expectation and what was found, and adds nothing", async () => {
    const dataDir = folder();
    const wrong = {
      id: "vn-2025-07",
      name: NAME,
      units: [
        { code: "1", name: "Xã Một", now: "vn-2025-07:00001" },
        { code: "1", name: "…", was: ["19564"], now: "19564" },
        { code: "2", name: "Xã Hai", lat: 17 },
        { code: "3", name: "Xã Ba", province: "99" },
      ],
    };
    const told = String(await add(dataDir, wrong));
    for (const part of [
      'id: expected the id of a new list: small letters, digits, hyphens, such as vn-2027-01; not one that comes with the tool; found "vn-2025-07"',
      'units[0].now: expected a unit that is known, such as vn-2025-07:19207; found "vn-2025-07:00001"',
      'units[1].code: expected each code once; found "1"',
      'units[1].name: expected a name with its kind, such as Xã Hàm Ninh; found "…"',
      "units[1].was: expected one of the two only: now or was",
      "units[2].lon: expected a longitude from -180 to 180, together with lat; found nothing",
      'units[3].province: expected the code of a province of today, 2 digits, such as 44; found "99"',
    ])
      expect(told).toContain(part);
    const shape = String(
      await add(dataDir, { id: "X", name: "Từ 2027", units: [{ code: "a b", name: 5, lat: 200, lon: 1, size: 3 }, 7] }),
    );
    for (const part of [
      "id: ",
      "name: expected names { vi, en }",
      "units[0].code: ",
      "units[0].name: ",
      "units[0].lat: ",
      "units[0].size: expected one of: code, name",
      "units[1]: ",
    ])
      expect(shape).toContain(part);
    for (const text of ["", "[1]", "units: [", '{"id":"vn-2027-01"}', "hello"])
      expect(await add(dataDir, text)).toBeInstanceOf(UserError);
    expect(readdirSync(dataDir)).toEqual(["list.json"]);
  });

  it("is taken from YAML, too", async () => {
    const dataDir = folder();
    const text =
      "id: thon-2026\nname: { vi: Thôn, en: Villages }\nunits:\n  - { code: a1, name: Thôn Khe Ngài, now: '19564' }\n";
    expect(await add(dataDir, text, "list.yaml")).toMatchObject({ id: "thon-2026", count: 1 });
  });

  it("does not take the others along when its file is spoiled", async () => {
    const dataDir = folder();
    await add(dataDir, REFORM);
    mkdirSync(path.join(dataDir, "units"), { recursive: true });
    writeFileSync(path.join(dataDir, "units", "units-broken.json"), '{"id":');
    const { units: rest, broken } = await loadUnits(dataDir);
    expect(broken.map((file) => path.basename(file))).toEqual(["units-broken.json"]);
    expect(rest.lists).toContain("vn-2027-01");
  });

  it("is checked whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkList(value, units, BUILTIN_LISTS).ok).toBe(false);
      }),
    );
  });
});
