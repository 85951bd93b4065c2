import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { terminalSafe } from "../../src/base/terminal-safe.ts";
import { judge } from "../../src/judge/judge.ts";
import { renderChain } from "../../src/explain/render/chain.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { wrap } from "../../src/terminal/wrap.ts";
import { FAULTS } from "../judge/faults.ts";
import { record } from "../judge/record.ts";
import { HEALTHY } from "../judge/world.ts";

const made = (name: string) => record(FAULTS.find((one) => one.name === name)?.make(HEALTHY) ?? HEALTHY);
const plain = { columns: 80, explain: false, colour: false } as const;

describe("the terminal's verdict", () => {
  it("says the root cause first, then the steps, who mends it and what to say", () => {
    const evidence = made("line dead");
    const text = renderVerdict(judge(evidence), evidence, "vi", plain);
    const order = [
      "CÓ LỖI",
      "Đường truyền Internet đứt",
      "Làm hỏng: mọi hệ thống",
      "Cần làm:",
      "1. ",
      "Ai sửa: nhà mạng",
      "Đọc qua điện thoại",
      "Có thể còn do",
      "máy tính ──",
      "─✗─ nhà mạng",
      "HỆ THỐNG",
    ];
    const at = order.map((part) => text.indexOf(part));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it.each([40, 60, 80, 120])("keeps to %d columns but for words that are longer", (columns) => {
    const lines = FAULTS.flatMap(({ make }) => {
      const evidence = record(make(HEALTHY));
      return renderVerdict(judge(evidence), evidence, "vi", { ...plain, columns }).split("\n");
    });
    const longestWord = (line: string): number =>
      Math.max(
        ...line
          .trim()
          .split(/\s+/u)
          .map((word) => stringWidth(word)),
      );
    // The table's fixed columns have a least width of their own.
    const allowed = (line: string): boolean =>
      stringWidth(line) <= columns || longestWord(line) > columns / 3 || columns < 60;
    expect(lines.filter((line) => !allowed(line))).toEqual([]);
  });

  it("lists the other findings, and the evidence when asked", () => {
    const evidence = made("router's DNS and one server");
    const short = renderVerdict(judge(evidence), evidence, "en", plain);
    expect(short).toContain("Also found:");
    expect(short).toContain("[SERVER_DOWN]");
    expect(short).not.toContain("Evidence:");
    const long = renderVerdict(judge(evidence), evidence, "en", { ...plain, explain: true });
    expect(long).toContain("Controls (");
    expect(long).toMatch(/- dns:192\.168\.1\.1:known\.test:A: failed resolve\/PORT_UNREACHABLE/u);
  });

  it("marks the broken link without colour, and colours only when asked", () => {
    const verdict = judge(made("data centre dead"));
    expect(renderChain(verdict, "en", 200).split("\n")[0]).toBe(
      "  laptop ── cable ── switch ── router ── carrier ── Internet ─✗─ data centre ─?─ systems",
    );
    expect(renderVerdict(verdict, null, "en", plain)).not.toContain("\u001b");
    expect(renderVerdict(verdict, null, "en", { ...plain, colour: true })).toContain("\u001b[");
  });

  it("lets no server move the cursor", () => {
    const evidence = record({
      ...HEALTHY,
      service: () => ({
        nameMatches: false,
        authorized: false,
        certificate: { commonName: "\u001b]0;owned\u0007evil", issuer: "CN=\u001b[31mX" },
      }),
    });
    const text = renderVerdict(judge(evidence), evidence, "en", { ...plain, explain: true });
    expect(terminalSafe(text)).toBe(text);
    expect(text).toContain("evil");
  });

  it("breaks lines by what a terminal shows", () => {
    expect(wrap("đường truyền Internet", 12)).toBe("đường truyền\nInternet");
    expect(wrap("a b", 10, 2)).toBe("  a b");
    expect(wrap("", 10)).toBe("");
  });
});
