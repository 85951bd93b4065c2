import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { deviceQuestions } from "../../src/checklist/data/catalogue.ts";
import { DEVICE_TYPES, deviceType } from "../../src/checklist/data/device-types.ts";
import { effectiveAnswers } from "../../src/form/engine.ts";
import { isUnknown } from "../../src/form/question.ts";
import { factsOf } from "../../src/checklist/triage/facts.ts";
import { safetyGate } from "../../src/checklist/triage/gate.ts";
import { costsMoney, severityOf } from "../../src/checklist/triage/rule.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import { DISPOSITIONS, triageResult, type Answers, type Disposition } from "../../src/visit/schema.ts";
import {
  anyDevice,
  anyDeviceOf,
  anyGate,
  anySafety,
  SAFE,
  soaked,
  withAnswer,
  type Judged,
} from "./support/devices.ts";

/**
 * Answers of a question from good to bad. What stands in no chain (unknown, not tried against ok …) is not compared.
 */
const CHAINS: readonly (readonly [question: string, ...goodToBad: string[]])[] = [
  ["water", "none", "humid", "splash", "below_board", "board", "full"],
  ["water_type", "rain", "river_mud", "sewage_chem"],
  ["water_type", "rain", "river_mud", "brackish"],
  ["wet_time", "lt2h", "h2_24", "h24_72", "gt72h"],
  ["on_when_wet", "no", "yes"],
  ["powered_after", "ok", "fault", "smoke_trip"],
  ["powered_after", "no", "fault", "smoke_trip"],
  ["dry_time", "ge7d", "d3_6", "d1_2", "lt1d", "still_wet"],
  ["corrosion", "none", "light", "heavy"],
  ["mud", "none", "some", "heavy"],
  ["body", "ok", "cracked", "burnt"],
  ["battery", "no_battery", "intact_wet", "swollen_hot_leak"],
  ["battery", "intact_dry", "intact_wet", "swollen_hot_leak"],
  ["data", "none", "backed_up", "important", "secret"],
  ["age", "lt3", "y3_5", "gt5"],
  ["before", "ok", "faulty"],
  ["cleaned", "yes", "no"],
  ["works_now", "ok", "partial", "dead"],
  ["works_now", "not_tried", "partial", "dead"],
  ["works_now", "ok", "not_tried"],
  ["test", "dat", "chua_do", "loi"],
  ["disk_height", "tren_muc_nuoc", "duoi"],
  ["ram_ok", "co", "khong"],
  ["cmos_time", "dung", "sai"],
  ["los_led", "tat", "do"],
  ["ip_rating", "ip66", "trong_nha"],
  ["monitor_kind", "lcd", "crt"],
  ...[
    "adapter_wet",
    "psu_wet",
    "keyboard_wet",
    "screen_spots",
    "toner_wet",
    "fuser_wet",
    "paper_path_mud",
    "glass_fog",
    "batt_submerged",
    "case_hot",
  ].map((id): [string, string, string] => [id, "khong", "co"]),
  ...["connector_wet", "ends_submerged", "codec_wet", "tv_wet", "amp_wet", "token_lost"].map(
    (id): [string, string, string] => [id, "khong", "co"],
  ),
];

/** HOLD is no conclusion: a worse answer may lead into it, and out of it anywhere but to "use it". */
function improves(before: Disposition, after: Disposition): boolean {
  const [from, to] = [severityOf(before), severityOf(after)];
  return from === undefined ? after === "REUSE" : to !== undefined && to < from;
}

const wetIn = (device: Judged): boolean => ["board", "full"].includes(String(device.answers["water"]));

/**
 * Does `other` still say everything that `device` says, apart from `id`? A step that makes a known answer meaningless
 * compares two different stories.
 */
function keepsStory(device: Judged, other: Judged, id: string): boolean {
  const kind = deviceType(device.type);
  if (kind === undefined) return false;
  const after = effectiveAnswers(deviceQuestions(kind), other.answers);
  return Object.keys(effectiveAnswers(deviceQuestions(kind), device.answers)).every(
    (key) => key === id || after[key] !== undefined,
  );
}

