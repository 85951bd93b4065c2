import { describe, expect, it } from "vitest";
import { ADVICE } from "../../src/checklist/data/advice.ts";
import { DEVICE_TYPES } from "../../src/checklist/data/device-types.ts";
import { validateCatalogue } from "../../src/checklist/data/catalogue.ts";
import { describeTriage, labelOf } from "../../src/checklist/labels.ts";
import { GENERAL_RULES } from "../../src/checklist/triage/general-rules.ts";
import { FINAL_RULES } from "../../src/checklist/triage/power.ts";
import { OVERRIDES } from "../../src/checklist/triage/overrides.ts";
import { triage } from "../../src/checklist/triage/triage.ts";
import type { Answers, Flag } from "../../src/visit/schema.ts";
import { SAFE } from "./support/devices.ts";

/** Wet to the board by clean water for a day, dry for a day, opened, light corrosion, nothing else wrong. */
const WET: Answers = {
  water: "board",
  water_type: "rain",
  wet_time: "h2_24",
  on_when_wet: "no",
  powered_after: "no",
  dry_time: "d1_2",
  corrosion: "light",
  mud: "some",
  body: "ok",
  battery: "no_battery",
  data: "none",
  age: "y3_5",
  before: "ok",
  cleaned: "no",
  works_now: "not_tried",
};

type Row = readonly [
  what: string,
  type: string,
  answers: Answers,
  disposition: string,
  rule: string,
  flags?: readonly Flag[],
  advice?: readonly string[],
];

