import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderTable } from "../../src/terminal/table.ts";

const columns = [{ title: "Mã" }, { title: "Tên", flexible: true }];

describe("a table", () => {
  it("lines columns up by what is seen, in either form of Vietnamese letters", () => {
    const composed = renderTable(
      columns,
      [
        ["điện", "thư"],
        ["xã", "cổng"],
      ],
      80,
    );
    const decomposed = renderTable(
      columns,
      [
        ["điện".normalize("NFD"), "thư"],
        ["xã".normalize("NFD"), "cổng"],
      ],
      80,
    );
    expect(composed).toBe("Mã    Tên\nđiện  thư\nxã    cổng\n");
    expect(decomposed.normalize("NFC")).toBe(composed);
  });

  it("wraps what is too long and cuts nothing off", () => {
    const words = Array.from({ length: 20 }, (_one, at) => `chữ${at}`);
    const text = renderTable(columns, [["a", words.join(" ")]], 40);
    for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(40);
    for (const word of words) expect(text).toContain(word);
  });

  it("keeps a narrow terminal readable and takes control sequences out of cells", () => {
    const text = renderTable(columns, [["id", "một\u001b[31m hai ba\nbốn năm"]], 5);
    expect(text).toBe("Mã  Tên\nid  một[31m hai ba\n    bốn năm\n");
  });
});
