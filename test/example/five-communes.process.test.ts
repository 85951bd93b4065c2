import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qbrecover, type Call } from "../support/qbrecover.ts";

// The worked example of the README: the five communes of 2020, each scanned in the practice office with a fault of its
// own, surveyed and assessed from a sheet, then put in order and added up by the centre.
const COMMUNES = [
  ["ham-ninh", "isp-suspended", 1],
  ["vo-ninh", "signing-blocked", 1],
  ["duy-ninh", "dns-resolver-silent", 1],
  ["tan-trach", null, 0],
  ["thuong-trach", "international-down", null],
] as const;
const SHEETS = path.resolve(import.meta.dirname, "../../fixtures/five-communes");

const home = mkdtempSync(path.join(tmpdir(), "qb-five-"));
const call = (...args: string[]): Promise<Call> => qbrecover(args, { env: { QBRECOVER_HOME: home } });

describe("the five communes", () => {
  beforeAll(async () => {
    for (const [name, fault, expected] of COMMUNES) {
      const scan = await call(
        "practice",
        "--batch",
        "--json",
        "--save",
        "--campaign",
        "lu-2026-10",
        ...(fault === null ? [] : ["--fault", fault]),
      );
      if (expected !== null && scan.exitCode !== expected)
        throw new Error(`practice ${fault}: ${scan.exitCode}, expected ${expected}\n${scan.stderr}`);
      const { visit } = JSON.parse(scan.stdout) as { visit: { id: string } };
      const sheet = await call("checklist", "--visit", visit.id, "--answers", path.join(SHEETS, `${name}.json`));
      if (sheet.exitCode !== 0) throw new Error(`checklist ${name}: ${sheet.exitCode}\n${sheet.stderr}`);
    }
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("are helped in the order of the rule, each with its reason", async () => {
    const { stdout } = await call("report", "--priority", "--practice");
    const ranks = stdout.split("\n").filter((line) => line.startsWith("Hạng"));
    expect(
      ranks.map(
        (line) => /\(?(Hàm Ninh|Võ Ninh|Duy Ninh|Tân Trạch|Thượng Trạch)/u.exec(line.split(", ")[1] ?? "")?.[1],
      ),
    ).toEqual(["Hàm Ninh", "Thượng Trạch", "Duy Ninh", "Võ Ninh", "Tân Trạch"]);
    expect(ranks[0]).toContain(
      "có điện từ 24/10; một cửa không dùng được; mất Internet 6 ngày; không có người kỹ thuật",
    );
    expect(ranks[1]).toContain("CẦN XÁC MINH");
    // Twenty dry screens that nobody could try are not damaged.
    expect(ranks[2]).toContain("33 thiết bị hỏng");
    expect(ranks[4]).toContain("trước nay chưa có Internet cố định");
  });

  it("need what their soaked equipment asks for, and no more", async () => {
    const { stdout } = await call("report", "--needs", "--practice", "--format", "json");
    const rows = JSON.parse(stdout) as { level: string; kind: string; item: string; quantity: number }[];
    const total = rows.filter((row) => row.level === "total").map((row) => `${row.kind} ${row.item} ${row.quantity}`);
    expect(total).toEqual(
      expect.arrayContaining([
        "buy switch 1",
        "buy ups 2",
        "buy printer_laser 2",
        "carrierSwap router_ont 1",
        "reissue token 1",
        "hazard haz_lead_acid 2",
      ]),
    );
    // The school's gate is not passed: its sockets are replaced and its soaked computers cleaned all the same, only
    // what stayed dry waits to be tried.
    expect(total).toEqual(
      expect.arrayContaining([
        "buy power_part 12",
        "cleanDry pc 27",
        "part part_psu 7",
        "dataRescue pc 9",
        "tryLater monitor 20",
        "part part_disk 7",
        "ewaste printer_laser 2",
      ]),
    );
    expect(total.filter((line) => line.startsWith("buy pc"))).toEqual([]);
  });

  it("count for nothing where nobody says that it is an exercise", async () => {
    expect((await call("report", "--priority")).stdout).not.toContain("Hạng");
    const needs = JSON.parse((await call("report", "--needs", "--format", "json")).stdout) as unknown[];
    expect(needs).toEqual([]);
    const { stdout } = await call("report", "--priority", "--practice");
    expect(stdout).toMatch(/^\*\*\* LUYỆN TẬP – KHÔNG PHẢI SỐ LIỆU THẬT \*\*\*/u);
  });

  it("make a record to be signed, which is marked all across", async () => {
    const { stdout } = await call("report", "--format", "html");
    expect(stdout).toContain('<div class="practice">LUYỆN TẬP</div>');
    expect(stdout).toContain("BIÊN BẢN");
    expect(stdout).toContain("Thượng Trạch");
  });
});
