import { expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { run as visits } from "../../src/commands/visits.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { device, finding, PROFILE, scan, scratch, site, visit } from "../visit/helpers/sample.ts";
import { testContext } from "./helpers.ts";

const HOSTILE = `<script>alert("x")</script> & 'y' \u001b[2J`;
const whole = visit({
  finishedAt: "2026-11-21T10:00:00+07:00",
  technician: HOSTILE,
  survey: { grid: "da_co", grid_since: "2026-11-20T07:00:00+07:00", internet: "mat", contact_name: HOSTILE, staff: "" },
  safety: { s1: "khong" },
  site: { ...site("Trường THCS Hàm Ninh"), type: "truong_thcs" },
  devices: [
    device("d1", { quantity: 20, note: HOSTILE }),
    device("d2", {
      type: "switch",
      override: { disposition: "REPLACE", reason: "cháy nguồn", by: "Tổ 1", at: "2026-11-21T09:00:00+07:00" },
    }),
    device("d3", { triage: null, done: false, answers: { before: "faulty" } }),
  ],
  scan: scan("faulty", [], [finding()]),
});

async function report(
  one: Visit,
  options: Record<string, unknown>,
  lang: "vi" | "en" = "vi",
  columns = 80,
): Promise<string> {
  const folder = scratch();
  const store = openStore(folder, lang);
  store.create(one);
  store.close();
  const { context, stdout } = testContext(folder, { lang, columns, langTyped: options["lang"] !== undefined });
  expect(await run(context, [], options)).toBe(0);
  return stdout();
}

test("the record: form of an official paper, everything that is known, blanks for the rest", async () => {
  const html = await report(whole, { format: "html" });
  const told = describeFinding(finding(), PROFILE, "vi");
  for (const part of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "BIÊN BẢN",
    "ỦY BAN NHÂN DÂN XÃ QUẢNG NINH",
    "TRƯỜNG THCS HÀM NINH",
    "Quảng Ninh, ngày 21 tháng 11 năm 2026",
    "vào hồi 08 giờ 30 phút",
    "Xã Hàm Ninh cũ",
    "Điện lưới: Đã có",
    "Có điện lại từ: 20/11/2026 07:00",
    "Một cửa điện tử",
    "onestop.<wbr>test:<wbr>443",
    "Không đạt",
    "Máy tính để bàn: Máy một cửa",
    "Ngập tới bo mạch",
    "Kỹ thuật viên quyết định (Tổ 1): cháy nguồn",
    "Hỏng từ trước lũ",
    "ĐẠI DIỆN TỔ KỸ THUẬT",
    "NGƯỜI LẬP BIÊN BẢN",
    "ĐẠI DIỆN ĐƠN VỊ",
    whole.id,
    "qbrecover 0.1.0",
    "test-profile 1.2",
    "a".repeat(64),
    told.title,
  ])
    expect(html).toContain(part);
  expect(html).not.toContain("BẢN NHÁP");
});

test("the record is one file that loads nothing and runs nothing, whatever people and servers wrote", async () => {
  for (const lang of ["vi", "en"] as const) {
    const html = await report(whole, { format: "html", lang }, lang);
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import/iu);
    expect(html).not.toContain("\u001b");
    expect(html.match(/<!doctype html>/gu)).toHaveLength(1);
  }
});

test("the record is Vietnamese on a laptop of any language, unless another one is typed", async () => {
  const vietnamese = await report(whole, { format: "html" });
  expect(await report(whole, { format: "html" }, "en")).toBe(vietnamese);
  const english = await report(whole, { format: "html", lang: "en" }, "en");
  expect(english).toContain('<html lang="en">');
  expect(english).not.toContain("BIÊN BẢN");
  // A configured language counts for the screen.
  expect(await report(whole, { format: "text" }, "en")).toContain("Technician: ");
});

test("a visit with nothing in it yet gives a draft to be filled in by hand", async () => {
  const html = await report(visit({ site: null, technician: "" }), { format: "html" });
  for (const part of ["BẢN NHÁP", "Chưa kiểm tra mạng.", "Chưa kiểm tra thiết bị.", "…………"])
    expect(html).toContain(part);
});

test("the summary fits the screen and says what was found, in the language of the call", async () => {
  for (const [lang, columns] of [
    ["vi", 80],
    ["en", 60],
  ] as const) {
    const text = await report(whole, {}, lang, columns);
    const told = describeFinding(finding(), PROFILE, lang);
    const flat = text.replaceAll(/\s+/gu, " ");
    expect(flat).toContain(told.title);
    expect(flat).toContain(told.remedy.replaceAll(/\s+/gu, " "));
    expect(flat).toContain({ vi: "Máy tính để bàn × 20", en: "Desktop computer × 20" }[lang]);
    expect(flat).toContain(
      {
        vi: "theo quy tắc: Vệ sinh, sấy khô, kiểm tra lại; Tổ 1 quyết định: cháy nguồn",
        en: "by the rule: Clean, dry, check again; decided by Tổ 1: cháy nguồn",
      }[lang],
    );
    expect(text).not.toContain("\u001b");
    for (const line of text.split("\n").filter((each) => each.includes(" ")))
      expect(line.normalize("NFC").length).toBeLessThanOrEqual(columns);
  }
});

test("visits show prints the same summary", async () => {
  const folder = scratch();
  const store = openStore(folder, "en");
  store.create(whole);
  store.close();
  const shown = testContext(folder);
  expect(await visits(shown.context, ["show", whole.id.slice(0, 8)], {})).toBe(0);
  expect(shown.stdout()).toBe(await report(whole, {}, "en", 100));
});

test("the findings table has the sentences beside the codes", async () => {
  const csv = await report(whole, { table: "findings", format: "json" });
  const told = describeFinding(finding(), PROFILE, "vi");
  expect(JSON.parse(csv)).toMatchObject([
    {
      rank: 1,
      cause: "GATEWAY_DOWN",
      culprit: "gateway",
      severity: "critical",
      affects: "onestop",
      title: told.title,
      remedy: told.remedy,
      evidence: "gateway:192.168.1.1%eth0",
    },
  ]);
});
