import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { qbrecover, tempHome } from "./support/cli.ts";

function storedVisits(home: string): Visit[] {
  const store = openStore(home, "vi", "read");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

const SURVEY: Readonly<Record<string, string>> = {
  unit: "Hàm Ninh",
  name: "UBND xã Hàm Ninh cũ",
  type: "ubnd",
  s1: "khong",
  s2: "Đã cắt",
  s3: "khong",
  s5: "khong",
  internet: "Mất",
  lost_since: "18/10/2020 6:00",
  onestop: "khong_dung_duoc",
  damaged_pc: "1.200",
};

/** Fills the template in as an office would: answers beside the questions, one line a device. */
function filled(
  template: string,
  delimiter: string,
  answers: Readonly<Record<string, string>>,
  devices: readonly Readonly<Record<string, string>>[],
): string {
  const rows: string[][] = parse(template, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true });
  const heads = rows.at(-1) ?? [];
  const survey = rows.map((row) =>
    ["site", "safety", "survey"].includes(row[0] ?? "") ? row.with(3, answers[row[1] ?? ""] ?? "") : row,
  );
  return stringify([...survey, ...devices.map((device) => heads.map((head) => device[head] ?? ""))], {
    delimiter,
    bom: true,
    record_delimiter: "windows",
  });
}

