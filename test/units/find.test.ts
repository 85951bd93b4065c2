import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { foldText } from "../../src/base/fold.ts";
import { findUnits, sameUnits, SAME_NAME } from "../../src/units/find.ts";
import { nearUnits, offeredUnits } from "../../src/units/near.ts";
import { resolveUnit } from "../../src/units/resolve.ts";
import { refOf } from "../../src/units/unit.ts";
import { bareWords } from "../../src/units/words.ts";
import { HERE, shown, units } from "./support.ts";

const all = units.tables.flatMap((table) => table.all());
const names = (query: string): string[] => findUnits(units, query, HERE).map(({ unit }) => shown(unit));
const meant = (query: string, province: string | null = HERE): string | string[] => {
  const resolved = resolveUnit(units, query, province);
  if (resolved.kind === "one") return shown(resolved.unit);
  return resolved.kind === "none" ? [] : resolved.units.map(shown);
};

const DAKRONG = "vn-2025-07:19564 Xã Đakrông";
const HAM_NINH = "vn-2025-06:19219 Xã Hàm Ninh";

describe("a unit named in any form", () => {
  it.each([
    "Đakrông",
    "Xã Đakrông",
    "xã Đa Krông",
    "ĐAKRÔNG",
    "dakrong",
    "Dakrong, Quang Tri",
    "Xã Đakrông".normalize("NFD"),
    "X. Đakrông",
    "UBND xã Đakrông",
    "Ủy ban nhân dân xã Đakrông, tỉnh Quảng Trị",
    "xã Đakrông (Quảng Trị)",
    "19564",
    "19564 - Xã Đakrông",
    "vn-2025-07:19564",
    "vn-2025-07:Đakrông",
  ])("finds Đakrông by %j", (query) => {
    expect(meant(query)).toBe(DAKRONG);
    expect(meant(query, null)).toBe(DAKRONG);
  });

  it.each([
    "Hàm Ninh",
    "hàm  ninh ",
    "ham ninh",
    "xa ham ninh",
    "Hàm Ninh".normalize("NFD"),
    "xã Hàm Ninh, huyện Quảng Ninh",
    "Xã Hàm Ninh huyện Quảng Ninh tỉnh Quảng Bình",
    "Hàm Ninh - Quảng Ninh - Quảng Bình",
    "tỉnh Quảng Bình, huyện Quảng Ninh, xã Hàm Ninh",
    "Hàm Ninh cũ (nay là xã Quảng Ninh, Quảng Trị)",
  ])("finds the former Hàm Ninh by %j", (query) => {
    expect(meant(query)).toBe(HAM_NINH);
  });

  it.each([
    ["Diên Sanh", "vn-2025-07:19681 Xã Diên Sanh"],
    ["Đông Hà", "vn-2025-07:19333 Phường Đông Hà"],
    ["Cồn Cỏ", "vn-2025-07:19742 Đặc khu Cồn Cỏ"],
    ["đặc khu con co", "vn-2025-07:19742 Đặc khu Cồn Cỏ"],
    ["TT Quán Hàu", ["vn-2025-06:19207 Thị trấn Quán Hàu", "vn-2020-10:19201 Thị trấn Quán Hàu"]],
    ["TT NT Việt Trung", "vn-2025-06:19114 Thị trấn Việt Trung"],
    ["P1 Q8", "vn-2025-06:27418-phuong-1 Phường 1"],
    ["Phường Lâm Viên, Đà Lạt", "vn-2025-07:24778 Phường Lâm Viên - Đà Lạt"],
    ["Xá Lượng", "vn-2025-06:16921 Xã Xá Lượng"],
    ["Lệ Thuỷ", "vn-2025-07:19249 Xã Lệ Thủy"],
    ["Thượng Trạch", "vn-2025-07:19147 Xã Thượng Trạch"],
  ])("reads %j as %j", (query, wanted) => {
    // Two lists of the past have the township; both became the same commune of today.
    expect(meant(query)).toEqual(Array.isArray(wanted) ? "vn-2025-07:19207 Xã Quảng Ninh" : wanted);
  });

  it("asks where the name stands for several places, and where a code was used for other areas", () => {
    expect(meant("Minh Hoá")).toEqual(["vn-2025-07:18901 Xã Minh Hóa", "vn-2025-06:18931 Xã Minh Hóa"]);
    expect(meant("xã Hòa Trạch")).toEqual(["vn-2025-07:19033 Xã Hòa Trạch", "vn-2025-06:19183 Xã Hòa Trạch"]);
    expect(meant("xã Hòa Trạch, Bố Trạch")).toBe("vn-2025-06:19183 Xã Hòa Trạch");
    expect(meant("19207")).toEqual([
      "vn-2025-07:19207 Xã Quảng Ninh",
      "vn-2025-06:19207 Thị trấn Quán Hàu",
      "vn-2020-10:19207 Xã Lương Ninh",
    ]);
    // A commune that was split is not decided for anybody.
    expect(meant("Phường 13, quận Gò Vấp")).toHaveLength(2);
  });

  it("means the profile's province first, other provinces only where it has none, and asks where it has a look-alike", () => {
    expect(meant("Vĩnh Hoàng")).toBe("vn-2025-07:19372 Xã Vĩnh Hoàng");
    expect(meant("Tân Lập")).toBe("vn-2025-07:19462 Xã Tân Lập");
    expect(meant("Tân Lập", null).length).toBeGreaterThan(10);
    expect(meant("Hải Lăng")).toBe("vn-2025-07:19702 Xã Hải Lăng");
    expect(meant("Văn Miếu")).toBe("vn-2025-07:08611 Xã Văn Miếu");
    // Phường Đông Hà is here, communes called Xã Đông Hà are elsewhere.
    expect(meant("xã Đông Hà")).toEqual(expect.arrayContaining(["vn-2025-07:19333 Phường Đông Hà"]));
    expect(meant("xã Đông Hà")).toHaveLength(3);
    expect(meant("Tân Thành", "01")).not.toEqual(meant("Tân Thành", "44"));
    expect(meant("Tân Thành", null).length).toBeGreaterThan(10);
  });

  it("takes no place that contradicts itself, and nothing for nothing", () => {
    for (const query of [
      "",
      "  ",
      "xã ",
      "xyz",
      "99999",
      "xã Hàm Ninh, tỉnh Hà Giang",
      "Đakrông Klu",
      "vn-2025-06:Đakrông x",
      "vn-1999-01:19564",
    ])
      expect([query, meant(query)]).toEqual([query, []]);
  });
});

