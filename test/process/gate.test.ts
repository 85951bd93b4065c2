import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openTerminal, passGate, promptOn, type Terminal } from "../checklist/support/terminal.ts";
import { scratch } from "./offices.ts";
import { inTown, townProfile } from "./town.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
const READY_MS = 20_000;
const HERE = ["--unit", "vn-2025-07:19207", "--site", "UBND xã Quảng Ninh"];
const SIZE = { columns: 100, rows: 40 };

interface Town {
  readonly folder: string;
  readonly args: readonly string[];
  readonly command: readonly string[];
}

function town(): Town | null {
  const folder = scratch();
  const profile = path.join(folder, "town.json");
  writeFileSync(profile, JSON.stringify(townProfile()));
  const command = inTown(folder, [process.execPath, ENTRY]);
  const sets = ["--set", "onestop=none", "docs=none", "mail=none"];
  const args = ["scan", "-p", profile, "--data-dir", folder, "--skip", "quality", ...HERE, ...sets];
  return command === null ? null : { folder, args, command };
}

function visits(folder: string): Visit[] {
  const store = openStore(folder, "en", "read");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

describe("scan in a terminal: the electrical gate comes before the cable", { timeout: 90_000 }, () => {
  let open: Terminal | undefined;
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });
  const start = async ({ folder, args, command }: Town, lang: "vi" | "en" = "vi"): Promise<Terminal> => {
    open = await openTerminal(folder, args, SIZE, command, lang);
    return open;
  };
  const put = async (question: string, ...keys: string[]): Promise<string> => {
    if (open === undefined) throw new Error("no terminal");
    const at = await open.until(
      `"${question}"`,
      (shown) => promptOn(shown)?.question.includes(question) === true,
      READY_MS,
    );
    await open.press(...keys);
    return at;
  };
  const verdict = async (): Promise<string> =>
    (await open?.until("the verdict", (shown) => shown.includes("Làm tiếp phiếu khảo sát"), READY_MS)) ?? "";

  it("takes at most eight keys in a dry office that runs, and then scans", async () => {
    const place = town();
    if (place === null) return;
    expect(await passGate(await start(place))).toBeLessThanOrEqual(8);
    const shown = await verdict();
    expect(shown).toContain("Đủ điều kiện an toàn điện");
    expect(shown).toContain("! Điện đang đóng: rút phích từng máy trước khi mở máy");
    const [visit] = visits(place.folder);
    expect(visit?.safety).toMatchObject({
      s1: "khong",
      s2: "chua",
      s3: "khong",
      s5: "khong",
      s17: "khong",
      s8_peak_cm: 0,
    });
    expect(visit?.scan?.verdict.status).toBeDefined();
  });

  it("tells nobody to touch a flooded panel, and scans by battery only when that is chosen", async () => {
    const place = town();
    if (place === null) return;
    await start(place);
    const first = await put("Nhìn quanh trước khi vào", "Enter");
    expect(first).toContain("0     KHÔNG có điều nào dưới đây");
    // Enter alone is no "none of these".
    await open?.until("the hint", (shown) => shown.includes("thì nhấn 0"), READY_MS);
    await put("Nhìn quanh trước khi vào", "2", "Enter");
    await put("Thợ điện", "2", "Enter");
    await put("Mực nước", "6", "0", "Enter");
    expect(await put("Cầu dao", "1", "Enter")).toContain("• Bảng điện đã ngập: KHÔNG chạm");
    await put("Nguồn điện", "1", "Enter");
    await put("Số giờ ngập", "9", "Enter");
    await put("Loại nước", "2", "Enter");
    await put("Tiếp địa", "3", "Enter");
    await put("chống giật di động", "1", "Enter");
    await put("Trang bị", "1", "Enter");
    const closed = (await put("Làm gì tiếp", "Enter")).replaceAll(/\s+/gu, " ");
    expect(closed).toContain("CHƯA ĐƯỢC CẮM ĐIỆN");
    expect(closed).toContain(
      "Bảng điện đã ngập: KHÔNG chạm, không mở, không đóng cắt; gọi điện lực 1900 1909 cắt tại công tơ",
    );
    expect(closed).not.toContain("cắm từng máy");
    await put("Làm gì tiếp", "1", "Enter");
    await verdict();
    const [visit] = visits(place.folder);
    // The scan keeps what was told before it.
    expect(visit?.safety).toMatchObject({ s3: "bang_dien", s4: "chua", s10: "du" });
    expect(visit?.scan).not.toBeNull();
  });

  it("offers the answers of an hour ago by name, and asks anew unless somebody stands by them", async () => {
    const place = town();
    if (place === null) return;
    await passGate(await start(place));
    await verdict();
    await open?.close();
    await start(place);
    const offered = await put("Có còn đúng ở đây", "2", "Enter");
    expect(offered).toMatch(/An toàn điện đã trả lời .*UBND xã Quảng Ninh/u);
    await verdict();
    expect(visits(place.folder).map((visit) => visit.safety["s8_peak_cm"])).toEqual([0, 0]);
  });

  it("keeps no empty visit where the person leaves at the first question, and speaks English", async () => {
    const place = town();
    if (place === null) return;
    await start(place, "en");
    const shown = await put("Look around before you go in", "C-c");
    expect(shown).toContain("NONE of these");
    await open?.ended(READY_MS);
    expect(visits(place.folder)).toEqual([]);
  });
});