/** Every chain that fits a type, with a random step for the worse on it. */
const worsened = anyDevice.chain((device) => {
  const ids = new Set(deviceQuestions(device.kind).map((question) => question.id));
  const steps = CHAINS.filter(([id]) => ids.has(id))
    .flatMap(([id, ...chain]) => chain.flatMap((good, from) => chain.slice(from + 1).map((bad) => ({ id, good, bad }))))
    // "Some ports work" is more known of a switch than "not tried", not worse.
    .filter(({ good, bad }) => device.type !== "switch" || good !== "not_tried" || bad !== "partial");
  return fc.constantFrom(...steps).map(({ id, good, bad }) => ({
    id,
    good,
    bad,
    better: withAnswer(device, id, good),
    worse: withAnswer(device, id, bad),
  }));
});

/** A trial that nobody reports is no trial, of whatever kind; nor was a wet power supply replaced if nobody says so. */
const TRIALS: Readonly<Record<string, string>> = {
  works_now: "not_tried",
  test: "chua_do",
  run_test: "chua_thu",
  psu_wet: "co",
};

/** All readings of a device in which every unknown or missing answer is given a value that somebody could know. */
function bestReadings(device: Judged & { kind: (typeof DEVICE_TYPES)[number] }, safety: Answers): Judged[] {
  const facts = factsOf(device.kind, device.answers, safety, safetyGate(safety).state === "PASS");
  let readings: Judged[] = [device];
  for (const id of facts.unknowns) {
    const question = deviceQuestions(device.kind).find((each) => each.id === id);
    const trial = TRIALS[id];
    const known =
      trial !== undefined
        ? [trial]
        : (question?.choices ?? [])
            .map((choice) => choice.id)
            .filter((value) => !isUnknown(value) && value !== "not_seen");
    if (known.length === 0) continue;
    readings = readings.flatMap((reading) => known.map((value) => withAnswer(reading, id, value)));
    readings = readings.filter((reading) => keepsStory(device, reading, id));
    // Widening every unknown at once explodes; the milder half is enough for "does some reading cost nothing?".
    if (readings.length > 200) readings = readings.toSorted((left, right) => rank(left) - rank(right)).slice(0, 80);
  }
  return readings;
  function rank(each: Judged): number {
    return severityOf(triage(each, safety).disposition) ?? -1;
  }
}

const anyPowerPart = anyDeviceOf(DEVICE_TYPES.filter((type) => type.class === "power"));
const anyStorage = anyDeviceOf(DEVICE_TYPES.filter((type) => type.storage));