describe("searching while typing", () => {
  it("ranks exact diacritics before a look-alike, the province first, then the newest list", () => {
    expect(names("Đông Trạch").slice(0, 2)).toEqual([
      "vn-2025-07:19159 Xã Đông Trạch",
      "vn-2025-06:19159 Xã Đồng Trạch",
    ]);
    expect(names("Hoà Trạch")).toEqual(names("Hòa Trạch"));
    expect(names("Quảng N").slice(0, 1)).toEqual(["vn-2025-07:19207 Xã Quảng Ninh"]);
    expect(names("đakr")).toContain(DAKRONG);
    expect(names("trach bo")).toContain("vn-2025-07:19141 Xã Bố Trạch");
    expect(
      findUnits(units, "Quảng", "44")
        .slice(0, 20)
        .every(({ unit }) => unit.provinceCode === "44"),
    ).toBe(true);
  });
});

describe("near names", () => {
  it("offers what a slip of the finger meant, and what stands in a building's name", () => {
    const near = (text: string): string | undefined => {
      const [first] = nearUnits(units, text, HERE, 5);
      return first === undefined ? undefined : shown(first);
    };
    expect(near("Trụ sở UBND xã Đakrông (Klu)")).toBe(DAKRONG);
    expect(near("Đakrongg")).toBe(DAKRONG);
    expect(near("xã Hàm Nin, Quảng Trị")).toBe(HAM_NINH);
    expect(near("Trường THCS Hàm Ninh")).toBe(HAM_NINH);
    // What begins so in the province comes before what is merely spelled alike elsewhere.
    expect(offeredUnits(units, "Quảng", HERE, 3).map(shown)).toEqual([
      "vn-2025-07:19057 Xã Quảng Trạch",
      "vn-2025-07:19207 Xã Quảng Ninh",
      "vn-2025-07:19360 Phường Quảng Trị",
    ]);
    expect(offeredUnits(units, "Đakrongg", HERE, 1).map(shown)).toEqual([DAKRONG]);
    expect(nearUnits(units, "", HERE, 5)).toEqual([]);
    expect(nearUnits(units, "qwertyuiop", HERE, 5)).toEqual([]);
  });
});

describe("every unit of every list", () => {
  it("is found by its name as written, without diacritics, decomposed, with and without kind, district and province", () => {
    const forms = {
      plain: (unit) => unit.name,
      fold: (unit) => foldText(unit.name),
      nfd: (unit) => unit.name.normalize("NFD"),
      bare: (unit) =>
        bareWords(unit.name)
          .words.map((word) => word.typed)
          .join(" "),
      full: (unit) => [unit.name, unit.district, unit.province].filter((part) => part !== "").join(", "),
      folded: (unit) => foldText(`${unit.name} ${unit.district} ${unit.province}`),
      office: (unit) => `UBND ${unit.name.toLowerCase()}`,
    } as const satisfies Record<string, (unit: (typeof all)[number]) => string>;
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...Object.values(forms)), (unit, form) => {
        const found = sameUnits(units, form(unit)).filter(({ rank }) => rank <= SAME_NAME);
        expect(found.map((match) => refOf(match.unit))).toContain(refOf(unit));
      }),
      { numRuns: runs(1500) },
    );
  });

  it("resolves to itself by its reference, and never to a commune of another name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom("44", "01", null), (unit, province) => {
        expect(resolveUnit(units, refOf(unit), province)).toEqual({ kind: "one", unit });
        const named = resolveUnit(units, `${unit.name}, ${unit.district}, ${unit.province}`, province);
        // The one that was named, or what it became where it lived on under its name; or several, among which it is asked.
        const today = units.today(unit);
        const allowed = named.kind === "one" ? [unit, today ?? unit].map(refOf) : ["several"];
        expect(allowed).toContain(named.kind === "one" ? refOf(named.unit) : named.kind);
      }),
      { numRuns: 200 },
    );
  });

  it("never throws on hostile input, and does little work for it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (query) => {
        expect(Array.isArray(findUnits(units, query, HERE))).toBe(true);
        expect(Array.isArray(nearUnits(units, query, HERE, 5))).toBe(true);
      }),
    );
    const long = "xã ".repeat(100_000);
    expect(resolveUnit(units, long, HERE).kind).toBe("none");
  });
});
