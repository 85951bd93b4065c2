import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { looksNumeric, safeText } from "../../src/csv/cell.ts";
import { excelDialect, UPLOAD, type Dialect } from "../../src/csv/dialect.ts";
import { parseInternational } from "../../src/csv/system-format.ts";
import { csvChunks } from "../../src/report/csv/write.ts";
import type { Column } from "../../src/report/table.ts";
import { openStore } from "../../src/visit/store.ts";
import { device, finding, scan, scratch, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";
import { NASTY } from "./nasty.ts";

async function report(
  folder: string,
  options: Record<string, unknown>,
  args: string[] = [],
  lang: "vi" | "en" = "en",
): Promise<string> {
  const { context, stdout } = testContext(folder, { lang });
  expect(await run(context, args, options)).toBe(0);
  return stdout();
}

test("hostile and Vietnamese text goes through the upload form and back", async () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  store.create(visit({ devices: NASTY.map(([note], at) => device(`d${at}`, { note, serial: note })) }));
  store.close();
  const csv = await report(folder, { table: "devices" });
  expect(csv.startsWith("visit_id,campaign,stage,visited_at,site_id,site_name,site_type,unit_code,unit_list,")).toBe(
    true,
  );
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });
  expect(rows.map((row) => row["note"])).toEqual(NASTY.map(([, cell]) => cell));
  expect(rows.map((row) => row["serial"])).toEqual(NASTY.map(([, cell]) => cell));
  expect(rows[0]).toMatchObject({
    visited_at: "2026-11-21T08:30:00+07:00",
    site_name: "UBND xã Quảng Ninh",
    unit_code: "19207",
    unit_list: "vn-2025-07",
    type: "pc",
    quantity: "1",
    water: "board",
    disposition: "CLEAN_DRY",
    flags: "NO_POWER DATA_FIRST",
    advice: "replace_psu",
    complete: "1",
  });
});

test("the form for Excel: mark, separator, dates, headings and labels of the language, codes as text", async () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  store.create(
    visit({
      devices: [device("d1", { note: "Hải Ninh – Đồng Hới".normalize("NFD") })],
      scan: scan("faulty", [], [finding()]),
    }),
  );
  store.close();
  const csv = await report(folder, { table: "devices", excel: true }, [], "vi");
  expect(csv.startsWith("\uFEFFMã lượt;Đợt;Giai đoạn;Thời điểm;")).toBe(true);
  const [row]: Record<string, string>[] = parse(csv, { columns: true, bom: true, delimiter: ";" });
  expect(row).toMatchObject({
    "Thời điểm": "21/11/2026 08:30",
    "Mã xã": '="19207"',
    "Số seri": '="00123456789012"',
    Loại: "Máy tính để bàn",
    "Mức nước với thiết bị": "Ngập tới bo mạch",
    "Đề xuất xử lý": "Vệ sinh, sấy khô, kiểm tra lại",
    Cờ: "không cấp điện; cứu dữ liệu trước",
    "Đã xong": "có",
    "Ghi chú": "Hải Ninh – Đồng Hới",
  });
  const visits = await report(folder, { table: "visits", csvSep: "semicolon" }, [], "vi");
  expect(
    parse<Record<string, string>>(visits, { columns: true, bom: true, delimiter: ";" })[0]?.["Trễ trung vị (ms)"],
  ).toBe("23,5");
});

test("separator and decimal sign follow the system, then the language", () => {
  const unknown = { list: null, decimal: null };
  expect(excelDialect("auto", unknown, "vi")).toMatchObject({ delimiter: ";", decimal: "," });
  expect(excelDialect("auto", unknown, "en")).toMatchObject({ delimiter: ",", decimal: "." });
  expect(excelDialect("auto", { list: ",", decimal: "." }, "vi")).toMatchObject({ delimiter: ",", decimal: "." });
  expect(excelDialect("auto", { list: ",", decimal: "," }, "vi")).toMatchObject({ delimiter: ";", decimal: "," });
  expect(excelDialect("comma", unknown, "vi").delimiter).toBe(",");
  expect(excelDialect("semicolon", unknown, "en").delimiter).toBe(";");
});

test("reads the separator from what reg.exe prints", () => {
  const output =
    "\r\nHKEY_CURRENT_USER\\Control Panel\\International\r\n    Locale    REG_SZ    0000042A\r\n    sDecimal    " +
    "REG_SZ    ,\r\n    sList    REG_SZ    ;\r\n    sThousand    REG_SZ    .\r\n\r\n";
  expect(parseInternational(output)).toEqual({ list: ";", decimal: "," });
  expect(parseInternational("ERROR: The system was unable to find the specified registry key or value.")).toEqual({
    list: null,
    decimal: null,
  });
});

test("no text becomes a formula, and every text comes back as it was made safe", () => {
  const column: Column = { id: "x", heading: { vi: "x", en: "x" }, kind: "text" };
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), (texts) => {
      for (const dialect of [UPLOAD, excelDialect("semicolon", { list: null, decimal: null }, "vi")]) {
        const csv = [
          ...csvChunks(
            [column, column],
            texts.map((text) => [text, "end"]),
            dialect,
            "vi",
          ),
        ].join("");
        const rows: string[][] = parse(csv, { bom: true, delimiter: dialect.delimiter, record_delimiter: "\r\n" });
        expect(rows.slice(1)).toEqual(texts.map((text) => [safeText(text), "end"]));
        for (const [cell = ""] of rows.slice(1)) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }
    }),
  );
});

test("what a spreadsheet would turn into a number or a date is told from text", () => {
  for (const text of ["00123", "3-12", "1E5", "1/2", "1,5", "123456789012345678"])
    expect(looksNumeric(text)).toBe(true);
  for (const text of ["A1", "máy 3", "-", "", "12ab"]) expect(looksNumeric(text)).toBe(false);
});

test("quoted is what RFC 4180 names, the other separator and blanks at the ends; nothing else, to the byte", () => {
  const column: Column = { id: "x", heading: { vi: "x", en: "x" }, kind: "text" };
  const cells = ["a\nb", "a\r\nb", 'a"b', "a,b", "a;b", " a", "a ", "\u3000a", "a b", "'a", "-1", "", "Đồng Hới"];
  const written = (dialect: Dialect): string =>
    [
      ...csvChunks(
        [column, column],
        cells.map((cell) => [cell, null]),
        dialect,
        "en",
      ),
    ].join("");
  const expected = [
    '"a\nb"',
    '"a\nb"',
    '"a""b"',
    '"a,b"',
    '"a;b"',
    '" a"',
    '"a "',
    '"\u3000a"',
    "a b",
    "'a",
    "'-1",
    "",
  ];
  for (const delimiter of [",", ";"] as const)
    expect(written({ ...UPLOAD, delimiter })).toBe(
      [["x", "x"], ...[...expected, "Đồng Hới"].map((cell) => [cell, ""])]
        .map((row) => `${row.join(delimiter)}\r\n`)
        .join(""),
    );
});

test("a table of any length has one mark, one heading and every row once", () => {
  const column: Column = { id: "n", heading: { vi: "Số", en: "Number" }, kind: "number" };
  for (const count of [0, 1, 248, 249, 250, 251, 499, 500, 1000]) {
    const rows = Array.from({ length: count }, (_, at) => [at]);
    const dialect = excelDialect("comma", { list: null, decimal: null }, "en");
    const csv = [...csvChunks([column], rows, dialect, "en")].join("");
    expect(csv).toBe(`\uFEFFNumber\r\n${rows.map(([at]) => `${at}\r\n`).join("")}`);
  }
});
