import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { GATE_REASON_TEXTS, GATE_WARNING_TEXTS } from "../../src/checklist/data/gate-texts.ts";
import { answersOfHazards, HAZARDS, hazardsOfAnswers, NOT_ALL_SEEN } from "../../src/checklist/data/hazards.ts";
import { DANGER_IDS, SAFETY_FORM, SAFETY_QUESTIONS } from "../../src/checklist/data/safety-questions.ts";
import { safetyGate, type GateState } from "../../src/checklist/triage/gate.ts";
import type { Answers } from "../../src/visit/schema.ts";
import { SAFE } from "./support/devices.ts";

/** An office that no water reached and that runs: nothing ticked, power on. */
const DRY: Answers = { ...answersOfHazards([]), s8_peak_cm: 0, s2: "chua", s7: "dien_luoi" };
/** An office that was flooded to the knee and is dry again, its breaker off. */
const FLOODED: Answers = { ...SAFE, ...answersOfHazards([]), s8_peak_cm: 60, s8_hours: 20, s9: "lu_bun" };

/** Any safety answers: some missing, some skipped, numbers for the depth. */
const answer: fc.Arbitrary<Answers> = fc
  .tuple(
    ...SAFETY_FORM.map((question) => {
      const values: fc.Arbitrary<string | number> =
        question.choices === undefined
          ? fc.constantFrom(0, 30, 60, 120, 300)
          : fc.constantFrom("", ...question.choices.map((choice) => choice.id));
      return fc.option(values, { freq: 8, nil: undefined }).map((value) => [question.id, value] as const);
    }),
  )
  .map((pairs) => Object.fromEntries(pairs.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))));

