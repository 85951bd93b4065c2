import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { SURVEY_QUESTIONS } from "../../src/survey/data/questions.ts";
import { makeSite, unknownUnit } from "../../src/survey/site.ts";
import { newVisit } from "../../src/visit/new-visit.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { tempHome } from "./support/cli.ts";
import { answersOfHazards } from "../../src/checklist/data/hazards.ts";
import { SAFE } from "./support/devices.ts";
import { needTmux, openTerminal, promptOn, type Terminal } from "./support/terminal.ts";

const READY_MS = 20_000;
let open: Terminal | undefined;

beforeAll(needTmux);
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** The screen once a question is put. */
async function asked(question: string): Promise<string> {
  const put = (shown: string): boolean => promptOn(shown)?.question.startsWith(question) === true;
  return (await open?.until(`"${question}"`, put, READY_MS)) ?? "";
}

function onlyVisit(home: string): Visit | undefined {
  const store = openStore(home, "vi", "read");
  try {
    return [...store.iterate({})].at(0);
  } finally {
    store.close();
  }
}

describe("the place in the terminal", () => {
  it("asks which commune is meant where --unit may be several, and goes on with the one chosen", async () => {
    const home = tempHome();
    open = await openTerminal(home, ["checklist", "--new", "--unit", "Minh Hóa", "--site", "UBND xã Minh Hóa cũ"]);
    const screen = await asked("Xã, phường nào");
    expect(screen).toContain("Xã Minh Hóa, Huyện Minh Hóa, Tỉnh Quảng Bình → nay là Xã Kim Phú (18931)");
    await open.press("Down", "Enter");
    await open.until("the first question", (shown) => shown.includes("Tab bỏ qua"), READY_MS);
    expect(onlyVisit(home)?.site).toMatchObject({
      unit: { code: "18943" },
      formerUnit: { code: "18931" },
      name: "UBND xã Minh Hóa cũ",
    });
  });

  it("asks for the commune that a sheet left open, near names first, and keeps building and kind", async () => {
    const home = tempHome();
    const store = openStore(home, "vi");
    const unit = unknownUnit("xã Đakrongg");
    const site = makeSite({ unit, formerUnit: null, name: "Trạm y tế Klu", type: "tram_y_te" });
    const visit = newVisit({
      now: Date.now(),
      timeZone: "Asia/Ho_Chi_Minh",
      randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
      site,
    });
    const survey = Object.fromEntries(SURVEY_QUESTIONS.map((question) => [question.id, ""]));
    store.create({
      ...visit,
      survey,
      safety: { ...answersOfHazards([]), ...SAFE, s8_peak_cm: 90, s8_hours: 30, s9: "lu_bun" },
    });
    store.close();
    open = await openTerminal(home, ["checklist", "--visit", visit.id]);
    const screen = await asked("Xã, phường (tên");
    expect(screen).toContain("chưa rõ xã, phường (xã Đakrongg)");
    expect(screen).toMatch(/› Xã Đakrông, Tỉnh Quảng Trị \(19564\)/u);
    await open.press("Enter");
    await open.until("the choice", (shown) => shown.includes("✔ Xã, phường"), READY_MS);
    await expect
      .poll(() => onlyVisit(home)?.site, { timeout: READY_MS })
      .toMatchObject({
        unit: { code: "19564" },
        name: "Trạm y tế Klu",
        type: "tram_y_te",
      });
  });
});
