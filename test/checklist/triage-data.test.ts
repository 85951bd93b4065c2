import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEVICE_TYPES } from "../../src/checklist/data/device-types.ts";
import { safetyGate } from "../../src/checklist/triage/gate.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import { anyDeviceOf, anyGate, RULE_SETS, soaked, withAnswer, type Judged } from "./support/devices.ts";

const STORAGE = DEVICE_TYPES.filter((type) => type.storage);
const rules = fc.constantFrom(...RULE_SETS);
const wetIn = (device: Judged): boolean => ["board", "full"].includes(String(device.answers["water"]));

describe.each(STORAGE)("data in a $id, whatever the water, the gate and the rules", (type) => {
  const device = anyDeviceOf([type]);

  it("is rescued first unless the device is simply used on", () => {
    fc.assert(
      fc.property(device, anyGate, rules, (each, safety, set) => {
        const { disposition, flags } = triage(withAnswer(each, "data", "important"), safety, set);
        expect(flags.includes("DATA_FIRST")).toBe(disposition !== "REUSE");
      }),
      { numRuns: 300 },
    );
  });

  it("is sealed where it is secret, and nothing is written off by wiping alone", () => {
    fc.assert(
      fc.property(device, anyGate, rules, (each, safety, set) => {
        const { disposition, flags, advice } = triage(withAnswer(each, "data", "secret"), safety, set);
        if (disposition === "REUSE") return;
        expect(flags).toEqual(expect.arrayContaining(["SECRET_SEAL", "DATA_FIRST"]));
        expect(advice).toContain("secret_report");
        expect(advice).not.toContain("wipe_or_destroy");
      }),
      { numRuns: 300 },
    );
  });

  it("is wiped or destroyed before anything is written off, on record", () => {
    fc.assert(
      fc.property(device, anyGate, rules, (each, safety, set) => {
        const { disposition, advice } = triage(each, safety, set);
        if (disposition !== "REPLACE" && disposition !== "HAZARD") return;
        expect(advice.some((id) => id === "wipe_or_destroy" || id === "secret_destroy")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is not powered while its disk is wet, and whoever takes the disk answers for it", () => {
    fc.assert(
      fc.property(device, anyGate, rules, fc.constantFrom("important", "unknown"), (each, safety, set, data) => {
        const wet = withAnswer(each, "data", data);
        const reached = type.class === "storage" ? soaked(wet) : wetIn(wet);
        if (!reached || wet.answers["disk_height"] === "tren_muc_nuoc" || wet.answers["disk_out"] === "co") return;
        const { disposition, flags, advice } = triage(wet, safety, set);
        expect(disposition).not.toBe("REUSE");
        expect(flags).toEqual(expect.arrayContaining(["NO_POWER", "DATA_FIRST"]));
        expect(advice).toEqual(expect.arrayContaining(["disk_do_not", "disk_custody"]));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a dry office behind a closed gate", () => {
  it("is not full of rescues because nobody told what is in its computers", () => {
    const closed = { s1: "khong", s2: "da_cat", s3: "bang_dien", s4: "chua", s5: "khong" };
    expect(safetyGate(closed).state).not.toBe("PASS");
    expect(triage({ type: "pc", answers: { water: "none", body: "ok" } }, closed).flags).not.toContain("DATA_FIRST");
  });
});
