import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { explainDevice, explainType } from "../../src/checklist/explain.ts";
import { ADVICE } from "../../src/checklist/data/advice.ts";
import { DEVICE_TYPES } from "../../src/checklist/data/device-types.ts";
import { GATE_SOURCES } from "../../src/checklist/data/gate-sources.ts";
import { GATE_REASON_TEXTS, GATE_WARNING_TEXTS } from "../../src/checklist/data/gate-texts.ts";
import { RULEBOOK } from "../../src/checklist/triage/rulebook.ts";
import { SOURCES } from "../../src/checklist/triage/sources.ts";
import { explainTriage, triage } from "../../src/checklist/triage/triage.ts";
import { NO_DEVICE_TEXTS } from "../../src/visit/device-texts.ts";
import type { Device } from "../../src/visit/schema.ts";
import { anyDevice, anyGate, SAFE, type Judged } from "./support/devices.ts";

function whole(device: Judged, change: Partial<Device> = {}): Device {
  return {
    ...NO_DEVICE_TEXTS,
    id: "d1",
    quantity: 1,
    photos: [],
    lanAddress: null,
    triage: triage(device, SAFE),
    override: null,
    done: true,
    ...device,
    ...change,
  };
}

describe("every rule", () => {
  it.each(RULEBOOK)("$id has a reason in both languages and a source that exists", ({ reason, source }) => {
    expect(Math.min(reason.vi.length, reason.en.length)).toBeGreaterThan(5);
    expect(SOURCES[source].name.vi.length).toBeGreaterThan(5);
  });

  it("has an id of its own, but for the gate, which holds dry and dried devices alike", () => {
    const ids = RULEBOOK.map((rule) => rule.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual(["G02"]);
  });

  it("that rests on nothing but this tool's judgement says so", () => {
    const own = Object.values(SOURCES).filter((source) => source.kind === "own");
    for (const { name } of own) expect([name.vi, name.en].join(" ")).toMatch(/Nhận định riêng.*own judgement/u);
    const others = Object.values(SOURCES).filter((source) => source.kind !== "own");
    expect(others.filter(({ name }) => /judgement|Nhận định/u.test(name.en + name.vi))).toEqual([]);
  });

  it("of the gate has a source as well", () => {
    const ids = [...Object.keys(GATE_REASON_TEXTS), ...Object.keys(GATE_WARNING_TEXTS)];
    expect(Object.keys(GATE_SOURCES).toSorted()).toEqual(ids.toSorted());
  });
});

describe("the way to a result", () => {
  it("accounts for the rule that decided, every flag and every advice", () => {
    const known = new Set(RULEBOOK.map((rule) => rule.id));
    fc.assert(
      fc.property(anyDevice, anyGate, (device, safety) => {
        const { result, steps, unknowns } = explainTriage(device, safety);
        expect(steps.filter((step) => !known.has(step.rule))).toEqual([]);
        const last = steps.findLast((step) => step.disposition !== null);
        expect([last?.rule, last?.disposition]).toEqual([result.rule, result.disposition]);
        const flags = new Set(steps.flatMap((step) => step.flags));
        expect(result.flags.filter((flag) => !flags.has(flag) && !(flag === "VERIFY" && unknowns.length > 0))).toEqual(
          [],
        );
        const advised = new Set(steps.flatMap((step) => step.advice));
        expect(result.advice.filter((id) => !advised.has(id) || !(id in ADVICE))).toEqual([]);
      }),
      { numRuns: runs(3000) },
    );
  });

  it("is told with reason and source, own judgement marked, and without what does not stand", () => {
    const device = whole({
      type: "printer_laser",
      answers: { water: "full", mud: "heavy", dry_time: "d1_2", cleaned: "no", age: "gt5", body: "ok" },
    });
    const text = explainDevice(device, { ...SAFE, s3: "bang_dien", s4: "chua" }, "1. Máy in", "vi").join("\n");
    expect(text).toContain("KẾT LUẬN: Thay thế (đề nghị thanh lý)  [printer_laser.mud]");
    expect(text).toMatch(/^◆ \[printer_laser\.mud\] → Thay thế/mu);
    expect(text).toMatch(/^ {2}\[power\.dirty\] \+ không cấp điện\n {4}Vì: .*\n {4}Nguồn: NEMA.*<https:/mu);
    expect(text).toMatch(/An toàn điện: CHƯA ĐƯỢC CẮM ĐIỆN\n.*Bảng điện đã ngập.*\n {4}Nguồn: Khuyến cáo/u);
    expect(text).toContain("Thu gom riêng: Hộp mực (mã 08 02 04)");
    // No toner is bought for a printer that goes.
    expect(text).not.toContain(ADVICE.part_toner.vi);
  });

  it("tells of an older version's result and of the technician's own decision", () => {
    const device = whole({ type: "pc", answers: { water: "none", works_now: "ok" } });
    const old = {
      ...device,
      triage: { disposition: "HOLD", rule: "G08", flags: [], advice: [] },
      override: { disposition: "REPLACE", reason: "quá cũ", by: "T", at: "2026-11-20T08:00:00+07:00" },
    } as const;
    const text = explainDevice({ ...old, triage: { ...old.triage, flags: [], advice: [] } }, SAFE, "1", "en").join(
      "\n",
    );
    expect(text).toContain("(In the stored visit: Undecided – leave as is, no power [G08]");
    expect(text).toContain("The technician decided: Replace (write off) – quá cũ");
    expect(explainDevice(device, SAFE, "1", "en").join("\n")).not.toContain("In the stored visit");
  });

  it.each(DEVICE_TYPES)("lists the rules of a $id, its own and those of all", (type) => {
    const text = explainType(type, "vi").join("\n");
    expect(text).toContain("[G12]");
    expect(text).toContain("[power.dirty]");
    expect(text.includes("[token.lost]")).toBe(type.id === "token");
  });
});
