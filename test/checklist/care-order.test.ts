import { describe, expect, it } from "vitest";
import { ADVICE } from "../../src/checklist/data/advice.ts";
import { DEVICE_TYPES } from "../../src/checklist/data/device-types.ts";
import { careLines, careList } from "../../src/checklist/care-list.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import type { Answers, Device } from "../../src/visit/schema.ts";
import { device } from "../visit/helpers/sample.ts";

const TEXTS: Readonly<Record<string, { readonly en: string }>> = ADVICE;
const SAFE: Answers = { s1: "khong", s2: "da_cat", s3: "khong", s5: "khong", s6: "co", s7: "dien_luoi" };
const WET: Answers = {
  water: "board",
  water_type: "river_mud",
  wet_time: "h2_24",
  on_when_wet: "no",
  powered_after: "no",
  dry_time: "d1_2",
  corrosion: "none",
  mud: "some",
  body: "ok",
  age: "lt3",
  before: "ok",
  cleaned: "no",
  works_now: "not_tried",
};

function soaked(id: string, type: string, change: Answers = {}): Device {
  const answers = { ...WET, ...change };
  return device(id, { type, label: id, answers, triage: triage({ type, answers }, SAFE), override: null });
}

const order = (devices: readonly Device[]): (string | undefined)[] =>
  careList(devices, SAFE, "vi").map(({ name }) => devices.find(({ id }) => name.includes(id))?.id);

describe("how a device is cleaned and dried", () => {
  it("never opens what is told not to be opened, and leaves nothing to be cleaned without a word how", () => {
    const wrong = DEVICE_TYPES.flatMap((type) =>
      ["board", "humid"].flatMap((water) =>
        ["intact_dry", "no_battery"].flatMap((battery) => {
          const { disposition, advice } = triage(
            { type: type.id, answers: { ...WET, water, battery, data: "none" } },
            SAFE,
          );
          const said = (id: string): string => TEXTS[id]?.en ?? "";
          const closed = advice.some((id) => /do not open/iu.test(said(id)));
          const opened = advice.filter((id) => id.startsWith("dry_") && /\bopen, /u.test(said(id)));
          const howless = disposition === "CLEAN_DRY" && !advice.some((id) => /^(dry_|token_dry)/u.test(id));
          return (closed && opened.length > 0) || howless ? [`${type.id} ${water}: ${advice.join(" ")}`] : [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the order of washing and drying", () => {
  it("takes salt before mud, and what is still wet before what dries already", () => {
    const mud = soaked("mud-drying", "pc");
    const wet = soaked("mud-wet", "pc", { dry_time: "still_wet" });
    const salt = soaked("salt-drying", "pc", { water_type: "brackish" });
    expect(order([mud, wet, salt])).toEqual(["salt-drying", "mud-wet", "mud-drying"]);
  });

  it("takes computers before screens, all else being equal, and keeps the order of equal ones", () => {
    const screen = soaked("screen", "monitor", { monitor_kind: "lcd" });
    expect(order([screen, soaked("first", "pc"), soaked("second", "pc")])).toEqual(["first", "second", "screen"]);
  });

  it("names each with its steps, and nothing where nothing is to be cleaned", () => {
    const lines = careLines([soaked("a", "pc")], SAFE, "en");
    expect(lines[0]).toMatch(/^ORDER OF WASHING AND DRYING/u);
    expect(lines.filter((line) => line.startsWith("   • ")).length).toBeGreaterThanOrEqual(2);
    expect(careLines([soaked("dry", "pc", { water: "none", works_now: "ok" })], SAFE, "en")).toEqual([]);
  });
});
