import { expect, test } from "vitest";
import { run } from "../../src/commands/report.ts";
import { run as visits } from "../../src/commands/visits.ts";
import { ALL_DEVICE_QUESTIONS } from "../../src/checklist/data/catalogue.ts";
import { SAFETY_QUESTIONS } from "../../src/checklist/data/safety-questions.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import type { Question } from "../../src/form/question.ts";
import { legalBases } from "../../src/report/html/legal-bases.ts";
import { SURVEY_QUESTIONS } from "../../src/survey/data/questions.ts";
import { openStore } from "../../src/visit/store.ts";
import type { Answers, Visit } from "../../src/visit/schema.ts";
import { device, finding, NOW, PROFILE, scan, scratch, site, visit } from "../visit/helpers/sample.ts";
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
    "Đã có điện lưới.",
    "Có điện lại từ 20/11/2026 07:00.",
    "Một cửa điện tử",
    "onestop.<wbr>test:<wbr>443",
    "Không đạt",
    "Máy tính để bàn: Máy một cửa",
    "Bị ngập tới bo mạch, nước lũ có bùn, từ 2 đến 24 giờ.",
    "KẾT LUẬN AN TOÀN ĐIỆN: CHƯA ĐƯỢC CẮM ĐIỆN",
    "Không được cấp điện cho thiết bị số: 1, 2.",
    "Nghị định 186/2025/NĐ-CP",
    "Luật Bảo vệ bí mật nhà nước 117/2025/QH15",
    "Kỹ thuật viên quyết định (Tổ 1): cháy nguồn",
    "Hỏng từ trước lũ",
    "ĐẠI DIỆN TỔ KỸ THUẬT",
    "XÁC NHẬN CỦA UBND XÃ",
    "Nơi nhận:",
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

test("no answer addresses anybody, and none that was skipped stands on the paper", async () => {
  const every = (questions: readonly Question[], at: number): Answers =>
    Object.fromEntries(
      questions.flatMap(({ id, choices }) => {
        const chosen = choices?.[at % choices.length];
        return chosen === undefined ? [] : [[id, chosen.id]];
      }),
    );
  for (let at = 0; at < 8; at += 1) {
    const answers = every(ALL_DEVICE_QUESTIONS, at);
    const html = await report(
      visit({
        survey: every(SURVEY_QUESTIONS, at),
        safety: every(SAFETY_QUESTIONS, at),
        devices: [device("d1", { answers, triage: triage({ type: "pc", answers }, {}) })],
      }),
      { format: "html" },
    );
    expect(html).not.toMatch(/(?<!\p{L})bạn(?!\p{L})|\(bỏ qua\)|undefined|\[object/iu);
  }
  const skipped = (questions: readonly Question[]): Answers => Object.fromEntries(questions.map(({ id }) => [id, ""]));
  const html = await report(visit({ survey: skipped(SURVEY_QUESTIONS), safety: skipped(SAFETY_QUESTIONS) }), {
    format: "html",
  });
  expect(html).toContain("CHƯA ĐƯỢC CẮM ĐIỆN");
  expect(html).not.toContain("bỏ qua");
});

test("people, papers, disks and money come onto the paper where somebody told them, added up over all pieces", async () => {
  const answers = { water: "full", disk_out: "co", disk_keeper: "Ông Đức giữ", used_since: 2021, price: 12_000_000 };
  const told = visit({
    survey: {
      contact_name: "Trần Thị Ngọc Ánh",
      contact_post: "Phó Chủ tịch",
      surveyor_post: "Kỹ sư",
      others_present: "Ông Cường; Bà Hằng",
      confirmed_by: "Phạm Quốc Khánh",
      lost_files: "12 hộp hồ sơ đất đai",
      done_work: "Đã thay modem",
      send_to: "Sở Nội vụ; Lưu: VT",
    },
    devices: [
      device("d1", { quantity: 3, answers: { ...answers, remaining_value: 4_000_000, cost: 1_500_000 } }),
      device("d2", { answers: { water: "none", price: 500_000 } }),
    ],
  });
  const html = await report(told, { format: "html" });
  for (const part of [
    "Trần Thị Ngọc Ánh",
    "Phó Chủ tịch",
    "Kỹ sư",
    "Ông Cường; Bà Hằng",
    "Phạm Quốc Khánh",
    "12 hộp hồ sơ đất đai",
    "Đã thay modem",
    "– Sở Nội vụ;",
    "Số 1, Máy tính để bàn 00123456789012: Ông Đức giữ",
    "sử dụng từ năm 2021; nguyên giá 12.000.000 đồng; giá trị còn lại 4.000.000 đồng; kinh phí dự kiến 1.500.000 đồng",
    "Cộng nguyên giá: 36.500.000 đồng.",
    "Cộng giá trị còn lại: 12.000.000 đồng (đã có số liệu của 1/2 dòng).",
    "Cộng kinh phí dự kiến: 4.500.000 đồng (đã có số liệu của 1/2 dòng).",
  ])
    expect(html).toContain(part);
  expect(html).not.toContain("Sở Khoa học và Công nghệ");
});

test("a paper names the law of its own day", () => {
  expect(legalBases("2024-11-02T08:00:00+07:00", "vi").join()).toMatch(/151\/2017.*nhà nước 2018/u);
  expect(legalBases("2024-11-02T08:00:00+07:00", "vi").join()).not.toMatch(/186\/2025|117\/2025|91\/2025/u);
  expect(legalBases("2026-02-28", "vi").join()).toMatch(/186\/2025.*286\/2025.*nhà nước 2018.*91\/2025/u);
  expect(legalBases("2026-03-01", "vi").join()).toMatch(/117\/2025/u);
  expect(legalBases("2026-03-01", "vi").join()).not.toMatch(/nhà nước 2018|151\/2017/u);
});

test("after a repair: the record of acceptance, held against the visit before it at the same place", async () => {
  const folder = scratch();
  const store = openStore(folder, "vi");
  const fixed = { disposition: "REUSE" as const, rule: "G12", flags: [], advice: [] };
  const before = visit({
    devices: [device("d1"), device("d2", { serial: "SN2" })],
    scan: scan("faulty", [], [finding()]),
  });
  const after = visit(
    {
      stage: "after",
      devices: [device("n1", { triage: fixed }), device("n2", { serial: "SN2" })],
      scan: scan("healthy"),
    },
    { now: NOW + 86_400_000 },
  );
  const elsewhere = visit({ site: site("Trường khác"), devices: [device("x")] }, { now: NOW + 3_600_000 });
  for (const each of [before, elsewhere, after]) store.create(each);
  store.close();
  const { context, stdout } = testContext(folder);
  expect(await run(context, [after.id], { format: "html" })).toBe(0);
  const html = stdout();
  for (const part of [
    "Nghiệm thu sau khắc phục",
    before.id,
    "Đã khôi phục: Một cửa điện tử.",
    "<td>Vệ sinh, sấy khô, kiểm tra lại</td><td>Tận dụng – dùng tiếp</td>",
    "Còn 1 thiết bị chưa xử lý xong.",
  ])
    expect(html).toContain(part);
  const alone = await report(visit({ stage: "after", devices: [device("n1", { triage: fixed })] }), { format: "html" });
  expect(alone).toContain("Không có lượt kiểm tra trước khắc phục");
  expect(alone).toContain("Các thiết bị đã ghi đều dùng tiếp được.");
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
