import { blankDevice } from "../../src/visit/new-device.ts";
import { newVisit } from "../../src/visit/new-visit.ts";
import { insertVisit } from "../../src/visit/rows/visit.ts";
import type { Device, Disposition, Flag, Visit } from "../../src/visit/schema.ts";
import type { VisitStore } from "../../src/visit/store.ts";
import data from "../../src/units/data/vn.json" with { type: "json" };
import { openTable } from "../../src/units/table.ts";
import { unitRefOf } from "../../src/units/unit.ts";
import { joinTables } from "../../src/units/units.ts";

/** Small seeded generator (mulberry32): the same seed makes the same store on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TYPES = [
  "pc",
  "pc",
  "pc",
  "pc",
  "laptop",
  "monitor",
  "monitor",
  "printer_laser",
  "printer_ink",
  "scanner",
  "switch",
  "router_ont",
  "ap",
  "ups",
  "power_part",
  "cabling",
  "token",
  "camera",
] as const;
const MIX: readonly [Disposition, number, readonly Flag[], readonly string[]][] = [
  ["REUSE", 0.34, [], []],
  ["CLEAN_DRY", 0.24, ["NO_POWER"], []],
  ["REPAIR", 0.14, [], ["part_psu"]],
  ["REPLACE", 0.17, ["NO_POWER"], []],
  ["HOLD", 0.08, ["NO_POWER", "DATA_FIRST", "VERIFY"], []],
  ["HAZARD", 0.03, ["HAZ_BATTERY", "NO_POWER"], []],
];
const NOTES = ["", "", "bùn trong vỏ", '=HYPERLINK("x")', "để kệ cao, không ướt", "ổ cứng đã tháo; gửi về huyện"];

/**
 * Fills a store: `visits` visits of some `visits / 2` sites with about twenty device records each, like a bad season's.
 */
export function generateVisits(store: VisitStore, visits: number, devicesEach: number, seed: number): void {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  };
  const units = joinTables([openTable(data)], new Map());
  const former = units.tables
    .flatMap((table) => table.all("vn-2025-06"))
    .filter((unit) => unit.province === "Tỉnh Quảng Bình");
  const start = Date.UTC(2026, 9, 20);
  const batch = 500;
  for (let done = 0; done < visits; done += batch) {
    store.connection.write(() => {
      for (let index = done; index < Math.min(done + batch, visits); index += 1) {
        const old = pick(former);
        const today = units.today(old) ?? old;
        const building = Math.floor(random() * Math.max(1, visits / (2 * former.length)));
        const visit = newVisit({
          now: start + index * 60_000,
          timeZone: "Asia/Ho_Chi_Minh",
          randomBytes: (size) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256)),
          campaign: "lu-2026-10",
          technician: "Tổ 1",
          site: {
            id: `${today.list}:${today.code}:${old.code}:${building}`,
            unit: unitRefOf(today),
            formerUnit: unitRefOf(old),
            name: `Trụ sở ${building} – ${old.name}`,
            type: pick(["ubnd", "ubnd", "ttphvhcc", "truong_mn", "truong_th", "truong_thcs"] as const),
          },
        });
        insertVisit(store.connection, {
          ...visit,
          finishedAt: visit.startedAt,
          survey: surveyOf(pick, random),
          devices: devicesOf(devicesEach, random, pick),
        });
      }
    });
  }
}

type Pick = <T>(values: readonly T[]) => T;

function surveyOf(choose: Pick, random: () => number): Visit["survey"] {
  const usable = ["dung_duoc", "dung_duoc", "cham_loi", "khong_dung_duoc", "khong_ro"];
  return {
    access: choose(["oto", "oto", "xe_may", "thuyen", "chua_vao_duoc"]),
    water_now: choose(["khong", "khong", "khong", "co", "khong_ro"]),
    grid: choose(["da_co", "da_co", "da_co", "chap_chon", "chua_co", "may_phat", "khong_ro"]),
    grid_since: `2026-10-${String(20 + Math.floor(random() * 10)).padStart(2, "0")}`,
    internet: choose(["binh_thuong", "cham_chap_chon", "mat", "mat", "chua_tung_co", "khong_ro"]),
    lost_since: "2026-10-18",
    staff: choose(["du", "co_nhung_thieu", "khong_co", "khong_ro"]),
    onestop: choose(usable),
    docs: choose(usable),
    mail: choose(usable),
    sign: choose(usable),
    vc: choose(usable),
    report: choose(usable),
    onestop_backlog: Math.floor(random() * 60),
  };
}

function devicesOf(count: number, random: () => number, choose: Pick): Device[] {
  return Array.from({ length: count }, (_, index): Device => {
    const type = choose(TYPES);
    let draw = random();
    const [disposition, , flags, advice] =
      MIX.find(([, share]) => (draw -= share) < 0) ?? MIX[0] ?? (["HOLD", 1, [], []] as const);
    return {
      ...blankDevice(),
      id: `d${index + 1}`,
      type,
      quantity: random() < 0.9 ? 1 : 2 + Math.floor(random() * 38),
      label: `Máy ${index + 1}`,
      brand: choose(["Dell", "HP", "FPT Elead", "Canon", "TP-Link", ""]),
      model: choose(["OptiPlex 3060", "LBP 2900", "TL-SG1024D", ""]),
      serial: random() < 0.7 ? `00${Math.floor(random() * 1e9)}` : "",
      assetTag: random() < 0.4 ? `TS-${Math.floor(random() * 1e5)}` : "",
      room: choose(["Bộ phận một cửa", "Văn phòng", "Phòng máy tính", "Phòng Chủ tịch"]),
      note: choose(NOTES),
      answers: {
        water: choose(["none", "humid", "splash", "below_board", "board", "full"]),
        before: random() < 0.08 ? "faulty" : "ok",
        age: choose(["lt3", "y3_5", "gt5"]),
      },
      triage: { disposition, rule: "G14c", flags: [...flags], advice: [...advice] },
      done: true,
    };
  });
}
