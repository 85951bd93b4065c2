import { triage } from "../../../src/checklist/triage/triage.ts";
import { loadProfile } from "../../../src/profile/load.ts";
import { blankDevice } from "../../../src/visit/new-device.ts";
import type { Answers, Device, Visit } from "../../../src/visit/schema.ts";
import { finding, NOW, scan, site, visit } from "../../visit/helpers/sample.ts";

/** A flooded office: the panel was under water, nobody has cleared it. */
const WET_SITE: Answers = {
  s1: "khong",
  s3: "bang_dien",
  s4: "chua",
  s5: "khong",
  s18: "khong",
  s14: "khong",
  s15: "khong",
  s12: "khong",
  s11: "khong_ro",
  s13: "khong",
  s16: "co",
  s17: "khong",
  s8_peak_cm: 130,
  s8_hours: 40,
  s2: "da_cat",
  s7: "khong",
  s9: "lu_bun",
  s6: "khong_ro",
  s10: "du",
};

const WET: Answers = {
  water: "full",
  water_type: "river_mud",
  wet_time: "h24_72",
  on_when_wet: "no",
  powered_after: "no",
  dry_time: "still_wet",
  corrosion: "light",
  mud: "some",
  body: "ok",
  data: "important",
  age: "y3_5",
  before: "ok",
  cleaned: "no",
};

const KINDS: readonly (readonly [type: string, label: string, answers: Answers])[] = [
  ["pc", "Máy một cửa", { ...WET, psu_wet: "co", disk_out: "co", disk_keeper: "Ông Lê Văn Đức, số seri WD-7781" }],
  ["switch", "Switch tầng 1", { ...WET, data: "none", water: "splash", psu: "trong" }],
  ["printer_laser", "Máy in một cửa", { ...WET, toner_wet: "co", fuser_wet: "co" }],
  ["scanner", "Máy quét hồ sơ", { ...WET, age: "gt5", kind: "phang" }],
  ["ups", "UPS phòng máy chủ", { ...WET, battery: "intact_wet" }],
  ["laptop", "Máy kế toán", { ...WET, water: "humid", battery: "intact_dry", before: "faulty" }],
];

/** So many devices of six kinds, each with its own serial number, judged by the rules. */
export function wetDevices(count: number, change: (at: number) => Partial<Device> = () => ({})): Device[] {
  return Array.from({ length: count }, (_, at) => {
    const [type, label, answers] = KINDS[at % KINDS.length] ?? ["pc", "", WET];
    const room = `Phòng ${101 + (at % 7)}`;
    const own: Device = {
      ...blankDevice(),
      id: `d${at}`,
      type,
      label: `${label} ${at + 1}`,
      brand: "Đông Á",
      model: `M-${300 + at}`,
      serial: `SN${1000 + at}`,
      assetTag: `TS-${at + 1}`,
      room,
      answers,
      done: true,
      ...change(at),
    };
    return { ...own, triage: triage(own, WET_SITE) };
  });
}

/** A whole visit with the systems of the province's own profile, the gate closed, people and papers told. */
export async function wetVisit(count: number, change: Partial<Visit> = {}): Promise<Visit> {
  const { profile } = await loadProfile("quang-tri-2025", "/nonexistent", "vi", { now: () => NOW, cwd: "/" });
  const seen = scan("faulty", [], [finding()]);
  const systems = profile.systems.map(({ id }, at) => ({
    id,
    outcome: at % 3 === 0 ? ("failed" as const) : at % 3 === 1 ? ("ok" as const) : ("notTested" as const),
    cause: at % 3 === 0 ? ("GATEWAY_DOWN" as const) : null,
    totalMs: 40,
    target: `${id}.example.vn:443`,
    certificateNotAfter: null,
  }));
  return visit({
    finishedAt: "2026-11-21T10:00:00+07:00",
    technician: "Nguyễn Hữu Phước",
    site: site("UBND xã Quảng Ninh"),
    safety: WET_SITE,
    survey: {
      contact_name: "Trần Thị Ngọc Ánh",
      contact_post: "Phó Chủ tịch UBND xã",
      surveyor_post: "Kỹ thuật viên Trung tâm Chuyển đổi số",
      others_present: "Ông Đỗ Mạnh Cường, Trưởng thôn; Bà Lê Thị Hằng, văn thư",
      confirmed_by: "Phạm Quốc Khánh",
      lost_files: "12 hộp hồ sơ đất đai 2019–2021 bị ướt, 2 hộp mất",
      grid: "da_co",
      grid_since: "2026-11-20T07:00:00+07:00",
      internet: "mat",
      internet_carrier: "vnpt",
      lost_since: "2026-11-16",
      tslcd: "khong_ro",
      mobile: "yeu",
      staff: "khong_co",
      onestop: "",
    },
    devices: wetDevices(count),
    scan: { evidence: { ...seen.evidence, profile }, verdict: { ...seen.verdict, systems } },
    ...change,
  });
}
