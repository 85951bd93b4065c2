import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderTable, tableFits, tableLines } from "../../src/terminal/table.ts";
import { cut, wrap, wrapLines } from "../../src/terminal/wrap.ts";

const columns = [{ title: "Mã" }, { title: "Tên", fit: "wrap" as const }];

describe("a table", () => {
  it("lines columns up by what is seen, in either form of Vietnamese letters", () => {
    const composed = renderTable(
      columns,
      [
        ["điện", "thư"],
        ["xã", "cổng"],
      ],
      { width: 80 },
    );
    const decomposed = renderTable(
      columns,
      [
        ["điện".normalize("NFD"), "thư"],
        ["xã".normalize("NFD"), "cổng"],
      ],
      { width: 80 },
    );
    expect(composed).toBe("Mã    Tên\nđiện  thư\nxã    cổng\n");
    expect(decomposed.normalize("NFC")).toBe(composed);
  });

  it("wraps what is too long and cuts nothing off", () => {
    const words = Array.from({ length: 20 }, (_one, at) => `chữ${at}`);
    const text = renderTable(columns, [["a", words.join(" ")]], { width: 40 });
    for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(40);
    for (const word of words) expect(text).toContain(word);
  });

  it("keeps a narrow terminal readable and takes control sequences out of cells", () => {
    const text = renderTable(columns, [["id", "một\u001b[31m hai ba\nbốn năm"]], { width: 5 });
    expect(text).toBe("Mã  Tên\nid  một[31m hai ba\n    bốn năm\n");
  });
});

describe("one renderer for every table", () => {
  const wide = "東京都庁 第一本庁舎";

  it("counts signs of East Asia twice, cut or wrapped, and stays within the terminal", () => {
    for (const width of [20, 30, 44, 80]) {
      const cutting = [{ title: "Mã" }, { title: "Tên", fit: "cut" as const }, { title: "Số", number: true }];
      const lines = tableLines(
        cutting,
        [
          ["a", `${wide} ${wide}`, "5"],
          ["b", "Trường tiểu học Hàm Ninh", "120"],
        ],
        { width },
      );
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.slice(1).every((line) => /(?: 5|120)$/u.test(line))).toBe(true);
    }
    const wrapped = renderTable(columns, [["a", Array.from({ length: 6 }, () => wide).join(" ")]], { width: 30 });
    for (const line of wrapped.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(30);
    expect(wrapped.match(/東京都庁/gu)).toHaveLength(6);
  });

  it("takes from the widest column first, and says where nothing can give way any more", () => {
    const cutting = ["A", "B", "C"].map((title) => ({ title, fit: "cut" as const }));
    const rows = [["x".repeat(40), "y".repeat(10), "z"]];
    expect(tableLines(cutting, rows, { width: 30, rule: true })).toEqual([
      `A${" ".repeat(16)}B${" ".repeat(11)}C`,
      `${"─".repeat(15)}  ${"─".repeat(10)}  ─`,
      `${"x".repeat(14)}…  ${"y".repeat(10)}  z`,
    ]);
    expect([17, 16].map((width) => tableFits(cutting, rows, width))).toEqual([true, false]);
  });

  it("has no heading where no column has a title", () => {
    const bare = [{ title: "" }, { title: "", number: true }];
    expect(
      tableLines(
        bare,
        [
          ["Máy tính", "7"],
          ["Ổ", "12"],
        ],
        { indent: 2 },
      ),
    ).toEqual(["  Máy tính   7", "  Ổ         12"]);
    expect(tableLines(bare, [])).toEqual([]);
  });
});

describe("wrap and cut", () => {
  it("never break within a letter that is made of several code points", () => {
    const decomposed = "Điện lực Quảng Ninh".normalize("NFD");
    for (let width = 2; width < 20; width += 1) {
      const shown = cut(decomposed, width);
      expect(stringWidth(shown)).toBeLessThanOrEqual(width);
      expect(decomposed.normalize("NFC").startsWith(shown.replace("…", "").normalize("NFC"))).toBe(true);
    }
  });

  it("leave a word whole that is longer than the line, and begin further lines deeper", () => {
    const host = "dichvucong.quangtri.gov.vn";
    expect(wrap(`1. gọi ${host} xem`, 12, 2, 5)).toBe(`  1. gọi\n     ${host}\n     xem`);
    expect(wrapLines("một hai\n  ba bốn năm sáu bảy tám", 20)).toBe("một hai\n  ba bốn năm sáu bảy\n  tám");
  });
});
