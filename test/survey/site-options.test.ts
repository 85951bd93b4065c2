import { describe, expect, it } from "vitest";
import { UserError } from "../../src/base/exit.ts";
import type { OptionValues } from "../../src/base/option-values.ts";
import type { Gazetteer } from "../../src/survey/places.ts";
import { siteTypeOf } from "../../src/survey/site.ts";
import { siteFromOptions, type AskUnit } from "../../src/survey/site-options.ts";
import type { Site } from "../../src/visit/schema.ts";
import { HERE, units } from "../units/support.ts";

const nobody: AskUnit = () => Promise.resolve(null);
const places: Gazetteer = { units, province: HERE };
const site = (options: OptionValues, ask: AskUnit = nobody): Promise<Site | null> =>
  siteFromOptions(options, () => Promise.resolve(places), ask, "vi");

describe("--unit and --site", () => {
  it("files an old name under the commune of today, and keeps the former one", async () => {
    expect(await site({ unit: "duy ninh", site: "UBND xã Duy Ninh cũ" })).toMatchObject({
      unit: { code: "19225", list: "vn-2025-07", name: "Xã Ninh Châu" },
      formerUnit: { code: "19222", list: "vn-2025-06", name: "Xã Duy Ninh" },
      name: "UBND xã Duy Ninh cũ",
      type: "ubnd",
    });
  });

  it("gives a building the same id each time, whatever the Unicode form, and another one elsewhere", async () => {
    const id = async (unit: string, name: string): Promise<string | undefined> =>
      (await site({ unit, site: name }))?.id;
    expect(await id("Hàm Ninh", "Trụ sở  cũ")).toBe(await id("ham ninh", "trụ sở cũ".normalize("NFD")));
    expect(await id("Hàm Ninh", "Trụ sở cũ")).not.toBe(await id("Võ Ninh", "Trụ sở cũ"));
    // As it was before the whole country was known: comparison over visits hangs on it.
    expect(await id("Hàm Ninh", "Trụ sở cũ")).toBe("19207-d5a1d211ca");
  });

  it("is null where nothing was given, without opening the lists; a name that lived on is one place", async () => {
    const unopened = (): Promise<Gazetteer> => Promise.reject(new Error("not needed"));
    expect(await siteFromOptions({}, unopened, nobody, "vi")).toBeNull();
    expect(await site({ unit: "Thượng Trạch" })).toMatchObject({
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
    [{ unit: "Đakrongg" }, "vn-2025-07:19564"],
    [{ unit: "Hóa Phúc" }, "Hóa Phúc"],
  ])("refuses %j and says what could be meant", async (options, told) => {
    await expect(site(options)).rejects.toThrow(UserError);
    await expect(site(options)).rejects.toThrow(told);
  });

  it("takes what a person chooses where several are meant, and asks for nothing else", async () => {
    const asked: string[][] = [];
    const ask: AskUnit = (offered) => {
      asked.push(offered.map((unit) => unit.code));
      return Promise.resolve(offered[1] ?? null);
    };
    expect(await site({ unit: "Minh Hóa" }, ask)).toMatchObject({
      unit: { code: "18943" },
      formerUnit: { code: "18931" },
    });
    expect(await site({ unit: "Đakrông" }, ask)).toMatchObject({ unit: { code: "19564" }, formerUnit: null });
    expect(asked).toEqual([["18901", "18931"]]);
  });

  it("guesses the kind of building from its name", () => {
    const names = {
      "Trường MN Hàm Ninh": "truong_mn",
      "Trường Tiểu học số 1": "truong_th",
      "THCS Võ Ninh": "truong_thcs",
      "Trường THPT Đakrông": "truong_thpt",
      "Trung tâm Phục vụ hành chính công": "ttphvhcc",
      "Trạm y tế xã Tà Rụt": "tram_y_te",
      "Công an xã Ba Lòng": "cong_an_xa",
      "Đảng ủy xã Ba Lòng": "co_quan_dang",
      "Trụ sở Đảng ủy, UBND xã": "ubnd",
      "UBND xã": "ubnd",
      "Nhà văn hóa": "khac",
    } as const;
    expect(Object.keys(names).map(siteTypeOf)).toEqual(Object.values(names));
  });
});
