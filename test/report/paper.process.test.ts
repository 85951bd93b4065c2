import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { recordHtml } from "../../src/report/html/record.ts";
import { toPdf } from "../../src/commands/shared/to-pdf.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { device, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";
import { askPage, needChromium, needPdfTools, scratchFolder, withScript } from "./support/chromium.ts";
import { wetDevices, wetVisit } from "./support/sample-visits.ts";

// The paper as a printer gives it: printed by Chromium, read back from the PDF, its pages looked at dot by dot.
beforeAll(async () => {
  needChromium();
  await needPdfTools();
});

/** Printed by `report --format pdf`, as the user does. */
async function printed(one: Visit): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = scratchFolder();
  const store = openStore(folder, "vi");
  store.create(one);
  store.close();
  const { context, stderr } = testContext(folder, { lang: "vi" });
  expect(await run(context, [], { format: "pdf", output: "record.pdf" })).toBe(0);
  expect(stderr()).toBe("Đã ghi record.pdf\n");
  return { folder, file: path.join(folder, "record.pdf") };
}

async function pagesOf(file: string): Promise<string[]> {
  const { stdout } = await execa("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]);
  return stdout.normalize("NFC").split("\f").slice(0, -1);
}

const words = (text: string): string[] =>
  text
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "");

/** Rows of dots, 0 black to 255 white, of every page. */
async function dotsOf(file: string, folder: string): Promise<{ width: number; height: number; data: Buffer }[]> {
  const DPI = 72;
  await execa("pdftoppm", ["-r", String(DPI), "-gray", file, path.join(folder, "page")]);
  const { stdout: names } = await execa("ls", [folder]);
  return names
    .split("\n")
    .filter((name) => name.endsWith(".pgm"))
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      const [head = "", width = "", height = ""] =
        /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
      return { width: Number(width), height: Number(height), data: bytes.subarray(head.length) };
    });
}

/** The page on which the last signature stands. */
function signedOn(pages: readonly string[]): number {
  return pages.findIndex((page) => page.includes("XÁC NHẬN CỦA UBND XÃ")) + 1;
}

test.for([
  { count: 1, signed: 2, table: 1 },
  { count: 6, signed: 3, table: 1 },
  { count: 40, signed: 4, table: 4 },
])(
  "$count devices: signed by page $signed, and all data read back from the paper",
  async ({ count, signed, table }) => {
    const one = await wetVisit(count);
    const { file } = await printed(one);
    const pages = await pagesOf(file);
    const all = new Set(pages.flatMap(words));
    const told = [
      "KẾT LUẬN AN TOÀN ĐIỆN: CHƯA ĐƯỢC CẮM ĐIỆN",
      "Trần Thị Ngọc Ánh",
      "Nguyễn Hữu Phước",
      "Phạm Quốc Khánh",
      "Đỗ Mạnh Cường",
      "hộp hồ sơ đất đai 2019–2021 bị ướt",
      "Ông Lê Văn Đức",
      "Mất đường truyền Internet cố định. Không có nhân lực khôi phục tại chỗ.",
      ...one.devices.flatMap((each) => [each.serial, each.brand, each.label]),
    ].flatMap(words);
    // A full stop, comma or semicolon may follow.
    const seen = (word: string): boolean => ["", ",", ";", ".", ":"].some((end) => all.has(`${word}${end}`));
    expect(told.filter((word) => !seen(word))).toEqual([]);
    expect(signedOn(pages)).toBeGreaterThan(0);
    expect(signedOn(pages)).toBeLessThanOrEqual(signed);
    const rows = pages.filter((page) => one.devices.some(({ serial }) => words(page).includes(`${serial};`)));
    expect(rows.length).toBeLessThanOrEqual(table);
  },
);

