import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceQuestions } from "../../src/checklist/data/catalogue.ts";
import { DEVICE_TYPES } from "../../src/checklist/data/device-types.ts";
import { CONFIRMED, contradictionsOf, openContradictions } from "../../src/checklist/triage/contradictions.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import { anyDeviceOf, SAFE, withAnswer } from "./support/devices.ts";

/** Parts that cannot have stayed dry in a device that was wholly under water: [question, wet, dry]. */
const PARTS = [
  ["psu_wet", "co", "khong"],
  ["disk_height", "duoi", "tren_muc_nuoc"],
  ["keyboard_wet", "co", "khong"],
  ["toner_wet", "co", "khong"],
  ["fuser_wet", "co", "khong"],
  ["batt_submerged", "co", "khong"],
  ["battery", "intact_wet", "intact_dry"],
] as const;

const CASES = PARTS.flatMap(([part, wet, dry]) =>
  DEVICE_TYPES.filter((type) => deviceQuestions(type).some((question) => question.id === part)).map((type) => ({
    type,
    part,
    wet,
    dry,
    name: `${part} of ${type.id}`,
  })),
);

describe.each(CASES)("wholly under water: $name", ({ type, part, wet, dry }) => {
  const flooded = anyDeviceOf([type]).map((device) => withAnswer(device, "water", "full"));

  it("counts as wet where somebody wrote that it stayed dry, and that is asked about", () => {
    fc.assert(
      fc.property(flooded, (device) => {
        const told = triage(withAnswer(device, part, dry), SAFE);
        const right = triage(withAnswer(device, part, wet), SAFE);
        expect([told.disposition, told.rule]).toEqual([right.disposition, right.rule]);
        expect(told.advice).toEqual(expect.arrayContaining(right.advice.filter((id) => !id.startsWith("ask_"))));
        expect(told.flags).toContain("VERIFY");
        expect(told.advice.some((id) => id.startsWith("ask_"))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

// Whether "something else" holds a battery at all, the depth cannot tell.
describe.each(CASES.filter(({ part, type }) => part !== "battery" || type.cells === "lithium"))(
  "wholly under water, told by nobody: $name",
  ({ type, part, wet }) => {
    const flooded = anyDeviceOf([type]).map((device) => withAnswer(device, "water", "full"));

    it("counts as wet where nobody knows", () => {
      fc.assert(
        fc.property(flooded, fc.constantFrom("", "khong_ro", "unknown"), (device, unknown) => {
          const { [part]: _gone, ...others } = device.answers;
          const right = triage(withAnswer(device, part, wet), SAFE);
          for (const each of [withAnswer(device, part, unknown), { ...device, answers: others }]) {
            const result = triage(each, SAFE);
            expect([result.disposition, result.rule, result.advice]).toEqual([
              right.disposition,
              right.rule,
              right.advice,
            ]);
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

describe("answers that cannot both be true", () => {
  it.each([
    ["pc", { cleaned: "yes", mud: "heavy", water: "board" }, {}, "ask_mud"],
    ["token", { token_lost: "co", works_now: "ok", water: "none" }, {}, "ask_token"],
    ["switch", { ports_total: 8, ports_ok: 9, water: "none", works_now: "partial" }, {}, "ask_ports"],
    ["scanner", { water: "full" }, { s8_peak_cm: 0 }, "ask_depth"],
  ] as const)("of a %s %j %j", (type, answers, safety, advice) => {
    const kind = DEVICE_TYPES.find((each) => each.id === type);
    if (kind === undefined) throw new Error(type);
    expect(contradictionsOf(kind, answers, safety).map((each) => each.advice)).toEqual([advice]);
    const result = triage({ type, answers }, { ...SAFE, ...safety });
    expect(result.advice).toContain(advice);
    expect(result.flags).toContain("VERIFY");
    // Standing by both ends the question, not the doubt.
    const confirmed = { ...answers, [CONFIRMED]: [advice] };
    expect(openContradictions(kind, confirmed, safety)).toEqual([]);
    expect(triage({ type, answers: confirmed }, { ...SAFE, ...safety }).flags).toContain("VERIFY");
  });

  it("are none in a plain flood", () => {
    const answers = { water: "full", psu_wet: "co", disk_height: "duoi", cleaned: "yes", mud: "some" };
    const pc = DEVICE_TYPES.find((each) => each.id === "pc");
    if (pc === undefined) throw new Error("pc");
    expect(contradictionsOf(pc, answers, { s8_peak_cm: 90 })).toEqual([]);
  });

  it("never count as a cleaning", () => {
    const answers = {
      water: "board",
      water_type: "rain",
      wet_time: "lt2h",
      on_when_wet: "no",
      powered_after: "no",
      dry_time: "ge7d",
      corrosion: "none",
      body: "ok",
      data: "none",
      age: "lt3",
      before: "ok",
      cleaned: "yes",
      works_now: "ok",
    };
    expect(triage({ type: "pc", answers: { ...answers, mud: "some" } }, SAFE).disposition).toBe("REUSE");
    expect(triage({ type: "pc", answers: { ...answers, mud: "heavy" } }, SAFE)).toMatchObject({
      disposition: "CLEAN_DRY",
      flags: expect.arrayContaining(["NO_POWER"]),
    });
  });
});