describe("the gate of a site", () => {
  it.each<readonly [what: string, safety: Answers, state: GateState, reasons: readonly string[]]>([
    ["of older answer files, which know nothing of s11 to s19", SAFE, "PASS", []],
    ["of a dry office that runs normally", DRY, "PASS", []],
    ["of a flooded office in order again", FLOODED, "PASS", []],
    ["with water inside", { ...FLOODED, s1: "co" }, "STOP", ["water_inside"]],
    ["with a floor that nobody saw", { ...FLOODED, s1: "khong_ro" }, "NO_POWER", ["floor_unknown"]],
    ["with a skipped question", { ...FLOODED, s1: "" }, "NO_POWER", ["not_answered"]],
    ["with power on after water", { ...FLOODED, s2: "chua" }, "NO_POWER", ["breaker_on"]],
    ["with power on, depth unknown", { ...SAFE, s2: "chua" }, "NO_POWER", ["breaker_on"]],
    [
      "live, sockets flooded",
      { ...FLOODED, s2: "chua", s3: "o_cam", s4: "chua" },
      "STOP",
      ["live_and_flooded", "sockets_flooded"],
    ],
    ["live again after clearance", { ...FLOODED, s2: "chua", s3: "o_cam", s4: "da_dat" }, "PASS", []],
    [
      "without grid power: it returns while hands are inside",
      { ...FLOODED, s2: "khong_co_dien_luoi", s7: "khong" },
      "NO_POWER",
      ["grid_may_return"],
    ],
    [
      "without grid power, dry as it is",
      { ...DRY, s2: "khong_co_dien_luoi", s7: "may_phat" },
      "NO_POWER",
      ["grid_may_return"],
    ],
    [
      "with a burnt smell and flooded sockets",
      { ...FLOODED, s5: "co", s3: "o_cam" },
      "STOP",
      ["burnt_smell", "sockets_flooded"],
    ],
    ["with a flooded panel", { ...FLOODED, s3: "bang_dien", s4: "chua" }, "NO_POWER", ["panel_flooded"]],
    [
      "with 'not needed' for a clearance",
      { ...FLOODED, s3: "o_cam", s4: "khong_can" },
      "NO_POWER",
      ["sockets_flooded"],
    ],
    ["with a panel that nobody saw", { ...FLOODED, s3: "khong_ro" }, "NO_POWER", ["flooding_unknown"]],
    ["with a flooded panel, cleared, RCD working", { ...FLOODED, s3: "bang_dien", s4: "da_dat", s6: "co" }, "PASS", []],
    [
      "with a flooded panel, cleared, no RCD",
      { ...FLOODED, s3: "bang_dien", s4: "da_dat", s6: "khong_co" },
      "NO_POWER",
      ["portable_rcd"],
    ],
    [
      "with a flooded panel, cleared, a portable RCD",
      { ...FLOODED, s3: "bang_dien", s4: "da_dat", s6: "khong_co", s19: "co" },
      "PASS",
      [],
    ],
    [
      "with a flooded panel, a portable RCD, no clearance",
      { ...FLOODED, s3: "bang_dien", s4: "chua", s6: "khong", s19: "co" },
      "NO_POWER",
      ["panel_flooded"],
    ],
    ["without gloves", { ...FLOODED, s10: "thieu" }, "NO_POWER", ["no_gear"]],
    ["without a word about gloves", { ...FLOODED, s10: "" }, "NO_POWER", ["not_answered"]],
    ["with wires down", { ...DRY, s18: "co" }, "STOP", ["wires_down"]],
    ["with a cracked building", { ...DRY, s14: "co" }, "STOP", ["structure"]],
    ["with a smell of gas", { ...DRY, s15: "co" }, "STOP", ["gas"]],
    ["with dangers that nobody looked for", { ...FLOODED, s15: "khong_ro" }, "NO_POWER", ["danger_unknown"]],
    ["with a UPS that still feeds", { ...FLOODED, s12: "co" }, "NO_POWER", ["ups_feeding"]],
    ["with a generator next door and no breaker off", { ...DRY, s13: "co" }, "NO_POWER", ["backfeed"]],
    ["with a generator next door, breaker off", { ...FLOODED, s13: "co" }, "PASS", []],
    ["with solar panels, sewage and snakes, all in order", { ...FLOODED, s11: "co", s16: "co", s17: "co" }, "PASS", []],
    ["with 120 cm of water and dry sockets", { ...FLOODED, s8_peak_cm: 120 }, "NO_POWER", ["contradiction_sockets"]],
    ["with 119 cm of water and dry sockets", { ...FLOODED, s8_peak_cm: 119 }, "PASS", []],
    [
      "with no water and flooded sockets",
      { ...FLOODED, s8_peak_cm: 0, s3: "o_cam", s4: "da_dat" },
      "NO_POWER",
      ["contradiction_peak"],
    ],
    [
      "with no grid power, and grid power",
      { ...FLOODED, s2: "khong_co_dien_luoi" },
      "NO_POWER",
      ["grid_may_return", "contradiction_grid"],
    ],
    ["while nothing is answered", {}, "NO_POWER", ["not_answered"]],
  ])("%s", (_what, safety, state, reasons) => {
    expect([safetyGate(safety).state, safetyGate(safety).reasons]).toEqual([state, reasons]);
  });

  it("warns of what is no reason to stop", () => {
    const { warnings } = safetyGate({
      ...FLOODED,
      s6: "khong_co",
      s7: "may_phat",
      s11: "khong_ro",
      s13: "co",
      s16: "co",
      s17: "co",
    });
    expect(warnings).toEqual(["no_rcd", "generator", "solar", "neighbour_generator", "disease", "animals"]);
    expect(safetyGate(DRY).warnings).toEqual(["breaker_on_dry"]);
    expect(safetyGate({ ...FLOODED, s9: "nuoc_thai_hoa_chat" }).warnings).toEqual(["disease"]);
    expect(safetyGate({ ...FLOODED, s6: "khong_ro" }).warnings).toEqual(["rcd_unknown"]);
  });

  it("stops only for a danger that somebody saw, never for what was skipped or is not known", () => {
    fc.assert(
      fc.property(answer, (safety) => {
        const told = [safety["s1"], safety["s5"], safety["s14"], safety["s15"], safety["s18"]];
        const live = safety["s2"] === "chua" && ["o_cam", "bang_dien"].includes(String(safety["s3"]));
        expect(safetyGate(safety).state !== "STOP" || told.includes("co") || live).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([...DANGER_IDS, "s2", "s10"])("closes, and stops nobody, when %s is skipped", (id) => {
    for (const open of [DRY, FLOODED, { ...FLOODED, s3: "o_cam", s4: "da_dat" }]) {
      expect(safetyGate(open).state).toBe("PASS");
      expect(safetyGate({ ...open, [id]: "" })).toMatchObject({
        state: "NO_POWER",
        reasons: expect.arrayContaining(["not_answered"]),
      });
    }
  });

  it("passes only where panel, floor, breaker, gear and dangers are known to be in order", () => {
    fc.assert(
      fc.property(answer, (safety) => {
        if (safetyGate(safety).state !== "PASS") return;
        expect(safety["s1"]).toBe("khong");
        expect(safety["s5"]).toBe("khong");
        expect(safety["s3"] === "khong" || safety["s4"] === "da_dat").toBe(true);
        expect(safety["s2"]).not.toBe("khong_co_dien_luoi");
        expect(safety["s10"]).not.toBe("thieu");
        const isDryOrCleared = safety["s8_peak_cm"] === 0 || safety["s4"] === "da_dat";
        expect(safety["s2"] === "da_cat" || isDryOrCleared).toBe(true);
        for (const id of ["s14", "s15", "s18"]) expect([undefined, "khong"]).toContain(safety[id]);
      }),
      { numRuns: runs(20_000) },
    );
  });
});

describe("the words of the gate", () => {
  const touching = Object.entries(GATE_REASON_TEXTS).filter(([id]) =>
    ["water_inside", "live_and_flooded", "panel_flooded"].includes(id),
  );

  it.each(touching)(
    "%s: do not touch, have it cut at the meter, 1900 1909, and no word of a breaker to switch",
    (_id, { vi, en }) => {
      expect(vi).toMatch(/không chạm|KHÔNG chạm/u);
      expect(vi).toContain("1900 1909");
      expect(vi).toContain("công tơ");
      expect(vi).not.toMatch(/cắt (?:aptomat|cầu dao)/iu);
      expect(en).toContain("1900 1909");
      expect(en).toMatch(/at the meter/u);
      expect(en).not.toMatch(/breaker off|cut it before/iu);
    },
  );

  it("let nobody switch a breaker but with dry hands at a dry panel", () => {
    const all = [...Object.values(GATE_REASON_TEXTS), ...Object.values(GATE_WARNING_TEXTS)];
    const switching = all.filter(
      ({ vi }) => /cắt aptomat/iu.test(vi) && !/đã cắt aptomat|cắt aptomat vẫn còn/iu.test(vi),
    );
    expect(switching.length).toBeGreaterThan(1);
    for (const { vi } of switching) expect(vi).toMatch(/bảng(?: điện)? khô/iu);
  });
});

describe("the list of dangers", () => {
  it("answers every question of the list, by none, by some, and where not all was seen", () => {
    expect(Object.keys(answersOfHazards([])).toSorted()).toEqual([...DANGER_IDS].toSorted());
    expect(new Set(Object.values(answersOfHazards([])))).toEqual(new Set(["khong"]));
    expect(answersOfHazards(["sockets", "panel"])).toMatchObject({ s3: "bang_dien", s1: "khong" });
    expect(answersOfHazards(["sockets"])).toMatchObject({ s3: "o_cam" });
    const unsure = answersOfHazards(["water", NOT_ALL_SEEN.id]);
    expect(unsure).toMatchObject({ s1: "co", s3: "khong_ro", s14: "khong_ro", s5: "" });
    expect(safetyGate({ ...FLOODED, ...answersOfHazards([NOT_ALL_SEEN.id]) }).state).toBe("NO_POWER");
  });

  it("gives back what was ticked", () => {
    fc.assert(
      fc.property(fc.subarray(HAZARDS.map((hazard) => hazard.id)), (ticked) => {
        const shown = hazardsOfAnswers(answersOfHazards(ticked));
        const wanted = ticked.includes("panel") ? ticked.filter((id) => id !== "sockets") : ticked;
        expect(shown.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it("stands for questions that exist, with answers that exist", () => {
    for (const { question, answer: given } of HAZARDS) {
      const asked = SAFETY_QUESTIONS.find((each) => each.id === question);
      expect(asked?.choices?.map((choice) => choice.id)).toContain(given);
    }
    expect(SAFETY_QUESTIONS.slice(0, 11).map((question) => question.id)).toEqual([
      "s1",
      "s2",
      "s3",
      "s4",
      "s5",
      "s6",
      "s7",
      "s8_peak_cm",
      "s8_hours",
      "s9",
      "s10",
    ]);
  });
});
