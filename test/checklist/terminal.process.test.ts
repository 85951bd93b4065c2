import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { answersOfHazards } from "../../src/checklist/data/hazards.ts";
import { SURVEY_QUESTIONS } from "../../src/survey/data/questions.ts";
import { makeSite } from "../../src/survey/site.ts";
import { newVisit } from "../../src/visit/new-visit.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Answers, Visit } from "../../src/visit/schema.ts";
import { tempHome } from "./support/cli.ts";
import { SAFE } from "./support/devices.ts";
import { needTmux, openTerminal, promptOn, type Terminal } from "./support/terminal.ts";

const READY_MS = 20_000;
const MENU = "Danh mục thiết bị";
let open: Terminal | undefined;

beforeAll(needTmux);
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** A visit whose place, safety and survey are complete: the terminal opens at the list of devices. */
function prepared(home: string, safety: Answers, change: Partial<Visit> = {}): string {
  const store = openStore(home, "vi");
  const site = makeSite({
    unit: { code: "19207", list: "vn-2025-07", name: "Xã Quảng Ninh" },
    formerUnit: null,
    name: "Trường THCS Hàm Ninh",
    type: "truong_thcs",
  });
  const survey = Object.fromEntries(SURVEY_QUESTIONS.map((question) => [question.id, ""]));
  const full: Answers = { ...answersOfHazards([]), ...safety, s8_peak_cm: 90, s8_hours: 30, s9: "lu_bun" };
  const visit = {
    ...newVisit({
      now: Date.now() - 2 * 3_600_000,
      timeZone: "Asia/Ho_Chi_Minh",
      randomBytes: (size) => new Uint8Array(size).fill(7),
      site,
    }),
    survey,
    safety: full,
    ...change,
  };
  store.create(visit);
  store.close();
  return visit.id;
}

function stored(home: string, id: string): Visit {
  const store = openStore(home, "vi", "read");
  try {
    return store.get(id);
  } finally {
    store.close();
  }
}

/** Waits for a question and answers it; counts the keys that a person would press. */
function typist(terminal: Terminal): {
  readonly put: (question: string, text: string, ...keys: string[]) => Promise<string>;
  readonly keys: () => number;
} {
  let count = 0;
  return {
    put: async (question, text, ...keys) => {
      const screen = await terminal.until(
        `"${question}"`,
        (shown) => promptOn(shown)?.question.startsWith(question) === true,
        READY_MS,
      );
      if (text !== "") await terminal.type(text);
      count += text.length + Math.max(keys.length, 1);
      await terminal.press(...(keys.length === 0 ? ["Enter"] : keys));
      return screen;
    },
    keys: () => count,
  };
}

const PC: readonly (readonly [string, string])[] = [
  ["Số lượng", "40"],
  ["Mức nước với", "6"],
  ["Loại nước", ""],
  ["Thời gian ngâm", ""],
  ["Lúc bị nước", "1"],
  ["Sau khi ướt", "1"],
  ["Đã khô", "2"],
  ["Dấu hiệu rỉ", "2"],
  ["Bùn", "2"],
  ["Vỏ ngoài", "1"],
  ["Dữ liệu", "1"],
  ["Tuổi", "2"],
  ["Trước lũ", "1"],
  ["Đã tháo", "1"],
  ["Thử bật", "1"],
  ["Loại ổ", "1"],
  ["Bộ nguồn", "2"],
  ["Máy dùng", "1"],
  ["Phòng", "May 1"],
  ["Nhập nhãn", ""],
];