const GENERAL: readonly Row[] = [
  [
    "swollen battery",
    "ups",
    { battery: "swollen_hot_leak" },
    "HAZARD",
    "G01",
    ["HAZ_BATTERY", "NO_POWER"],
    ["battery_outdoors"],
  ],
  ["state secrets", "pc", { data: "secret" }, "HOLD", "G03", ["SECRET_SEAL", "NO_POWER", "DATA_FIRST"]],
  ["secrets in moist air", "pc", { water: "humid", data: "secret", works_now: "ok" }, "REUSE", "G17"],
  ["splashed socket", "power_part", { water: "splash" }, "REPLACE", "G04"],
  ["burnt, new desktop", "pc", { water: "none", body: "burnt", age: "lt3" }, "REPAIR", "G05"],
  ["smoke, old printer", "printer_laser", { powered_after: "smoke_trip" }, "REPLACE", "G05"],
  ["dry and works", "pc", { water: "none", works_now: "ok" }, "REUSE", "G06"],
  ["dry, dead", "pc", { water: "none", works_now: "dead" }, "REPAIR", "G07"],
  ["dry, not tried", "pc", { water: "none" }, "HOLD", "G08", ["VERIFY"]],
  ["nobody knows the depth", "pc", { water: "unknown" }, "HOLD", "G09", ["NO_POWER", "VERIFY"]],
  ["heavy corrosion", "pc", { corrosion: "heavy" }, "REPLACE", "G10"],
  ["brackish for two days", "pc", { water_type: "brackish", wet_time: "h24_72" }, "REPLACE", "G11"],
  ["cleaned, dried, works", "pc", { cleaned: "yes", dry_time: "d3_6", works_now: "ok" }, "REUSE", "G12", ["WATCH_30D"]],
  ["works, but not cleaned", "pc", { dry_time: "ge7d", works_now: "ok" }, "CLEAN_DRY", "G14c", ["NO_POWER"]],
  [
    "works, nobody knows how long dry",
    "pc",
    { cleaned: "yes", dry_time: "unknown", works_now: "ok", wet_time: "gt72h" },
    "CLEAN_DRY",
    "G12U",
    ["VERIFY"],
  ],
  ["tried, faulty", "pc", { powered_after: "fault" }, "REPAIR", "G13"],
  ["tried, faulty, old", "pc", { powered_after: "fault", age: "gt5" }, "REPLACE", "G13"],
  ["live when flooded, new", "pc", { on_when_wet: "yes", age: "lt3" }, "REPAIR", "G14a"],
  [
    "live when flooded, age unknown counts as 3–5 years",
    "pc",
    { on_when_wet: "yes", age: "unknown" },
    "REPLACE",
    "G14a",
    ["VERIFY"],
  ],
  ["four days under water", "pc", { wet_time: "gt72h" }, "REPAIR", "G14b"],
  ["wet, rest", "pc", { data: "important" }, "CLEAN_DRY", "G14c", ["NO_POWER", "DATA_FIRST"]],
  ["below the board", "switch", { water: "below_board" }, "CLEAN_DRY", "G15"],
  [
    "below the board, dry, works",
    "switch",
    { water: "below_board", cleaned: "yes", dry_time: "d3_6", corrosion: "none", works_now: "ok" },
    "REUSE",
    "G12",
    ["WATCH_30D"],
  ],
  [
    "below the board, runs while wet",
    "switch",
    { water: "below_board", dry_time: "still_wet", works_now: "ok" },
    "CLEAN_DRY",
    "G15",
    ["NO_POWER"],
  ],
  [
    "splashed, cleaned, dry for a day, works",
    "switch",
    { water: "splash", cleaned: "yes", works_now: "ok" },
    "REUSE",
    "G16",
    ["WATCH_30D"],
  ],
  [
    "splashed, never cleaned, works",
    "switch",
    { water: "splash", works_now: "ok" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER"],
  ],
  [
    "cleaned, dried, works, but was live in the water",
    "pc",
    { cleaned: "yes", dry_time: "ge7d", on_when_wet: "yes", works_now: "ok" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER"],
  ],
  ["moist, dead", "switch", { water: "humid", works_now: "dead" }, "REPAIR", "G17"],
];

const BY_TYPE: readonly Row[] = [
  [
    "wet adapter only",
    "switch",
    { water: "none", works_now: "ok", psu: "adapter_ngoai", adapter_wet: "co" },
    "REPAIR",
    "switch.adapter",
    [],
    ["part_adapter"],
  ],
  ["small unmanaged switch", "switch", { managed: "khong", ports_total: 8 }, "REPLACE", "switch.small"],
  [
    "small switch that was cleaned and works",
    "switch",
    { managed: "khong", ports_total: 8, cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "REUSE",
    "G12",
  ],
  [
    "some dead ports",
    "switch",
    { cleaned: "yes", dry_time: "ge7d", works_now: "partial", ports_total: 24, ports_ok: 20 },
    "REUSE",
    "switch.ports",
    ["WATCH_30D"],
    ["list_dead_ports"],
  ],
  [
    "the carrier's box",
    "router_ont",
    { water: "splash", owner: "nha_mang" },
    "REPLACE",
    "router_ont.carrier",
    ["ISP_OWNED"],
  ],
  [
    "the carrier's box, dry and dead",
    "router_ont",
    { water: "none", works_now: "dead", owner: "nha_mang" },
    "REPLACE",
    "router_ont.carrier",
    ["ISP_OWNED"],
    ["carrier_swap"],
  ],
  [
    "the carrier's box, its adapter wet",
    "router_ont",
    { water: "none", works_now: "ok", owner: "nha_mang", psu: "adapter_ngoai", adapter_wet: "co" },
    "REPLACE",
    "router_ont.carrier",
    ["ISP_OWNED"],
  ],
  [
    "the office's own box, dry and dead",
    "router_ont",
    { water: "none", works_now: "dead", owner: "co_quan" },
    "REPAIR",
    "G07",
  ],
  [
    "LOS red leaves the verdict",
    "router_ont",
    { water: "none", works_now: "ok", los_led: "do" },
    "REUSE",
    "G06",
    [],
    ["report_fibre"],
  ],
  [
    "disk below water, works",
    "pc",
    { cleaned: "yes", dry_time: "ge7d", works_now: "ok", data: "important", disk: "hdd", disk_height: "duoi" },
    "CLEAN_DRY",
    "disk.first",
    ["NO_POWER", "DATA_FIRST"],
  ],
  [
    "its disk was taken out: the machine by itself is used on",
    "pc",
    { cleaned: "yes", dry_time: "ge7d", works_now: "ok", data: "important", disk_height: "duoi", disk_out: "co" },
    "REUSE",
    "G12",
    ["WATCH_30D"],
    ["disk_custody"],
  ],
  ["printer that goes", "printer_laser", { mud: "heavy" }, "REPLACE", "printer_laser.mud", [], ["clear_memory"]],
  ["wet power supply", "pc", { psu_wet: "co" }, "REPAIR", "pc.psu", ["NO_POWER"], ["part_psu"]],
  [
    "wrong clock",
    "pc",
    { water: "none", works_now: "ok", cmos_time: "sai" },
    "REUSE",
    "G06",
    [],
    ["part_coin_cell", "set_clock"],
  ],
  [
    "laptop with a wet battery",
    "laptop",
    { battery: "intact_wet" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY", "NO_POWER"],
    ["remove_battery"],
  ],
  [
    "laptop that works, its wet battery in it",
    "laptop",
    { battery: "intact_wet", cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY", "NO_POWER"],
  ],
  [
    "laptop keyboard",
    "laptop",
    { water: "splash", keyboard_wet: "co" },
    "REPAIR",
    "laptop.keyboard",
    [],
    ["part_keyboard"],
  ],
  [
    "dry laptop with a swollen battery: the battery is waste, the laptop is not",
    "laptop",
    { water: "none", battery: "swollen_hot_leak", works_now: "not_tried" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY", "NO_POWER"],
    ["battery_outdoors", "part_battery", "haz_lithium"],
  ],
  [
    "laptop that works, nobody looked at its battery",
    "laptop",
    { battery: "unknown", cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER", "VERIFY"],
    ["check_battery", "dry_no_heat"],
  ],
  [
    "wet charger",
    "tablet",
    { water: "splash", charger_wet: "co", battery: "intact_dry" },
    "REPAIR",
    "laptop.charger",
    [],
    ["part_adapter"],
  ],
  [
    "tablet with a wet battery",
    "tablet",
    { battery: "intact_wet" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY"],
    ["battery_built_in", "battery_no_heat", "part_battery", "haz_lithium", "dry_no_heat"],
  ],
  [
    "radio with lead-acid batteries",
    "radio",
    { battery: "intact_wet", battery_kind: "chi" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY"],
    ["part_battery", "haz_lead_acid"],
  ],
  [
    "telephone with a lithium battery",
    "phone_fax",
    { battery: "intact_wet", battery_kind: "lithium" },
    "REPLACE",
    "phone_fax.flooded",
    ["HAZ_BATTERY"],
    ["haz_lithium"],
  ],
  [
    "camera with a swollen battery",
    "camera",
    { water: "none", battery: "swollen_hot_leak", works_now: "ok" },
    "REPAIR",
    "power.battery",
    ["HAZ_BATTERY"],
    ["part_battery", "haz_battery"],
  ],
  [
    "wet power bank",
    "battery_pack",
    { battery: "intact_dry" },
    "HAZARD",
    "battery_pack.wet",
    ["HAZ_BATTERY", "NO_POWER"],
    ["haz_battery"],
  ],
  [
    "flooded lithium UPS",
    "ups",
    { battery: "unknown", battery_kind: "lithium" },
    "REPLACE",
    "ups.flooded",
    ["HAZ_BATTERY"],
    ["haz_lithium"],
  ],
  ["flooded tube", "monitor", { monitor_kind: "crt" }, "REPLACE", "monitor.crt", ["NO_POWER"], ["haz_crt"]],
  ["flooded LCD", "monitor", { monitor_kind: "lcd" }, "CLEAN_DRY", "G14c", ["INSULATION_TEST"]],
  ["spots in the screen", "monitor", { monitor_kind: "lcd", screen_spots: "co" }, "REPLACE", "monitor.spots"],
  ["laser full of mud", "printer_laser", { mud: "heavy" }, "REPLACE", "printer_laser.mud"],
  [
    "wet toner",
    "printer_laser",
    { toner_wet: "co" },
    "CLEAN_DRY",
    "G14c",
    ["TONER_WET"],
    ["haz_toner", "no_dry_by_printing"],
  ],
  ["old ink-jet", "printer_ink", { printer_kind: "phun" }, "REPLACE", "printer_ink.old"],
  [
    "ink-jet of unknown age asks for no new one",
    "printer_ink",
    { printer_kind: "phun", age: "unknown" },
    "CLEAN_DRY",
    "G14c",
    ["VERIFY"],
  ],
  ["dot-matrix with little mud", "printer_ink", { printer_kind: "kim" }, "REPAIR", "printer_ink.dot"],
  ["new flatbed", "scanner", { scanner_kind: "phang", age: "lt3" }, "REPAIR", "scanner.flatbed", ["ONESTOP_CRITICAL"]],
  ["old flatbed", "scanner", { scanner_kind: "phang" }, "REPLACE", "scanner.flatbed"],
  ["fogged glass", "scanner", { water: "none", works_now: "ok", glass_fog: "co" }, "REUSE", "G06"],
  [
    "fogged glass after moist air",
    "scanner",
    { water: "humid", works_now: "ok", glass_fog: "co" },
    "CLEAN_DRY",
    "scanner.fog",
  ],
  [
    "flooded UPS",
    "ups",
    {},
    "REPLACE",
    "ups.flooded",
    ["HAZ_BATTERY", "NO_POWER"],
    ["haz_lead_acid", "ups_do_not_open"],
  ],
  ["disk with data", "hdd", { data: "important" }, "HOLD", "disk.hold", ["DATA_FIRST", "NO_POWER"]],
  [
    "disk of unknown content, splashed",
    "hdd",
    { water: "splash", data: "unknown" },
    "HOLD",
    "disk.hold",
    ["DATA_FIRST", "NO_POWER"],
  ],
  ["disk that is backed up", "hdd", { data: "backed_up" }, "REPLACE", "disk.backed_up"],
  [
    "server",
    "server",
    { cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "REPAIR",
    "server.vendor",
    ["NO_POWER", "DATA_FIRST"],
  ],
  [
    "sealed camera works",
    "camera",
    { ip_rating: "ip66", connector_wet: "khong", cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "REUSE",
    "G12",
  ],
  [
    "sealed camera works, not wiped",
    "camera",
    { ip_rating: "ip66", connector_wet: "khong", works_now: "ok" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER"],
  ],
  [
    "camera connector",
    "camera",
    { ip_rating: "ip66", connector_wet: "co" },
    "REPAIR",
    "camera.connector",
    [],
    ["reterminate"],
  ],
  [
    "submerged ends",
    "cabling",
    { ends_submerged: "co", test: "chua_do" },
    "REPAIR",
    "cabling.test",
    [],
    ["part_plugs", "reterminate"],
  ],
  ["cable failed its test", "cabling", { test: "loi", cable_type: "utp" }, "REPLACE", "cabling.test"],
  [
    "cable with dry ends after fresh water, dry and tested",
    "cabling",
    { test: "dat", cable_type: "utp", ends_submerged: "khong", dry_time: "d1_2" },
    "REUSE",
    "cabling.test",
    ["WATCH_30D"],
  ],
  [
    "the same, tested while wet",
    "cabling",
    { test: "dat", cable_type: "utp", ends_submerged: "khong", dry_time: "lt1d" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER"],
  ],
  [
    "copper after days in salt water, its ends dry, its test passed",
    "cabling",
    {
      test: "dat",
      cable_type: "ftp",
      ends_submerged: "khong",
      water_type: "brackish",
      wet_time: "h24_72",
      dry_time: "ge7d",
    },
    "REPLACE",
    "G11",
    ["NO_POWER"],
  ],
  [
    "glass after days in salt water",
    "cabling",
    {
      test: "dat",
      cable_type: "quang",
      ends_submerged: "khong",
      water_type: "brackish",
      wet_time: "gt72h",
      dry_time: "ge7d",
    },
    "REUSE",
    "cabling.test",
    ["WATCH_30D"],
  ],
  [
    "screen that dried for three days and works",
    "monitor",
    { monitor_kind: "lcd", cleaned: "yes", dry_time: "d3_6", works_now: "ok" },
    "CLEAN_DRY",
    "G14c",
    ["NO_POWER", "INSULATION_TEST"],
    ["dry_5_7d"],
  ],
  [
    "screen that dried for a week and works",
    "monitor",
    { monitor_kind: "lcd", cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
    "REUSE",
    "G12",
    ["WATCH_30D"],
  ],
  [
    "laser printer that dried for three days and works",
    "printer_laser",
    { cleaned: "yes", dry_time: "d3_6", works_now: "ok" },
    "CLEAN_DRY",
    "G14c",
    ["NO_POWER"],
  ],
  [
    "token that works while wet",
    "token",
    { dry_time: "still_wet", cleaned: "yes", works_now: "ok" },
    "CLEAN_DRY",
    "power.unproven",
    ["NO_POWER"],
    ["token_dry_48h"],
  ],
  [
    "token that was rinsed and dried",
    "token",
    { dry_time: "d3_6", cleaned: "yes", works_now: "ok" },
    "REUSE",
    "G12",
    ["WATCH_30D"],
  ],
  ["fibre failed its test", "cabling", { test: "loi", cable_type: "quang" }, "REPAIR", "G13", [], ["clean_fibre"]],
  [
    "dead token",
    "token",
    { water: "none", works_now: "dead" },
    "REPLACE",
    "token.dead",
    ["ONESTOP_CRITICAL"],
    ["token_reissue"],
  ],
  [
    "lost token",
    "token",
    { water: "unknown", token_lost: "co" },
    "REPLACE",
    "token.lost",
    ["ONESTOP_CRITICAL"],
    ["token_report_lost"],
  ],
  ["codec", "vc_set", { codec_wet: "co" }, "REPAIR", "vc_set.codec"],
  ["flooded phone", "phone_fax", {}, "REPLACE", "phone_fax.flooded"],
  ["amplifier", "radio", { amp_wet: "co" }, "REPAIR", "radio.amp"],
];

describe("rules, each by an example", () => {
  it.each([...GENERAL, ...BY_TYPE].map((row) => ({ title: `${row[0]} (${row[1]})`, row })))("$title", ({ row }) => {
    const [, type, answers, disposition, rule, flags = [], advice = []] = row;
    const result = triage({ type, answers: { ...WET, ...answers } }, SAFE);
    expect([result.disposition, result.rule]).toEqual([disposition, rule]);
    expect(result.flags).toEqual(expect.arrayContaining([...flags]));
    expect(result.advice).toEqual(expect.arrayContaining([...advice]));
  });

  it("has an example for each general rule but the last, which is never reached, and the one of the gate", () => {
    const shown = new Set(GENERAL.map((row) => row[4]));
    expect(GENERAL_RULES.map((rule) => rule.id).filter((id) => !shown.has(id))).toEqual(["G02", "G99"]);
  });

  it.each([
    ["dry and worked", "ups", { water: "none", works_now: "ok" }, "HOLD", "G02", ["NO_POWER"], ["try_later"]],
    [
      "dry and dead: perhaps there was no power",
      "pc",
      { water: "none", works_now: "dead", data: "none" },
      "HOLD",
      "G02",
      ["NO_POWER"],
      ["try_later"],
    ],
    ["dry, but burnt", "switch", { water: "none", body: "burnt" }, "REPLACE", "G05", ["NO_POWER"], []],
    [
      "cleaned, dried, worked",
      "pc",
      { cleaned: "yes", dry_time: "ge7d", works_now: "ok" },
      "HOLD",
      "G02",
      ["NO_POWER"],
      ["try_later"],
    ],
    [
      "wet",
      "pc",
      { data: "important" },
      "CLEAN_DRY",
      "G14c",
      ["NO_POWER", "DATA_FIRST"],
      ["take_disk_out", "disk_do_not", "dry_72h"],
    ],
    ["wet socket", "power_part", {}, "REPLACE", "G04", ["NO_POWER"], []],
    ["hot UPS", "ups", { case_hot: "co" }, "HAZARD", "ups.hot", ["NO_POWER", "HAZ_BATTERY"], ["battery_outdoors"]],
  ] as const)(
    "closes the power behind a closed gate, not the judgement: %s (%s)",
    (_what, type, answers, disposition, rule, flags, advice) => {
      const result = triage({ type, answers: { ...WET, ...answers } }, { ...SAFE, s5: "co" });
      expect([result.disposition, result.rule]).toEqual([disposition, rule]);
      expect(result.flags).toEqual(expect.arrayContaining([...flags]));
      expect(result.advice).toEqual(expect.arrayContaining([...advice]));
    },
  );

  it("takes the site's water for what the device lacks", () => {
    const { water_type: _type, wet_time: _time, ...bare } = WET;
    expect(triage({ type: "pc", answers: bare }, { ...SAFE, s8_hours: 60, s9: "man_lo" }).rule).toBe("G11");
  });

  it("treats a type of a newer version as 'other'", () => {
    expect(triage({ type: "hologram", answers: WET }, SAFE).disposition).toBe("CLEAN_DRY");
  });
});

describe("the data", () => {
  it("is valid, and every rule, advice and label is told in both languages", () => {
    expect(() => validateCatalogue()).not.toThrow();
    for (const rule of [...GENERAL_RULES, ...OVERRIDES, ...FINAL_RULES]) {
      const told = describeTriage({ disposition: "HOLD", rule: rule.id, flags: ["VERIFY"], advice: [] }, "vi");
      expect([told.reason, told.source].every((text) => text.length > 3 && text !== rule.id)).toBe(true);
    }
    const used = [...OVERRIDES, ...FINAL_RULES].flatMap((rule) => rule.advice ?? []);
    expect(used.filter((id) => !(id in ADVICE))).toEqual([]);
    expect(DEVICE_TYPES).toHaveLength(26);
    expect(labelOf("device", "printer_laser", "en")).toBe("Laser or multifunction printer");
    expect(labelOf("device", "hologram", "vi")).toBe("hologram");
  });

  it("names only types that exist in its overrides, and has no rule id twice", () => {
    const types = new Set(DEVICE_TYPES.map((type) => type.id));
    expect(OVERRIDES.flatMap((override) => override.types).filter((type) => !types.has(type))).toEqual([]);
    const ids = [...GENERAL_RULES, ...OVERRIDES].map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
