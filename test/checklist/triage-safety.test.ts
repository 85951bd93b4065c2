import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { DEVICE_TYPES, deviceType } from "../../src/checklist/data/device-types.ts";
import { safetyGate } from "../../src/checklist/triage/gate.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import { isUnknown } from "../../src/form/question.ts";
import { anyDeviceOf, anyGate, anySafety, isAsked, RULE_SETS, SAFE, soaked, type Judged } from "./support/devices.ts";

/** Days of drying that are enough for a type; a splash needs fewer. */
const ENOUGH = { d1_2: ["d1_2", "d3_6", "ge7d"], d3_6: ["d3_6", "ge7d"], ge7d: ["ge7d"] } as const;

describe.each(DEVICE_TYPES.map((type) => ({ type, name: type.id })))(
  "no power where it could kill or destroy: $name",
  ({ type }) => {
    const device = anyDeviceOf([type]);

    it("for what is wet, not proven dry, not cleaned, or was live in the water, with any set of rules", () => {
      fc.assert(
        fc.property(device, anyGate, fc.constantFrom(...RULE_SETS), (each, safety, rules) => {
          const doubtful =
            isAsked(
              each,
              "dry_time",
              ...ENOUGH[type.dryFrom],
              ...(each.answers["water"] === "splash" ? ENOUGH.d1_2 : []),
            ) ||
            isAsked(each, "cleaned", "yes") ||
            isAsked(each, "on_when_wet", "no") ||
            each.answers["body"] === "burnt";
          fc.pre(isUnknown(each.answers["water"]) || (soaked(each) && doubtful));
          const { disposition, flags } = triage(each, safety, rules);
          expect(flags).toContain("NO_POWER");
          expect(disposition).not.toBe("REUSE");
        }),
        { numRuns: 400 },
      );
    });

    it("for anything behind a closed gate, none of which is used on; what is dry and whole is tried later", () => {
      fc.assert(
        fc.property(device, anySafety, fc.constantFrom(...RULE_SETS), (each, safety, rules) => {
          fc.pre(safetyGate(safety).state !== "PASS");
          const { disposition, flags } = triage(each, safety, rules);
          expect(flags).toContain("NO_POWER");
          expect(disposition).not.toBe("REUSE");
          const plain: Judged = {
            type: type.id,
            answers: { water: "none", body: "ok", works_now: String(each.answers["works_now"] ?? "ok"), data: "none" },
          };
          expect(triage(plain, safety, rules)).toMatchObject({
            disposition: "HOLD",
            rule: "G02",
            advice: expect.arrayContaining(["try_later"]),
          });
        }),
        { numRuns: 200 },
      );
    });

    it(
      "judges what is wet behind a closed gate as it would with the gate open: same disposition but 'use it', no " +
        "flag and no first aid lost",
      () => {
        fc.assert(
          fc.property(device, anySafety, (each, safety) => {
            fc.pre(safetyGate(safety).state !== "PASS" && each.answers["water"] !== "none");
            const site = { s8_hours: safety["s8_hours"] ?? 0, s9: safety["s9"] ?? "khong_ro" };
            const open = triage(each, { ...SAFE, ...site });
            const closed = triage(each, { ...safety, ...site });
            expect(closed.disposition).toBe(open.disposition === "REUSE" ? "HOLD" : open.disposition);
            // What needs power is not asked behind a closed gate, so it is not missing; what is not used on is not
            // watched either.
            expect(closed.flags).toEqual(
              expect.arrayContaining(open.flags.filter((flag) => flag !== "VERIFY" && flag !== "WATCH_30D")),
            );
            const ifUsed = ["back_up_now"];
            const firstAid = open.advice.filter((id) => !ifUsed.includes(id));
            expect(closed.advice).toEqual(expect.arrayContaining(firstAid));
          }),
          { numRuns: 200 },
        );
      },
    );
  },
);

describe("a power supply or charger that got wet and was not replaced", () => {
  const ids = ["psu_wet", "adapter_wet", "charger_wet"];
  const fed = DEVICE_TYPES.filter((type) => type.own.some((id) => ids.includes(id)));

  it("is not powered, however long everything dried, with any set of rules", () => {
    expect(fed.length).toBeGreaterThan(6);
    fc.assert(
      fc.property(anyDeviceOf(fed), anyGate, fc.constantFrom(...RULE_SETS), (each, safety, rules) => {
        const answers = { ...each.answers, psu: "adapter_ngoai", psu_wet: "co", adapter_wet: "co", charger_wet: "co" };
        fc.pre(soaked(each));
        expect(triage({ ...each, answers }, safety, rules).flags).toContain("NO_POWER");
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("what the carrier owns", () => {
  const [ont] = DEVICE_TYPES.filter((type) => type.id === "router_ont").map((type) => anyDeviceOf([type]));
  if (ont === undefined) throw new Error("no type router_ont");

  it("is never repaired by the office, nor does the office buy a part for it", () => {
    fc.assert(
      fc.property(ont, anyGate, (each, safety) => {
        const result = triage({ ...each, answers: { ...each.answers, owner: "nha_mang" } }, safety);
        expect(result.disposition).not.toBe("REPAIR");
        expect(result.advice.filter((id) => id.startsWith("part_"))).toEqual([]);
        expect(result.disposition !== "REPLACE" || result.flags.includes("ISP_OWNED")).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("a battery that may catch fire", () => {
  const opened = ["take_disk_out", "copy_data_first", "remove_battery"];

  it("is never in a device that somebody is told to open", () => {
    fc.assert(
      fc.property(anyDeviceOf(DEVICE_TYPES), anyGate, (each, safety) => {
        const kind = deviceType(each.type);
        fc.pre(kind !== undefined && !kind.without.includes("battery"));
        const { advice } = triage({ ...each, answers: { ...each.answers, battery: "swollen_hot_leak" } }, safety);
        expect(advice.filter((id) => opened.includes(id))).toEqual([]);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe("batteries that are waste", () => {
  const withBattery = DEVICE_TYPES.filter((type) => type.id === "ups" || !type.without.includes("battery"));

  it.each(withBattery)("of a $id allow no power, and never 'use it'", (type) => {
    let found = 0;
    fc.assert(
      fc.property(anyDeviceOf([type]), anyGate, fc.constantFrom(...RULE_SETS), (each, safety, rules) => {
        const { disposition, flags } = triage(each, safety, rules);
        if (!flags.includes("HAZ_BATTERY")) return;
        found += 1;
        expect(flags).toContain("NO_POWER");
        expect(["REUSE", "CLEAN_DRY"]).not.toContain(disposition);
      }),
      { numRuns: runs(1000) },
    );
    expect(found).toBeGreaterThan(50);
  });
});