test("40 devices, no two alike, take at most four pages", async () => {
  const bodies = ["ok", "cracked", "burnt"];
  const one = await wetVisit(40, {
    devices: wetDevices(40, (at) => ({
      answers: {
        water: ["full", "board", "splash", "below_board"][at % 4] ?? "full",
        water_type: ["river_mud", "brackish", "rain"][at % 3] ?? "rain",
        wet_time: ["h24_72", "gt72h", "h2_24", "lt2h"][(at >> 2) % 4] ?? "lt2h",
        dry_time: ["still_wet", "d1_2", "d3_6", "ge7d", "lt1d"][at % 5] ?? "ge7d",
        body: bodies[(at >> 3) % 3] ?? "ok",
        corrosion: ["light", "heavy", "none"][(at >> 1) % 3] ?? "none",
        data: at % 2 === 0 ? "important" : "backed_up",
        mud: "some",
      },
    })),
  });
  const pages = await pagesOf((await printed(one)).file);
  const rows = pages.filter((page) => one.devices.some(({ serial }) => words(page).includes(`${serial};`)));
  expect(rows.length).toBeLessThanOrEqual(4);
});

test("the number of the page stands on top of all but the first; nothing is cut at the right", async () => {
  const one = await wetVisit(40);
  const { file, folder } = await printed(one);
  const pages = await pagesOf(file);
  expect(pages.map((page) => /^\s*(\d+)\n/u.exec(page)?.[1] ?? "")).toEqual(
    pages.map((_, at) => (at === 0 ? "" : String(at + 1))),
  );
  for (const page of pages) expect(page).toContain(one.id);
  const looked = await dotsOf(file, folder);
  expect(looked).toHaveLength(pages.length);
  for (const [at, { width, height, data }] of looked.entries()) {
    // A4 upright at 72 dots an inch.
    expect([Math.round(width / 10), Math.round(height / 10)]).toEqual([60, 84]);
    const dark = (x: number): number => {
      let count = 0;
      for (let y = 0; y < height; y += 1) if ((data[y * width + x] ?? 255) < 128) count += 1;
      return count;
    };
    const rightMargin = Math.round(((210 - 15 + 1) / 210) * width);
    for (let x = rightMargin; x < width; x += 1) expect(dark(x)).toBe(0);
    // The right border of a table that fills the page: one long line just inside the margin.
    if (!/STT/u.test(pages[at] ?? "")) continue;
    const border = Math.max(...Array.from({ length: 6 }, (_, step) => dark(rightMargin - 1 - step)));
    expect(border, `page ${at + 1}`).toBeGreaterThan(height / 20);
  }
});

test("axe-core finds nothing on a wide screen and a narrow one, and nothing runs out of a telephone", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const one = await wetVisit(6, { stage: "after" });
  const tell = "document.documentElement.setAttribute('data-told', encodeURIComponent(JSON.stringify(told)))";
  for (const lang of ["vi", "en"] as const) {
    const html = [...recordHtml([one], lang)].join("");
    for (const size of [
      [1280, 900],
      [500, 800],
    ] as const) {
      const script = `${axe.replaceAll("</script", "<\\/script")};axe.run({ resultTypes: ["violations"] }).then(({ violations }) => { const told = violations.map((each) => each.id + ": " + each.nodes.map((node) => node.html).join(" ")); ${tell}; })`;
      expect(await askPage(withScript(html, script), scratchFolder(), size)).toEqual([]);
      // The instrument itself: a page that says no language is found.
      const mute = withScript(html.replace(/<html lang="[^"]*">/u, "<html>"), script);
      expect(String(await askPage(mute, scratchFolder(), size))).toContain("html-has-lang");
    }
    // A telephone of 360 dots: only what says so itself may be scrolled sideways.
    const frame = `<!doctype html><body><iframe id="f" style="width:360px;height:700px"></iframe><script>const f = document.getElementById("f"); f.srcdoc = ${JSON.stringify(html).replaceAll("<", "\\u003c")}; f.onload = () => { const d = f.contentDocument.documentElement; const told = [d.scrollWidth <= 360, getComputedStyle(f.contentDocument.querySelector(".scroll")).overflowX]; ${tell}; };</script></body>`;
    expect(await askPage(frame, scratchFolder(), [800, 800])).toEqual([true, "auto"]);
  }
});