describe("devices in the terminal", () => {
  it(
    "takes a room of 40 equal computers as one record with few keys, splits one off, and keeps an overruling with " +
      "its reason",
    async () => {
      const home = tempHome();
      const id = prepared(home, SAFE);
      open = await openTerminal(home, ["checklist", "--visit", id]);
      const { put, keys } = typist(open);
      await put(MENU, "1");
      await put("Loại thiết bị", "ban");
      for (const [question, text] of PC) await put(question, text);
      const result = await put("Đồng ý?", "");
      for (const part of ["KẾT LUẬN: Sửa chữa / thay linh kiện", "[pc.psu]", "Nguồn: Techspray"])
        expect(result).toContain(part);
      //    // A minute is 60 s; two keys a second are slow hands.
      expect(keys()).toBeLessThan(80);
      await put(MENU, "tach");
      await put("Bản ghi nào", "");
      await put("Làm gì với", "3");
      await put("Tách mấy", "");
      await put("Sửa câu nào", "vo ngoai");
      await put("Vỏ ngoài", "3");
      await put("Sửa câu nào", "", "Escape");
      await put("Đồng ý?", "2");
      await put("Kết luận của kỹ", "4");
      await put("Lý do", "Cháy bo nguồn");
      await open.until(
        "the decision",
        (screen) => screen.includes("Kỹ thuật viên: Thay thế (đề nghị thanh lý) – Cháy bo nguồn"),
        READY_MS,
      );
      await put("Đồng ý?", "");
      await put(MENU, "hoan tat");
      await open.until("the end", (screen) => screen.includes("Đã hoàn tất lượt"), READY_MS);
      const { devices, finishedAt } = stored(home, id);
      expect(finishedAt).not.toBeNull();
      expect(
        devices.map((device) => [
          device.quantity,
          device.room,
          device.answers["body"],
          device.triage?.rule,
          device.override?.disposition,
        ]),
      ).toEqual([
        [39, "May 1", "ok", "pc.psu", undefined],
        [1, "May 1", "burnt", "G05", "REPLACE"],
      ]);
      expect(devices[0]?.answers).toMatchObject({ water_type: "river_mud", wet_time: "h24_72" });
    },
    120_000,
  );

  it("finds types without diacritics, goes back, corrects and skips, and pauses on Ctrl+C with everything stored", async () => {
    const home = tempHome();
    const id = prepared(home, SAFE);
    open = await openTerminal(home, ["checklist"], { columns: 60, rows: 24 });
    const { put } = typist(open);
    const offer = await put("Làm tiếp lượt nào", "1");
    expect(offer.replaceAll(/\s+/gu, " ")).toMatch(
      /Lượt chưa xong: Trường THCS Hàm Ninh – Xã Quảng Ninh, \d+ câu, 2 giờ/u,
    );
    await put(MENU, "1");
    await open.until(
      "the search",
      (screen) => promptOn(screen)?.question.startsWith("Loại thiết bị") === true,
      READY_MS,
    );
    await open.type("may in");
    await open.until(
      "printers",
      (screen) => screen.includes("› Máy in laser") || /› \d*\.? ?Máy in laser/u.test(screen),
      READY_MS,
    );
    expect(promptOn(await open.screen())?.whole).toContain("Máy in phun / kim");
    await open.press("Enter");
    await put("Số lượng", "");
    await put("Mức nước với", "3");
    await put("Loại nước", "", "Escape");
    const again = await put("Mức nước với", "", "Down", "Enter");
    expect(again).toContain("› 3. Bị bắn, dột");
    await put("Loại nước", "", "Tab");
    await put("Thời gian ngâm", "", "C-c");
    const end = await open.until("the pause", (screen) => screen.includes("Đã lưu"), READY_MS);
    expect(end.replaceAll(/\s+/gu, "")).toContain(`checklist--visit${id}`.replaceAll(" ", ""));
    expect(stored(home, id).devices[0]).toMatchObject({
      type: "printer_laser",
      done: false,
      answers: { water: "below_board", water_type: "" },
    });
  }, 120_000);

  it("asks nothing that needs power, and says so on every question, until the gate is passed; then asks the rest", async () => {
    const home = tempHome();
    const id = prepared(home, { ...SAFE, s3: "bang_dien", s4: "chua" });
    open = await openTerminal(home, ["checklist", "--visit", id]);
    const { put } = typist(open);
    const gate = await put("Làm gì tiếp", "1");
    expect(gate).toContain("CHƯA ĐƯỢC CẮM ĐIỆN");
    await put(MENU, "1");
    await put("Loại thiết bị", "tong dai");
    await put("Số lượng", "");
    expect(await put("Mức nước với", "1")).toContain("CHƯA ĐƯỢC CẮM ĐIỆN");
    await put("Vỏ ngoài", "1");
    await put("Pin/ắc quy", "1");
    await put("Tuổi", "1");
    await put("Trước lũ", "1");
    // Here "Thử bật" would have come.
    await put("Phòng", "A1");
    await put("Nhập nhãn", "1");
    await put("Đồng ý?", "");
    await put(MENU, "an toan");
    await put("Sửa câu nào", "tho dien");
    await put("Thợ điện", "1");
    await put("Sửa câu nào", "", "Escape");
    await put(MENU, "chua xong");
    await put("Thử bật", "2");
    expect(await put("Đồng ý?", "")).toContain("[G06]");
    await put(MENU, "", "C-c");
    await open.until("the pause", (screen) => screen.includes("Đã lưu"), READY_MS);
    expect(stored(home, id).devices[0]).toMatchObject({ done: true, room: "A1", triage: { disposition: "REUSE" } });
  }, 120_000);

  it("asks about answers that cannot both be true, until one is corrected", async () => {
    const home = tempHome();
    const id = prepared(home, SAFE);
    open = await openTerminal(home, ["checklist", "--visit", id]);
    const { put } = typist(open);
    await put(MENU, "1");
    await put("Loại thiết bị", "ban");
    for (const [question, text] of PC) await put(question, question === "Bộ nguồn" ? "1" : text);
    const asked = await put("Hai câu trả lời không thể", "bo nguon");
    expect(asked).toContain("ghi ngập hẳn nhưng bộ nguồn khô");
    await put("Bộ nguồn", "2");
    expect(await put("Đồng ý?", "")).toContain("Thay bộ nguồn (PSU) trước khi thử");
    await put(MENU, "", "C-c");
    await open.until("the pause", (screen) => screen.includes("Đã lưu"), READY_MS);
    const [device] = stored(home, id).devices;
    expect(device).toMatchObject({ answers: { psu_wet: "co" }, triage: { disposition: "REPAIR", rule: "pc.psu" } });
    expect(device?.triage?.flags).not.toContain("VERIFY");
  }, 120_000);

  it("copies photos with checksum and size, and asks again after a bad path", async () => {
    const home = tempHome();
    const id = prepared(home, SAFE);
    const picture = path.join(home, "Ảnh máy 1.JPG");
    writeFileSync(picture, Buffer.alloc(5000, 9));
    writeFileSync(path.join(home, "film.mp4"), Buffer.alloc(25 * 1024 * 1024 + 1));
    symlinkSync(picture, path.join(home, "link.jpg"));
    mkdirSync(path.join(home, "folder"));
    open = await openTerminal(home, ["checklist", "--visit", id]);
    const { put } = typist(open);
    await put(MENU, "1");
    await put("Loại thiết bị", "token");
    await put("Số lượng", "");
    await put("Mức nước với", "1");
    for (const question of ["Vỏ ngoài", "Tuổi", "Trước lũ"]) await put(question, "1");
    await put("Thử bật", "2");
    for (const question of ["Chứng thư", "Người giữ", "Bị mất"]) await put(question, "1");
    await put("Phòng", "", "Tab");
    await put("Nhập nhãn", "2");
    for (const question of ["Nhãn, tên", "Nhãn hiệu", "Model", "Số seri", "Mã tài sản"]) await put(question, "", "Tab");
    for (const [bad, told] of [
      ["khong-co.jpg", "Không có tệp"],
      ["folder", "là thư mục"],
      ["link.jpg", "là liên kết"],
      ["film.mp4", "lớn hơn 25 MB"],
    ] as const) {
      await put("Đường dẫn ảnh", bad);
      await open.until(told, (screen) => screen.includes(told) && promptOn(screen) !== undefined, READY_MS);
    }
    await put("Đường dẫn ảnh", `"${picture}"`);
    await open.until("the copy", (screen) => screen.includes("Đã lưu ảnh"), READY_MS);
    await put("Đường dẫn ảnh", "");
    await put("Ghi chú", "", "Tab");
    await put("Có biết năm", "2");
    await put("Năm đưa vào", "2021");
    await put("Nguyên giá", "12.000.000");
    await put("Giá trị còn", "", "Tab");
    await put("Kinh phí", "", "Tab");
    await put("Đồng ý?", "");
    await put(MENU, "", "C-c");
    await open.until("the pause", (screen) => screen.includes("làm tiếp") || screen.includes("Làm tiếp"), READY_MS);
    const [photo] = stored(home, id).devices[0]?.photos ?? [];
    expect(stored(home, id).devices[0]?.answers).toMatchObject({ used_since: 2021, price: 12_000_000, cost: "" });
    expect(stored(home, id).devices[0]?.answers).not.toHaveProperty("worth");
    const content = readFileSync(path.join(home, "photos", id, photo?.file ?? ""));
    expect(photo).toMatchObject({
      bytes: 5000,
      sha256: createHash("sha256").update(content).digest("hex"),
      originalName: "Ảnh máy 1.JPG",
    });
    expect(photo?.file).toMatch(/^[0-9a-f]{16}_anh-may-1\.jpg$/u);
  }, 120_000);
});
