import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { isCurrent, refOf, unitRefOf, type Unit } from "../../src/units/unit.ts";
import { BUILTIN_LISTS } from "../../src/units/builtin.ts";
import { bareWords, keyOf } from "../../src/units/words.ts";
import { units } from "./support.ts";

const all = units.tables.flatMap((table) => table.all());
const inList = (list: string): Unit[] => all.filter((unit) => unit.list === list);

describe("the lists that come with the product", () => {
  it("hold every commune of today, and the former ones with what each became", () => {
    expect(units.lists).toEqual(BUILTIN_LISTS);
    expect(BUILTIN_LISTS.map((list) => inList(list).length)).toEqual([3321, 10_490, 11]);
    expect(new Set(all.map(refOf)).size).toBe(all.length);
    const former = inList("vn-2025-06");
    expect(former.filter((unit) => /^\d{5}$/u.test(unit.code))).toHaveLength(10_034);
    expect(former.filter((unit) => units.today(unit)?.list !== "vn-2025-07").map(refOf)).toEqual([]);
    expect(inList("vn-2025-07").every((unit) => isCurrent(unit) && units.today(unit)?.code === unit.code)).toBe(true);
    expect(units.provinces()).toHaveLength(34);
    expect(units.ofToday("44")).toHaveLength(78);
  });

  it("keep what stored visits and filled sheets refer to: the same communes under the same codes", () => {
    const promised: { list: string; code: string; name: string; today: string }[] = parse(
      readFileSync(path.join(import.meta.dirname, "../../fixtures/units/promised.csv")),
      { columns: true },
    );
    expect(promised).toHaveLength(197);
    for (const { list, code, name, today } of promised) {
      const unit = units.byRef(`${list}:${code}`);
      // Two townships were written with "NT" for the state farm that they grew from.
      expect(unit?.name).toBe(name.replace("Thị trấn NT ", "Thị trấn "));
      expect(unit === null ? undefined : (units.today(unit)?.code ?? "")).toBe(today);
    }
  });

  it("have a middle for every commune of today, within its country, and none for those that are gone", () => {
    const points = inList("vn-2025-07").flatMap(({ point }) => (point === null ? [] : [point]));
    expect(points).toHaveLength(3321);
    expect(points.every(({ lat, lon }) => lat > 6 && lat < 23.5 && lon > 102 && lon < 117)).toBe(true);
    expect(units.byRef("vn-2025-07:19564")?.point).toEqual({ lat: 16.5802, lon: 106.9026 });
    expect(inList("vn-2025-06").every(({ point }) => point === null)).toBe(true);
  });

  it("are folded beforehand, and sorted so", () => {
    expect(all.map(({ name }) => keyOf(bareWords(name).words))).toEqual(
      all
        .map(({ name }) => keyOf(bareWords(name).words))
        .toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0)),
    );
    const keys = new Set(units.tables.flatMap((table) => table.keys()));
    expect(all.filter(({ name }) => !keys.has(keyOf(bareWords(name).words)))).toEqual([]);
    expect([...keys].filter((key) => !/^[a-z0-9]+$/u.test(key))).toEqual([]);
  });

  it("write Hòa, never Hoà, as resolutions do", () => {
    expect(all.filter(({ name }) => /o[àáảãạ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/iu.test(name.normalize("NFC")))).toEqual(
      [],
    );
    expect(all.filter(({ name }) => !/^\p{Lu}/u.test(name))).toEqual([]);
    expect(units.byRef("vn-2025-07:18901")?.name).toBe("Xã Minh Hóa");
    expect(units.byRef("vn-2025-07:01921")?.name ?? "").not.toContain("Hoà");
  });

  it("know where the seeds' five communes went, what a code was used for, and the former ones of a commune", () => {
    const now = (code: string): string | undefined => {
      const unit = units.byRef(`vn-2025-06:${code}`);
      return unit === null ? undefined : units.today(unit)?.name;
    };
    expect(["19219", "19213", "19222", "19192", "19147"].map(now)).toEqual([
      "Xã Quảng Ninh",
      "Xã Quảng Ninh",
      "Xã Ninh Châu",
      "Xã Thượng Trạch",
      "Xã Thượng Trạch",
    ]);
    const quangNinh = units.byRef("vn-2025-07:19207");
    expect(quangNinh === null ? null : unitRefOf(quangNinh)).toEqual({
      code: "19207",
      list: "vn-2025-07",
      name: "Xã Quảng Ninh",
    });
    expect(quangNinh === null ? [] : units.formerOf(quangNinh).map(refOf)).toEqual([
      "vn-2025-06:19207",
      "vn-2025-06:19210",
      "vn-2025-06:19213",
      "vn-2025-06:19219",
      "vn-2020-10:19201",
      "vn-2020-10:19207",
    ]);
  });
});
