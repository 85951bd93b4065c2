import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSheet } from "../../src/csv/decode.ts";
import { MOST_LETTERS, MOST_ROWS, namedSeparator, readCsv } from "../../src/csv/read.ts";

const cellsOf = (text: string, delimiter = ","): unknown => {
  const read = readCsv(text, delimiter);
  return read.ok ? read.rows.map(({ line, cells }) => [line, ...cells]) : read;
};

describe("readCsv", () => {
  it("reads back whatever a spreadsheet writes, with the line on which each row begins", () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((text) => text.replaceAll(/\r\n?/gu, "\n").trim())
      .filter((text) => text === "" || text.trim() === text);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\r\n", "\n", "\r"),
        (rows, delimiter, end) => {
          const all = [["site", "x"], ...rows].map((row, at) => [`row ${at}`, ...row]);
          const text = stringify(all, { delimiter, record_delimiter: end, quoted: true });
          let line = 1;
          const wanted = all.map((row) => {
            const begin = line;
            line += 1 + row.join("").split("\n").length - 1;
            return [begin, ...row];
          });
          expect(cellsOf(text, delimiter)).toEqual(wanted);
        },
      ),
    );
  });

  it("reads what people write by hand", () => {
    expect(cellsOf('a, "b ""c""" ,15" màn hình\r\n\r\n ,x\r\n')).toEqual([
      [1, "a", 'b "c"', '15" màn hình'],
      [3, "", "x"],
    ]);
    expect(cellsOf('a,"b\nc"\n"d\r\ne",f')).toEqual([
      [1, "a", "b\nc"],
      [3, "d\ne", "f"],
    ]);
    expect(cellsOf("")).toEqual([]);
  });

  it("tells the line of the row that cannot be read", () => {
    expect(cellsOf('a,b\nc,"d\ne\nf')).toEqual({ ok: false, line: 2, fault: "quote" });
    expect(cellsOf('a,b\nc,"d"e\nf')).toEqual({ ok: false, line: 2, fault: "quote" });
    expect(cellsOf(`a,b\n${"x".repeat(MOST_LETTERS)}`)).toHaveLength(2);
    expect(cellsOf(`a,b\n${"x".repeat(MOST_LETTERS + 1)}`)).toEqual({ ok: false, line: 2, fault: "long" });
    expect(cellsOf("a\n".repeat(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(cellsOf("a\n".repeat(MOST_ROWS + 1))).toMatchObject({ ok: false, fault: "many" });
  });

  it("takes hostile text in time: no end of line, of a quotation, of separators", () => {
    const size = 16 * 1024 * 1024;
    for (const text of ["a", '"', ",", "\t", '"a', '",'].map((part) => part.repeat(size / part.length)))
      expect(readCsv(text, ",")).toMatchObject({ ok: false, line: 1, fault: "long" });
    // Rows that grow over many lines, and lines that end in no row.
    expect(readCsv(`"${"a\n".repeat(size / 2)}`, ",")).toMatchObject({ ok: false, line: 1, fault: "long" });
    expect(readCsv("\n".repeat(size), ",")).toEqual({ ok: true, rows: [] });
    expect(readCsv("a\n".repeat(size / 2), ",")).toMatchObject({ ok: false, fault: "many" });
  });
});

describe("the separator that Excel names", () => {
  it("is taken from the first line, whose number is kept", () => {
    expect(namedSeparator("sep=;\r\na;b")).toEqual({ delimiter: ";", rest: "\r\na;b" });
    expect(namedSeparator('"sep=,"\na,b')).toEqual({ delimiter: ",", rest: "\na,b" });
    expect(namedSeparator("SEP=\t\na\tb")).toEqual({ delimiter: "\t", rest: "\na\tb" });
    for (const text of ["a;b\nsep=;", "sep=", "sep=;;x", "separator=;", ""]) expect(namedSeparator(text)).toBeNull();
  });
});

describe("decodeSheet", () => {
  it("reads UTF-8 and UTF-16 of either order, with a byte order mark or without", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.boolean(), (rest, mark) => {
        const text = `site;unit;;Đakrông ${rest.normalize("NFD")}`;
        const little = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
        const forms = [Buffer.from((mark ? "\ufeff" : "") + text, "utf8"), little, Buffer.from(little).swap16()];
        expect(forms.map(decodeSheet)).toEqual(forms.map(() => text.toWellFormed().normalize("NFC")));
      }),
    );
  });

  it("says where bytes are neither", () => {
    expect(decodeSheet(Buffer.from([0x73, 0x69, 0x74, 0x65, 0x2c, 0xe0, 0xff]))).toBeNull();
    expect(decodeSheet(Buffer.from([]))).toBe("");
  });
});
