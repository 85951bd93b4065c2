import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { triage } from "../../src/checklist/triage/triage.ts";
import { safetyGate } from "../../src/checklist/triage/gate.ts";
import type { Answers, Device, Disposition, Flag, TriageResult } from "../../src/visit/schema.ts";

// Cases that an electrician and a data rescuer went through, as answer files. Each states what must come out, and what must not.

interface Expected {
  readonly disposition: Disposition;
  readonly flags: readonly Flag[];
  readonly notFlags?: readonly Flag[];
  readonly advice?: readonly string[];
  readonly notAdvice?: readonly string[];
}

interface File {
  readonly safety: Answers;
  readonly devices: readonly (Pick<Device, "type" | "answers"> & {
    readonly label: string;
    readonly quantity: number;
  })[];
}

function read(name: string): File {
  const file = path.resolve(import.meta.dirname, `../../fixtures/triage/${name}.json`);
  return JSON.parse(readFileSync(file, "utf8")) as File;
}

const OPEN: Readonly<Record<string, Expected>> = {
  M1: { disposition: "REPAIR", flags: ["NO_POWER"] },
  M2: { disposition: "CLEAN_DRY", flags: ["NO_POWER"] },
  M3: { disposition: "REPAIR", flags: ["NO_POWER"], advice: ["part_psu"], notAdvice: ["ask_psu"] },
  M4: {
    disposition: "REPAIR",
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["part_battery", "haz_lithium", "battery_outdoors", "copy_data_no_cell"],
    notAdvice: ["copy_data_first"],
  },
  M5: {
    disposition: "REPAIR",
    flags: ["HAZ_BATTERY", "NO_POWER", "SECRET_SEAL", "DATA_FIRST"],
    advice: ["part_battery", "haz_lithium", "secret_report", "disk_custody"],
    notAdvice: ["copy_data_first"],
  },
  M13: { disposition: "REPAIR", flags: ["DATA_FIRST"], advice: ["copy_data_first", "disk_custody"] },
  M14: { disposition: "REPAIR", flags: ["SECRET_SEAL", "DATA_FIRST"], advice: ["secret_report", "disk_custody"] },
  M6: {
    disposition: "REPAIR",
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["part_battery", "haz_lithium", "battery_no_heat", "remove_battery"],
  },
  M7: {
    disposition: "REPAIR",
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["part_battery", "haz_battery", "battery_no_heat"],
    notAdvice: ["dry_48_72h"],
  },
  M8: {
    disposition: "HOLD",
    flags: ["ISP_OWNED"],
    notFlags: ["NO_POWER"],
    advice: ["carrier_check", "report_fibre"],
  },
  M9: {
    disposition: "REPLACE",
    flags: ["ISP_OWNED", "NO_POWER"],
    advice: ["carrier_swap"],
    notAdvice: ["part_adapter"],
  },
  M10: {
    disposition: "REPLACE",
    flags: ["NO_POWER", "TONER_WET"],
    advice: ["haz_toner"],
    notAdvice: ["part_fuser", "part_toner"],
  },
  M11: { disposition: "REPLACE", flags: ["NO_POWER"] },
  M15: { disposition: "CLEAN_DRY", flags: ["NO_POWER", "INSULATION_TEST"], advice: ["dry_5_7d"] },
  M12: { disposition: "REPAIR", flags: ["NO_POWER", "ONESTOP_CRITICAL"] },
};

const CLOSED: Readonly<Record<string, Expected>> = {
  K1: {
    disposition: "HAZARD",
    flags: ["HAZ_BATTERY", "NO_POWER"],
    advice: ["battery_outdoors", "ups_do_not_open", "haz_lead_acid"],
    notAdvice: ["part_battery", "remove_battery"],
  },
  K2: {
    disposition: "REPAIR",
    flags: ["DATA_FIRST", "NO_POWER"],
    advice: ["take_disk_out", "disk_do_not", "part_psu", "dry_72h"],
  },
  K3: {
    disposition: "REPAIR",
    flags: ["HAZ_BATTERY", "DATA_FIRST", "NO_POWER"],
    advice: ["remove_battery", "battery_no_heat", "part_battery", "haz_lithium", "take_disk_out", "disk_do_not"],
  },
  K4: { disposition: "HOLD", flags: ["DATA_FIRST", "NO_POWER"], advice: ["disk_do_not"] },
  K5: { disposition: "REPLACE", flags: ["TONER_WET", "NO_POWER"], advice: ["haz_toner"], notAdvice: ["part_toner"] },
};

/** What a result lacks of what is expected, and what it says that it must not. */
function shortOf(
  result: TriageResult,
  expected: Expected,
): { readonly disposition: string; readonly missing: string[]; readonly wrong: string[] } {
  const said: readonly string[] = [...result.flags, ...result.advice];
  return {
    disposition: result.disposition === expected.disposition ? "right" : `${result.disposition} [${result.rule}]`,
    missing: [...expected.flags, ...(expected.advice ?? [])].filter((id) => !said.includes(id)),
    wrong: [...(expected.notFlags ?? []), ...(expected.notAdvice ?? [])].filter((id) => said.includes(id)),
  };
}
const FULFILLED = { disposition: "right", missing: [], wrong: [] };

describe.each([
  { file: "min-open", state: "PASS", cases: OPEN },
  { file: "min-closed", state: "NO_POWER", cases: CLOSED },
])("cases of $file, gate $state", ({ file, state, cases }) => {
  const { safety, devices } = read(file);

  it("has that gate, and an expectation for every case it knows", () => {
    expect(safetyGate(safety).state).toBe(state);
    const ids = new Set(devices.map((device) => device.label.split(" ")[0] ?? ""));
    expect(Object.keys(cases).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(devices.filter((device) => (device.label.split(" ")[0] ?? "") in cases))("$label ($type)", (device) => {
    const expected = cases[device.label.split(" ")[0] ?? ""];
    if (expected === undefined) throw new Error(`no expectation for ${device.label}`);
    expect(shortOf(triage(device, safety), expected)).toEqual(FULFILLED);
  });
});

describe("the typical visit: a commune office under river water for 30 hours, gate closed", () => {
  const { safety, devices } = read("dakrong");
  const expected: readonly (readonly [type: string, Expected])[] = [
    [
      "pc",
      {
        disposition: "REPAIR",
        flags: ["NO_POWER", "DATA_FIRST"],
        advice: ["take_disk_out", "disk_do_not", "part_psu"],
      },
    ],
    [
      "printer_laser",
      {
        disposition: "REPAIR",
        flags: ["NO_POWER", "TONER_WET"],
        advice: ["no_dry_by_printing", "part_fuser", "haz_toner", "dry_5_7d"],
      },
    ],
    ["scanner", { disposition: "CLEAN_DRY", flags: ["NO_POWER", "ONESTOP_CRITICAL"] }],
    ["other", { disposition: "CLEAN_DRY", flags: ["NO_POWER", "VERIFY"] }],
  ];

  it("has its devices", () => {
    expect(devices.map((device) => device.type)).toEqual(expected.map(([type]) => type));
    expect(safetyGate(safety).state).toBe("NO_POWER");
  });

  it.each(expected)("%s", (type, wanted) => {
    const device = devices.find((each) => each.type === type);
    if (device === undefined) throw new Error(`no ${type}`);
    expect(shortOf(triage(device, safety), wanted)).toEqual(FULFILLED);
  });
});