describe("triage over the whole space of answers", () => {
  it("gives every device exactly one disposition, a valid record, and the same one each time", () => {
    fc.assert(
      fc.property(anyDevice, anySafety, (device, safety) => {
        const result = triage(device, safety);
        expect(DISPOSITIONS.filter((each) => each === result.disposition)).toHaveLength(1);
        expect(triageResult.parse(result)).toEqual(triage(device, safety));
        expect(result.rule).not.toBe("G99");
      }),
      { numRuns: runs(5000) },
    );
  });

  it("never makes the disposition milder when one answer gets worse", () => {
    fc.assert(
      fc.property(worsened, ({ id, good, bad, better, worse }) => {
        fc.pre(keepsStory(better, worse, id));
        const before = triage(better, SAFE);
        const after = triage(worse, SAFE);
        expect(
          improves(before.disposition, after.disposition),
          `${id}: ${good} -> ${bad}: ${before.rule} ${before.disposition} -> ${after.rule} ${after.disposition}`,
        ).toBe(false);
      }),
      { numRuns: runs(30_000) },
    );
  });

  it("never makes it milder when the site becomes less safe", () => {
    fc.assert(
      fc.property(anyDevice, anySafety, (device, safety) => {
        fc.pre(safetyGate(safety).state !== "PASS");
        const shared = { ...SAFE, s8_hours: safety["s8_hours"] ?? 0, s9: safety["s9"] ?? "khong_ro" };
        const unsafe = { ...safety, s8_hours: shared.s8_hours, s9: shared.s9 };
        expect(improves(triage(device, shared).disposition, triage(device, unsafe).disposition)).toBe(false);
        expect(triage(device, unsafe).flags).toContain("NO_POWER");
      }),
      { numRuns: runs(3000) },
    );
  });

  it("never uses or dries a wet power part", () => {
    fc.assert(
      fc.property(anyPowerPart, anySafety, (device, safety) => {
        fc.pre(device.kind.class === "power" && soaked(device));
        expect(["REUSE", "CLEAN_DRY"]).not.toContain(triage(device, safety).disposition);
      }),
      { numRuns: runs(3000) },
    );
  });

  it("never powers a wet disk with data on it", () => {
    fc.assert(
      fc.property(anyStorage, anySafety, (device, safety) => {
        const data = device.answers["data"];
        const atRisk = data === "important" || data === "secret" || isUnknown(data);
        fc.pre(device.kind.storage && atRisk && wetIn(device) && device.answers["disk_height"] !== "tren_muc_nuoc");
        const { disposition, flags } = triage(device, safety);
        expect(disposition).not.toBe("REUSE");
        expect(flags).toContain("NO_POWER");
        expect(
          flags.includes("DATA_FIRST") || flags.includes("HAZ_BATTERY") || safetyGate(safety).state !== "PASS",
        ).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
  });

  it("never asks for money because of an unknown alone: every reading of what is not known would ask for it too", () => {
    fc.assert(
      fc.property(anyDevice, anySafety, (device, safety) => {
        fc.pre(costsMoney(triage(device, safety).disposition));
        for (const reading of bestReadings(device, safety)) {
          const { disposition, rule } = triage(reading, safety);
          expect(
            costsMoney(disposition) || disposition === "HOLD",
            `${rule} ${disposition} for ${JSON.stringify(reading)}`,
          ).toBe(true);
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it("marks every unknown for checking", () => {
    fc.assert(
      fc.property(anyDevice, anySafety, (device, safety) => {
        const facts = factsOf(device.kind, device.answers, safety, safetyGate(safety).state === "PASS");
        fc.pre(facts.unknowns.length > 0);
        expect(triage(device, safety).flags).toContain("VERIFY");
      }),
      { numRuns: runs(3000) },
    );
  });

  it("never says both 'use it' and 'no power'", () => {
    fc.assert(
      fc.property(anyDevice, anyGate, (device, safety) => {
        const { disposition, flags } = triage(device, safety);
        fc.pre(disposition === "REUSE");
        expect(flags).not.toContain("NO_POWER");
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe("triage, enumerated for a desktop computer", () => {
  const pc = deviceType("pc");
  if (pc === undefined) throw new Error("no type pc");
  const values = (id: string): readonly string[] =>
    deviceQuestions(pc)
      .find((q) => q.id === id)
      ?.choices?.map((c) => c.id) ?? [];

  it("never gets milder along any chain, over a grid of the answers that decide", () => {
    let compared = 0;
    const grid: Record<string, readonly string[]> = {
      water: values("water"),
      water_type: ["rain", "brackish"],
      wet_time: ["lt2h", "h24_72", "gt72h"],
      on_when_wet: ["no", "yes"],
      powered_after: ["no", "fault"],
      dry_time: ["ge7d", "d1_2", "unknown"],
      corrosion: ["none", "light", "heavy"],
      body: ["ok", "burnt"],
      age: ["lt3", "gt5", "unknown"],
      cleaned: ["yes", "no"],
      works_now: ["ok", "not_tried", "dead"],
    };
    const keys = Object.keys(grid);
    const visit = (at: number, answers: Record<string, string>): void => {
      const key = keys[at];
      if (key !== undefined) {
        for (const value of grid[key] ?? []) visit(at + 1, { ...answers, [key]: value });
        return;
      }
      const device: Judged = { type: "pc", answers: { ...answers, data: "none" } };
      const before = triage(device, SAFE).disposition;
      // One chain a point, taken in turn: the grid is large enough that all meet all.
      const [id, ...chain] = CHAINS[compared % 21] ?? ["water"];
      const worse = chain[chain.indexOf(String(answers[id])) + 1];
      compared += 1;
      if (!chain.includes(String(answers[id])) || worse === undefined) return;
      if (improves(before, triage(withAnswer(device, id, worse), SAFE).disposition))
        throw new Error(`${id} -> ${worse}: ${JSON.stringify(device.answers)}`);
    };
    visit(0, {});
    expect(compared).toBeGreaterThan(50_000);
  });
});