describe("checklist --template and --answers", () => {
  it("takes back a filled template: units, labels or ids, gate and triage applied", async () => {
    const home = tempHome();
    expect((await qbrecover(home, "checklist", "--template", "mau.csv")).status).toBe(0);
    const template = readFileSync(path.join(home, "mau.csv"), "utf8");
    expect(template.codePointAt(0)).toBe(0xfeff);
    const devices = [
      {
        type: "pc",
        quantity: "40",
        room: "Phòng máy",
        water: "full",
        on_when_wet: "no",
        works_now: "Chưa thử",
        corrosion: "light",
        data: "none",
        age: "lt3",
        cleaned: "no",
      },
      {
        type: "Máy in laser / đa năng",
        water: "none",
        works_now: "ok",
        serial: "-65",
        override: "replace",
        override_reason: "hết mực, quá cũ",
      },
    ];
    writeFileSync(path.join(home, "dien.csv"), filled(template, ";", SURVEY, devices));
    const run = await qbrecover(home, "checklist", "--answers", "dien.csv");
    expect(run).toMatchObject({ status: 0, stdout: "" });
    const [visit] = storedVisits(home);
    expect(visit?.site).toMatchObject({
      unit: { code: "19207", list: "vn-2025-07" },
      formerUnit: { code: "19219", list: "vn-2025-06" },
      type: "ubnd",
      name: "UBND xã Hàm Ninh cũ",
    });
    expect(visit?.survey).toEqual({
      internet: "mat",
      lost_since: "2020-10-18T06:00",
      onestop: "khong_dung_duoc",
      damaged_pc: 1200,
    });
    expect(visit?.safety["s2"]).toBe("da_cat");
    expect(
      visit?.devices.map((device) => [
        device.type,
        device.quantity,
        device.triage?.disposition,
        device.triage?.rule,
        device.done,
      ]),
    ).toEqual([
      ["pc", 40, "REPAIR", "pc.psu", true],
      ["printer_laser", 1, "REUSE", "G06", true],
    ]);
    expect(visit?.devices[1]).toMatchObject({
      serial: "-65",
      override: { disposition: "REPLACE", reason: "hết mực, quá cũ" },
    });
    expect(visit?.finishedAt).not.toBeNull();
  });

  it("reads comma, semicolon, tab, decomposed letters, no byte order mark, and UTF-16 as Excel writes it", async () => {
    for (const [index, delimiter] of [",", ";", "\t"].entries()) {
      const home = tempHome();
      const text = [
        ["site", "unit", "", "Hàm Ninh".normalize("NFD")],
        ["survey", "staff", "", "Không có".normalize("NFD")],
        ["device", "type", "water"],
        ["", "ups", "full"],
      ]
        .map((row) => row.join(delimiter))
        .join("\n");
      writeFileSync(
        path.join(home, "a.csv"),
        index === 2 ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]) : text,
      );
      expect((await qbrecover(home, "checklist", "--answers", "a.csv")).stderr).toContain("1 câu trả lời, 1 bản ghi");
      expect(storedVisits(home)[0]?.survey).toEqual({ staff: "khong_co" });
    }
  });

  it("tells every mistake at once by line and column, and imports nothing", async () => {
    const home = tempHome();
    const rows = [
      "site,unit,,19207",
      "survey,internet,,chết",
      "survey,onestop_backlog,,nhiều",
      "survey,sao_hoa,,co",
      "survey,grid_since,,31/02/2020",
      "device,type,quantity,water,adapter_wet,override,cột lạ",
      ",máy bay,1,full,,,",
      ",pc,1.5,full,co,,",
      ",switch,0,xx,,replace,",
      ",,1,full,,,x",
    ];
    writeFileSync(path.join(home, "sai.csv"), rows.join("\r\n"));
    const { status, stderr } = await qbrecover(home, "checklist", "--answers", "sai.csv");
    expect(status).toBe(78);
    for (const part of [
      "dòng 1, cột unit",
      "vn-2025-06:19207",
      "dòng 2, cột internet",
      "cham_chap_chon",
      "dòng 3",
      "dòng 4, cột sao_hoa",
      "dòng 5, cột grid_since",
      "dòng 7, cột type",
      "dòng 8, cột quantity",
      "dòng 8, cột adapter_wet",
      "dòng 9, cột quantity",
      "dòng 9, cột water",
      "dòng 9: cần lý do",
      "dòng 10",
      "Chưa nhập gì cả",
    ])
      expect(stderr).toContain(part);
    expect(stderr).not.toContain(" at ");
    expect(storedVisits(home)).toEqual([]);
  });

  it("takes JSON, with mistakes by path", async () => {
    const home = tempHome();
    const good = {
      site: { unit: "vn-2025-06:19222", name: "Trường tiểu học Duy Ninh" },
      safety: { s1: "co" },
      survey: { pupils: 310 },
      devices: [{ type: "hdd", quantity: 2, answers: { water: "full", data: "important" } }],
    };
    writeFileSync(path.join(home, "a.json"), JSON.stringify(good));
    expect((await qbrecover(home, "checklist", "--answers", "a.json", "--technician", "Tổ 1")).status).toBe(0);
    const [visit] = storedVisits(home);
    expect(visit).toMatchObject({
      technician: "Tổ 1",
      site: { type: "truong_th", unit: { name: "Xã Ninh Châu" } },
      survey: { pupils: 310 },
    });
    // The gate is closed: nothing may be switched on; the data is to be rescued all the same.
    expect(visit?.devices[0]?.triage).toMatchObject({ disposition: "HOLD", rule: "disk.hold" });
    const odd = { devices: [{ type: "pc", label: "Máy 7", answers: { water: "full", psu_wet: "khong" } }] };
    writeFileSync(path.join(home, "odd.json"), JSON.stringify(odd));
    const told = await qbrecover(home, "checklist", "--answers", "odd.json", "--visit", visit?.id ?? "");
    expect(told.status).toBe(0);
    expect(told.stderr).toContain("Máy 7): Hỏi lại: ghi ngập hẳn nhưng bộ nguồn khô");
    writeFileSync(
      path.join(home, "b.json"),
      JSON.stringify({ ...good, devices: [{ type: "hdd", answers: { water: ["full"] } }, 5], extra: 1 }),
    );
    const bad = await qbrecover(home, "checklist", "--answers", "b.json");
    expect(bad.status).toBe(78);
    for (const part of ["devices[0].answers.water", "devices[1]", "extra"]) expect(bad.stderr).toContain(part);
  });

  it("adds to a visit that is named, and refuses what cannot be meant", async () => {
    const home = tempHome();
    writeFileSync(path.join(home, "a.csv"), "site,unit,,Võ Ninh\nsurvey,internet,,mat\n");
    await qbrecover(home, "checklist", "--answers", "a.csv");
    const id = storedVisits(home)[0]?.id ?? "";
    writeFileSync(path.join(home, "b.csv"), "safety,s1,,khong\ndevice,type,water\n,ups,full\n");
    expect((await qbrecover(home, "checklist", "--answers", "b.csv", "--visit", id)).status).toBe(0);
    expect(storedVisits(home)).toHaveLength(1);
    expect(storedVisits(home)[0]).toMatchObject({ survey: { internet: "mat" }, safety: { s1: "khong" } });
    expect((await qbrecover(home, "checklist")).status).toBe(64);
    expect((await qbrecover(home, "checklist", "--unit", "Atlantis", "--answers", "a.csv")).status).toBe(64);
    expect((await qbrecover(home, "checklist", "--answers", "missing.csv")).status).toBe(78);
    expect((await qbrecover(home, "checklist", "--template", "a.csv")).status).toBe(78);
    writeFileSync(path.join(home, "latin.csv"), Buffer.from([0x73, 0x69, 0x74, 0x65, 0x2c, 0xe0, 0xff]));
    expect((await qbrecover(home, "checklist", "--answers", "latin.csv")).stderr).toContain("UTF-8");
  });

  it("keeps what is known of the place: the command line above the file, the visit below it", async () => {
    const home = tempHome();
    const file = (name: string, ...rows: string[]): string => {
      writeFileSync(path.join(home, name), [...rows, "survey,internet,,mat"].join("\n"));
      return name;
    };
    const strange = file("a.csv", "site,unit,,Atlantis", "site,name,,Trường THPT Đakrông", "site,technician,,Tổ 2");
    const first = await qbrecover(home, "checklist", "--answers", strange, "--unit", "Đakrông", "--technician", "Tổ 1");
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('dòng 1, cột unit: không dùng "Atlantis": --unit đã ghi "Xã Đakrông"');
    expect(first.stderr).toContain('dòng 3, cột technician: không dùng "Tổ 2": --technician đã ghi "Tổ 1"');
    const [visit] = storedVisits(home);
    const site = { unit: { code: "19564" }, name: "Trường THPT Đakrông", type: "truong_thpt" };
    expect(visit).toMatchObject({ technician: "Tổ 1", site });
    const into = async (answers: string): Promise<number | undefined> =>
      (await qbrecover(home, "checklist", "--answers", answers, "--visit", visit?.id ?? "")).status;
    // A commune that is not understood takes nothing from the visit that knows its own.
    expect(await into(strange)).toBe(2);
    expect(storedVisits(home)[0]).toMatchObject({ technician: "Tổ 2", site });
    expect(await into(file("b.csv", "site,type,,Trạm y tế"))).toBe(0);
    expect(storedVisits(home)[0]?.site).toMatchObject({ ...site, type: "tram_y_te" });
    expect(await into(file("c.csv", "site,unit,,Hàm Ninh"))).toBe(0);
    expect(storedVisits(home)[0]?.site).toMatchObject({ ...site, unit: { code: "19207" }, type: "tram_y_te" });
  });

  it("says which row of a sheet is not understood, what is near, and how to add it", async () => {
    const home = tempHome();
    const rows = ["site,name,,Trạm y tế Klu", "site,unit,,xã Đakrongg", "survey,internet,,mat"];
    writeFileSync(path.join(home, "a.csv"), rows.join("\n"));
    const { status, stderr } = await qbrecover(home, "checklist", "--answers", "a.csv");
    expect(status).toBe(2);
    expect(stderr).toContain('dòng 2, cột unit: không có xã/phường nào là "xã Đakrongg"');
    expect(stderr).toContain("vn-2025-07:19564  Xã Đakrông, Tỉnh Quảng Trị");
    const [visit] = storedVisits(home);
    expect(stderr).toMatch(new RegExp(`qbrecover(?:\\.mjs)? checklist --visit ${visit?.id ?? "none"}`, "u"));
    const unit = { code: "", name: "xã Đakrongg" };
    expect(visit?.site).toMatchObject({ name: "Trạm y tế Klu", type: "tram_y_te", unit });
    const report = await qbrecover(home, "report", "--all");
    expect(report.stdout).toContain("chưa rõ xã, phường (xã Đakrongg)");
    for (const form of [["--needs"], ["--priority"], ["--table", "visits"], ["--format", "json"]])
      expect((await qbrecover(home, "report", "--all", ...form)).status).toBe(0);
  });

  it("writes a JSON template that is taken back once a type is filled in", async () => {
    const home = tempHome();
    await qbrecover(home, "checklist", "--template", "mau.json");
    const text = readFileSync(path.join(home, "mau.json"), "utf8");
    writeFileSync(
      path.join(home, "dien.json"),
      text
        .replace('"type": "",\n      "quantity"', '"type": "ap",\n      "quantity"')
        .replace('"water": ""', '"water": "splash"'),
    );
    expect((await qbrecover(home, "checklist", "--answers", "dien.json")).stderr).toContain("1 bản ghi");
  });
});
