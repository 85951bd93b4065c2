import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { doubtOf } from "../../src/checklist/import/spreadsheet-doubts.ts";
import { imported } from "./support/importer.ts";

const sepLine = readFileSync(path.join(import.meta.dirname, "../../fixtures/answers/sep-line.csv"));

describe("what spreadsheets do to a sheet", () => {
  it("a first line sep=; is read, in UTF-8 and in UTF-16 of either order", async () => {
    const little = Buffer.from(sepLine.toString("utf8"), "utf16le");
    for (const bytes of [sepLine, little, Buffer.from(little).swap16()]) {
      const { exit, message, visits } = await imported(bytes);
      // A sheet of an earlier version: its explanations are no answers, and need no word.
      expect([message, exit]).toEqual(["", 0]);
      expect(visits[0]).toMatchObject({
        technician: "Nguyễn Thị Hạnh",
        site: { name: "Trụ sở UBND xã Hàm Ninh (cũ)", unit: { code: "19207" }, formerUnit: { code: "19219" } },
        safety: { s1: "khong", s3: "o_cam" },
      });
    }
  });

  it("the separator of the sections counts, whatever the first line says", async () => {
    const { exit, visits } = await imported("sep=;\nsite,unit,,Đakrông\nsurvey,internet,,Mất\n");
    expect([exit, visits[0]?.survey, visits[0]?.site?.unit.code]).toEqual([0, { internet: "mat" }, "19564"]);
  });

  it("rounded serials and telephones without their 0 are kept as they are, and told by row", async () => {
    const rows = [
      "site;unit;;Đakrông",
      "survey;contact_phone;;912 345 678",
      "survey;surveyor_phone;;0912345678",
      "device;type;serial;asset_tag;label",
      ';pc;1,23E+11;123456789012345000;"1.5E+3"',
      ";ups;PF1E+11;SN0912345678;E+5",
    ];
    const { exit, message, visits } = await imported(rows.join("\n"));
    expect(exit).toBe(0);
    expect(visits[0]?.survey).toEqual({ contact_phone: "912 345 678", surveyor_phone: "0912345678" });
    expect(visits[0]?.devices.map(({ serial, assetTag, label }) => [serial, assetTag, label])).toEqual([
      ["1,23E+11", "123456789012345000", "1.5E+3"],
      ["PF1E+11", "SN0912345678", "E+5"],
    ]);
    for (const part of [
      'dòng 2, cột contact_phone: "912 345 678" có thể là số điện thoại đã mất số 0',
      'dòng 5, cột serial: "1,23E+11" giống số',
      'dòng 5, cột asset_tag: "123456789012345000" có thể đã mất',
      'dòng 5, cột label: "1.5E+3" giống số',
    ])
      expect(message).toContain(part);
    expect(message.split("\n")).toHaveLength(4);
  });

  it("only what looks like a loss is doubted", () => {
    const doubts = [
      "1.23E+11",
      "1E+5",
      "123456789012345678",
      "1234567890123450",
      "912345678",
      "2323822123",
      "412345678",
    ];
    expect(doubts.map((text) => doubtOf("contact_phone", text))).toEqual([
      "rounded",
      "rounded",
      null,
      "lastDigits",
      "noZero",
      "noZero",
      null,
    ]);
    expect(
      ["0912345678", "+84912345678", "84912345678", "", "5E10", "12E+3x"].map((text) => doubtOf("serial", text)),
    ).toEqual(Array.from({ length: 6 }, () => null));
    expect(doubtOf("serial", "912345678")).toBeNull();
  });

  it("a row without an end is refused in a sentence, a document nested without end too", async () => {
    const endless = await imported(`site,unit,,Đakrông\nsurvey,note,,"${"a".repeat(8 * 1024 * 1024)}`);
    expect([endless.exit, endless.visits]).toEqual([78, []]);
    expect(endless.message).toContain("dòng 2: cần một dòng không quá 1048576 ký tự");
    const open = await imported('site,unit,,Đakrông\nsurvey,note,,"abc\nsurvey,internet,,mat\n');
    expect(open.message).toContain("dòng 2: cần dấu ngoặc kép phải được đóng");
    const many = await imported("site,unit,,Đakrông\n".repeat(200_000));
    expect(many.message).toContain("không quá 100000 dòng");
    const deep = await imported(`{"survey":${"[".repeat(2_000_000)}`);
    expect([deep.exit, deep.message.includes("không lồng quá sâu")]).toEqual([78, true]);
  });
});
