import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SITE_COLUMNS } from "../../src/checklist/import/columns.ts";
import { parseAnswer } from "../../src/form/parse.ts";
import { POLICY_QB_2020 } from "../../src/priority/policy.ts";
import { head } from "../../src/report/html/head.ts";
import { siteTypeLabel } from "../../src/survey/labels.ts";
import { makeSite } from "../../src/survey/site.ts";
import { newVisit } from "../../src/visit/new-visit.ts";
import type { Site, Visit } from "../../src/visit/schema.ts";
import { SITE_TYPE_IDS, type SiteType } from "../../src/visit/site-types.ts";
import { openStore } from "../../src/visit/store.ts";

const unit = { code: "19564", list: "vn-2025-07", name: "Xã Đakrông" };
const siteOf = (type: SiteType, change: Partial<Site> = {}): Site =>
  makeSite({ unit, formerUnit: null, name: `Trụ sở ${type}`, type, ...change });
const visitAt = (site: Site, at = 0): Visit =>
  newVisit({
    now: Date.UTC(2026, 10, 25) + at,
    timeZone: "Asia/Ho_Chi_Minh",
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
    site,
  });

describe("kinds of site", () => {
  it("are these, and come back from the store and from a sheet as they went in, by id and by either label", () => {
    expect(SITE_TYPE_IDS).toEqual([
      "ubnd",
      "ttphvhcc",
      "truong_mn",
      "truong_th",
      "truong_thcs",
      "truong_thpt",
      "tram_y_te",
      "cong_an_xa",
      "co_quan_dang",
      "khac",
    ]);
    const store = openStore(mkdtempSync(path.join(tmpdir(), "qb-site-types-")), "vi");
    const column = SITE_COLUMNS.find((question) => question.id === "type");
    try {
      for (const [at, type] of SITE_TYPE_IDS.entries()) {
        const visit = visitAt(siteOf(type), at);
        store.create(visit);
        expect(store.get(visit.id).site).toEqual(visit.site);
        for (const text of [type, siteTypeLabel(type, "vi"), siteTypeLabel(type, "en").toUpperCase()])
          expect(column === undefined ? null : parseAnswer(column, text)).toEqual({ ok: true, value: type });
      }
    } finally {
      store.close();
    }
  });

  it("are helped before schools where they are offices", () => {
    expect(POLICY_QB_2020.officeTypes).toEqual(["ubnd", "ttphvhcc", "tram_y_te", "cong_an_xa", "co_quan_dang"]);
  });

  it("stand under their own superior on paper; what is not known is left to be filled in", () => {
    const above = (site: Site): string | undefined =>
      /class="letterhead">\s*<div><div>(.*?)<\/div><div class="agency">(.*?)<\/div>/u
        .exec(head(visitAt(site), "vi").markup)
        ?.slice(1)
        .join(" / ");
    expect(above(siteOf("ubnd"))).toBe("ỦY BAN NHÂN DÂN / XÃ ĐAKRÔNG");
    expect(above(siteOf("truong_th", { name: "Trường TH Klu" }))).toBe("ỦY BAN NHÂN DÂN XÃ ĐAKRÔNG / TRƯỜNG TH KLU");
    expect(above(siteOf("truong_thpt", { name: "THPT Đakrông" }))).toBe("SỞ GIÁO DỤC VÀ ĐÀO TẠO / THPT ĐAKRÔNG");
    expect(above(siteOf("cong_an_xa", { name: "Công an xã" }))).toBe("CÔNG AN ………… / CÔNG AN XÃ");
    expect(above(siteOf("co_quan_dang", { name: "Đảng ủy xã" }))).toBe("ĐẢNG BỘ ………… / ĐẢNG ỦY XÃ");
    const unknown = { code: "", list: "", name: "xã gì đó" };
    expect(above(siteOf("ubnd", { unit: unknown }))).toBe("ỦY BAN NHÂN DÂN / …………");
  });
});
