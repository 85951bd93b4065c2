import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import { siteTypeOf } from "../../src/survey/site.ts";
import { siteFromOptions } from "../../src/survey/site-options.ts";

describe("--unit and --site", () => {
  it("files an old name under the commune of today, and keeps the former one", () => {
    expect(siteFromOptions({ unit: "duy ninh", site: "UBND xã Duy Ninh cũ" }, "vi")).toMatchObject({
      unit: { code: "19225", list: "vn-2025-07", name: "Xã Ninh Châu" },
      formerUnit: { code: "19222", list: "vn-2025-06", name: "Xã Duy Ninh" },
      name: "UBND xã Duy Ninh cũ",
      type: "ubnd",
    });
  });

  it("gives a building the same id each time, whatever the Unicode form, and another one elsewhere", () => {
    const id = (unit: string, site: string): string | undefined => siteFromOptions({ unit, site }, "vi")?.id;
    expect(id("Hàm Ninh", "Trụ sở  cũ")).toBe(id("ham ninh", "trụ sở cũ".normalize("NFD")));
    expect(id("Hàm Ninh", "Trụ sở cũ")).not.toBe(id("Võ Ninh", "Trụ sở cũ"));
  });

  it("is null where nothing was given; a name that lived on is one place", () => {
    expect(siteFromOptions({}, "vi")).toBeNull();
    expect(siteFromOptions({ unit: "Thượng Trạch" }, "vi")).toMatchObject({
      unit: { code: "19147", list: "vn-2025-07" },
      formerUnit: null,
      name: "",
    });
  });

  it.each([
    [{ site: "UBND" }, "--unit"],
    [{ unit: "Atlantis" }, "Atlantis"],
    [{ unit: "19207" }, "vn-2025-06:19207"],
    [{ unit: "Minh Hóa" }, "Xã Kim Phú"],
    [{ unit: "Quảng" }, "vn-2025-07:19057"],
    [{ unit: "Hóa Phúc" }, "Hóa Phúc"],
  ])("refuses %j and says what could be meant", (options, told) => {
    expect(() => siteFromOptions(options, "vi")).toThrow(UserError);
    expect(() => siteFromOptions(options, "vi")).toThrow(told);
  });

  it("guesses the kind of building from its name", () => {
    expect(
      [
        "Trường MN Hàm Ninh",
        "Trường Tiểu học số 1",
        "THCS Võ Ninh",
        "Trung tâm Phục vụ hành chính công",
        "UBND xã",
        "Nhà văn hóa",
      ].map(siteTypeOf),
    ).toEqual(["truong_mn", "truong_th", "truong_thcs", "ttphvhcc", "ubnd", "khac"]);
  });
});
