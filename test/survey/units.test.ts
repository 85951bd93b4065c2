import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_UNITS, currentUnitOf, formerUnitsOf } from "../../src/survey/units/all-units.ts";
import { bareName, findUnits } from "../../src/survey/units/find-units.ts";
import { CURRENT_LIST, unitRefOf } from "../../src/survey/units/unit.ts";
import { foldText } from "../../src/base/fold.ts";

const names = (query: string): string[] => findUnits(query).map(({ unit }) => `${unit.list} ${unit.code} ${unit.name}`);

describe("the lists", () => {
  it("holds 145 old and 41 new units, each old one in exactly one new one that exists", () => {
    const old = ALL_UNITS.filter((unit) => unit.list === "vn-2025-06");
    const now = ALL_UNITS.filter((unit) => unit.list === CURRENT_LIST);
    expect([old.length, now.length]).toEqual([145, 41]);
    expect(old.every((unit) => currentUnitOf(unit) !== null)).toBe(true);
    expect(now.every((unit) => formerUnitsOf(unit).some((former) => former.list === "vn-2025-06"))).toBe(true);
    expect(new Set(ALL_UNITS.map((unit) => `${unit.list} ${unit.code}`)).size).toBe(ALL_UNITS.length);
  });

  it("re-uses every new code, which is why a code never travels alone", () => {
    const old = new Set(ALL_UNITS.filter((unit) => unit.list === "vn-2025-06").map((unit) => unit.code));
    expect(ALL_UNITS.filter((unit) => unit.list === CURRENT_LIST && old.has(unit.code))).toHaveLength(41);
    expect(
      unitRefOf({ code: "19207", list: "vn-2025-07", name: "Xã Quảng Ninh", district: "", currentCode: "19207" }),
    ).toEqual({
      code: "19207",
      list: "vn-2025-07",
      name: "Xã Quảng Ninh",
    });
  });

  it("knows where the seeds' five communes went", () => {
    const now = (code: string): string | undefined => {
      const unit = ALL_UNITS.find((each) => each.list === "vn-2025-06" && each.code === code);
      return unit === undefined ? undefined : currentUnitOf(unit)?.name;
    };
    expect(["19219", "19213", "19222", "19192", "19147"].map(now)).toEqual([
      "Xã Quảng Ninh",
      "Xã Quảng Ninh",
      "Xã Ninh Châu",
      "Xã Thượng Trạch",
      "Xã Thượng Trạch",
    ]);
  });
});

describe("findUnits", () => {
  it.each([
    "Hàm Ninh",
    "hàm ninh",
    "ham ninh",
    "Xã Hàm Ninh",
    "xa ham ninh",
    "HAM NINH",
    "Hàm Ninh".normalize("NFD"),
    "  hàm   ninh ",
  ])("finds %j", (query) => {
    expect(names(query)[0]).toBe("vn-2025-06 19219 Xã Hàm Ninh");
  });

  it("puts either placement of the tone mark first", () => {
    expect(names("Hoà Trạch")).toEqual(names("Hòa Trạch"));
    expect(names("Lệ Thuỷ")[0]).toBe("vn-2025-07 19249 Xã Lệ Thủy");
  });

  it("ranks the exact diacritics before a look-alike, and newest list first among equals", () => {
    expect(names("Đông Trạch")).toEqual(["vn-2025-07 19159 Xã Đông Trạch", "vn-2025-06 19159 Xã Đồng Trạch"]);
    expect(names("Đồng Trạch")[0]).toBe("vn-2025-06 19159 Xã Đồng Trạch");
    expect(names("Minh Hóa").slice(0, 2)).toEqual(["vn-2025-07 18901 Xã Minh Hóa", "vn-2025-06 18931 Xã Minh Hóa"]);
  });

  it("says all places that a bare code may mean, and one where the list is given", () => {
    expect(names("19207")).toEqual([
      "vn-2025-07 19207 Xã Quảng Ninh",
      "vn-2025-06 19207 Thị trấn Quán Hàu",
      "vn-2020-10 19207 Xã Lương Ninh",
    ]);
    expect(names("vn-2025-06:19207")).toEqual(["vn-2025-06 19207 Thị trấn Quán Hàu"]);
  });

  it("finds names that were gone before 7/2025, and does not guess what it cannot know", () => {
    const [hoaPhuc] = findUnits("Hóa Phúc");
    expect(hoaPhuc?.unit.list).toBe("vn-2020-10");
    expect(hoaPhuc === undefined ? undefined : currentUnitOf(hoaPhuc.unit)).toBeNull();
    expect(findUnits("TT Quán Hàu").length).toBeGreaterThan(0);
  });

  it("finds nothing for nothing", () => {
    expect([findUnits(""), findUnits("   "), findUnits("xyz"), findUnits("xã "), findUnits("99999")]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it("finds every unit by its name as written, without diacritics, decomposed, with and without kind", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_UNITS),
        fc.constantFrom("plain", "fold", "nfd", "bare", "foldBare"),
        (unit, how) => {
          const query = {
            plain: unit.name,
            fold: foldText(unit.name),
            nfd: unit.name.normalize("NFD"),
            bare: bareName(unit.name),
            foldBare: foldText(bareName(unit.name)),
          }[how];
          const found = findUnits(query).filter((match) => match.rank <= 2);
          expect(found.map((match) => match.unit)).toContain(unit);
        },
      ),
    );
  });

  it("never throws on hostile input", () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(Array.isArray(findUnits(query))).toBe(true);
      }),
    );
  });
});