test("photos are small, four to a page, under their device and name, and say nothing of where they were taken", async () => {
  const folder = scratchFolder();
  const jpeg = (await import("jpeg-js")).default;
  const store = openStore(folder, "vi");
  const { storePhoto } = await import("../../src/checklist/session/photos.ts");
  const { context } = testContext(folder, { lang: "vi" });
  const one = visit();
  const noise = Buffer.alloc(1600 * 1200 * 4, 0);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 7919) % 251;
  const photos = [];
  for (let at = 0; at < 5; at += 1) {
    noise[0] = at;
    const { data } = jpeg.encode({ width: 1600, height: 1200, data: noise }, 95);
    // EXIF: little endian, one entry, 0x0112 = 6, lying on its side; then a place that must not come along.
    const exif = Buffer.from("45786966000049492a0008000000010012010300010000000600000000000000", "hex");
    const block = Buffer.concat([exif, Buffer.from("GPS 17.3N 106.6E")]);
    const length = Buffer.from([0xff, 0xe1, (block.length + 2) >> 8, (block.length + 2) & 255]);
    writeFileSync(
      path.join(folder, `Ảnh ${at}.jpg`),
      Buffer.concat([data.subarray(0, 2), length, block, data.subarray(2)]),
    );
    const stored = await storePhoto(`Ảnh ${at}.jpg`, store.photoFolder(one.id), context, "vi");
    if (!stored.ok) throw new Error(stored.problem);
    photos.push(stored.photo);
  }
  writeFileSync(path.join(folder, "torn.jpg"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  const torn = await storePhoto("torn.jpg", store.photoFolder(one.id), context, "vi");
  if (!torn.ok) throw new Error(torn.problem);
  store.create({ ...one, devices: [device("d1", { photos }), device("d2", { photos: [torn.photo] })] });
  store.close();
  const html = testContext(folder, { lang: "vi" });
  expect(await run(html.context, [], { format: "html" })).toBe(0);
  const pictures = [...html.stdout().matchAll(/<img src="data:image\/jpeg;base64,([^"]+)" alt="([^"]+)">/gu)];
  expect(pictures.map(([, , alt]) => alt)).toEqual(
    photos.map(({ originalName }) => `Thiết bị số 1: Máy tính để bàn, Máy một cửa, Phòng 101 – ${originalName}`),
  );
  for (const [, data = ""] of pictures) {
    const bytes = Buffer.from(data, "base64");
    const { width, height } = jpeg.decode(bytes);
    expect([width, height]).toEqual([480, 640]);
    expect(bytes.toString("latin1")).not.toContain("GPS");
  }
  expect(html.stdout()).toContain("Ảnh không đọc được trên máy này");
  expect(await run(html.context, [], { format: "pdf", output: "photos.pdf" })).toBe(0);
  const pages = await pagesOf(path.join(folder, "photos.pdf"));
  const counts = pages.map((page) => page.match(/Thiết bị số \d:/gu)?.length ?? 0).filter((count) => count > 0);
  expect(counts).toEqual([4, 2]);
});

test("without a browser, or with one that fails, the page itself is written, with the way to print it; exit 2", async () => {
  for (const browser of [null, "/bin/false", "/bin/true"]) {
    const folder = scratchFolder();
    const { context, stderr } = testContext(folder, { lang: "vi" });
    const page = [...recordHtml([visit()], "vi")];
    expect(await toPdf(context, "out.pdf", page, false, browser)).toBe(2);
    expect(readFileSync(path.join(folder, "out.html"), "utf8")).toBe(page.join(""));
    expect(stderr()).toMatch(/^Đã ghi out\.html\n.*Ctrl\+P/u);
  }
});

test("a paper that this program printed may be printed again; a foreign PDF is left alone", async () => {
  const folder = scratchFolder();
  const store = openStore(folder, "vi");
  store.create(visit());
  store.close();
  const { context } = testContext(folder, { lang: "vi" });
  for (let time = 0; time < 2; time += 1) expect(await run(context, [], { format: "pdf", output: "own.pdf" })).toBe(0);
  writeFileSync(path.join(folder, "foreign.pdf"), "%PDF-1.4\nsomebody's\n%%EOF\n");
  await expect(run(context, [], { format: "pdf", output: "foreign.pdf" })).rejects.toMatchObject({ exitCode: 64 });
  await expect(run(context, [], { format: "pdf" })).rejects.toMatchObject({ exitCode: 64 });
});
