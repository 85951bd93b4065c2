import { describe, expect, it } from "vitest";
import { addUpNeeds } from "../../src/needs/add-up.ts";
import { ADVICE } from "../../src/checklist/data/advice.ts";
import { itemName } from "../../src/needs/item-name.ts";
import { needsOf, type DeviceRow } from "../../src/needs/need.ts";

const quangNinh = { code: "19207", list: "vn-2025-07", name: "Xã Quảng Ninh" };
const quanHau = { code: "19207", list: "vn-2025-06", name: "TT Quán Hàu" };

function row(more: Partial<DeviceRow>): DeviceRow {
  return {
    visit: "v",
    device: "d",
    unit: quangNinh,
    site: "UBND",
    type: "pc",
    quantity: 1,
    room: "",
    label: "",
    disposition: "REUSE",
    flags: [],
    advice: [],
    faultyBefore: false,
    unusedBefore: false,
    water: "full",
    answers: {},
    ...more,
  };
}

const kinds = (more: Partial<DeviceRow>): string[] => needsOf(row(more)).map((need) => `${need.kind}:${need.item}`);

describe("what one device asks for", () => {
  it("never buys what the carrier owns, and never buys a token", () => {
    expect(kinds({ type: "router_ont", disposition: "REPLACE", flags: ["ISP_OWNED"] })).toEqual([
      "carrierSwap:router_ont",
    ]);
    expect(kinds({ type: "router_ont", disposition: "HOLD", flags: ["ISP_OWNED"] })).toEqual([
      "carrierCheck:router_ont",
    ]);
    expect(kinds({ type: "token", disposition: "REPLACE" })).toEqual(["reissue:token"]);
  });

  it("asks for disposal of batteries and toner beside the device itself", () => {
    expect(
      kinds({ type: "ups", disposition: "REPLACE", flags: ["HAZ_BATTERY", "NO_POWER"], advice: ["haz_lead_acid"] }),
    ).toEqual(["buy:ups", "hazard:haz_lead_acid", "ewaste:ups"]);
    expect(kinds({ type: "laptop", disposition: "REPAIR", flags: ["HAZ_BATTERY"] })).toEqual([
      "repair:laptop",
      "hazard:battery",
    ]);
    expect(
      kinds({
        type: "printer_laser",
        disposition: "REPAIR",
        flags: ["TONER_WET"],
        advice: ["haz_toner", "part_toner"],
      }),
    ).toEqual(["repair:printer_laser", "hazard:haz_toner", "part:part_toner"]);
  });

  it("buys another where hazardous waste goes, and counts what is written off as electronic waste", () => {
    expect(kinds({ type: "ups", disposition: "HAZARD", advice: ["haz_lead_acid"] })).toEqual([
      "hazard:ups",
      "buy:ups",
      "hazard:haz_lead_acid",
    ]);
    expect(kinds({ disposition: "REPLACE" })).toEqual(["buy:pc", "ewaste:pc"]);
  });

  it("buys no part for what goes, and none for what the carrier swaps", () => {
    const advice = ["part_psu", "part_fuser"];
    for (const disposition of ["REPLACE", "HAZARD", null] as const)
      expect(kinds({ disposition, advice }).filter((need) => need.startsWith("part:"))).toEqual([]);
    expect(kinds({ disposition: "REPAIR", advice })).toEqual(["repair:pc", "part:part_psu", "part:part_fuser"]);
  });

  it("lets what is written off give its dry parts, and nothing that is not known to be dry", () => {
    const dry = { water: "board", disk_height: "tren_muc_nuoc", psu_wet: "khong", data: "none" };
    expect(kinds({ disposition: "REPLACE", answers: dry })).toEqual([
      "buy:pc",
      "ewaste:pc",
      "donor:part_disk",
      "donor:part_psu",
    ]);
    const shallow = { water: "below_board", data: "backed_up", psu_wet: "khong_ro" };
    expect(kinds({ disposition: "REPLACE", answers: shallow })).toEqual(["buy:pc", "ewaste:pc", "donor:part_ram"]);
    const none = ["full", "unknown"].flatMap((water) =>
      kinds({ disposition: "REPLACE", answers: { water, data: "none" } }),
    );
    expect(none.filter((need) => need.startsWith("donor:"))).toEqual([]);
    for (const answers of [
      { ...dry, body: "burnt" },
      { ...dry, powered_after: "smoke_trip" },
    ])
      expect(kinds({ disposition: "REPLACE", answers })).toEqual(["buy:pc", "ewaste:pc"]);
    for (const data of ["important", "secret", "unknown"])
      expect(kinds({ disposition: "REPLACE", answers: { ...dry, data } })).not.toContain("donor:part_disk");
    const adapter = { water: "board", psu: "adapter_ngoai", adapter_wet: "khong" };
    expect(kinds({ type: "switch", disposition: "REPLACE", answers: adapter })).toContain("donor:part_adapter");
    expect(kinds({ type: "router_ont", disposition: "REPLACE", flags: ["ISP_OWNED"], answers: adapter })).toEqual([
      "carrierSwap:router_ont",
    ]);
  });

  it("neither buys nor repairs what nobody used before the flood, and offers it to others", () => {
    const unused = { unusedBefore: true, answers: { water: "none", data: "none", works_now: "partial" } };
    expect(kinds({ ...unused, disposition: "REPLACE" })).toEqual([
      "ewaste:pc",
      "donor:part_disk",
      "donor:part_ram",
      "donor:part_psu",
    ]);
    expect(kinds({ ...unused, disposition: "REPAIR", advice: ["part_psu"] })).toEqual([
      "decide:pc",
      "donor:part_disk",
      "donor:part_ram",
      "donor:part_psu",
    ]);
    expect(kinds({ ...unused, disposition: "REUSE" })).toEqual(["donor:pc"]);
    expect(kinds({ ...unused, disposition: "HAZARD", type: "ups" })).toEqual(["hazard:ups"]);
  });

  it("cleans and dries before it repairs, and keeps apart what only waits to be tried", () => {
    expect(kinds({ disposition: "REPAIR", advice: ["dry_72h"] })).toEqual(["repair:pc", "cleanDry:pc"]);
    expect(kinds({ disposition: "HOLD", water: "none", flags: ["DATA_FIRST"] })).toEqual(["tryLater:pc"]);
    expect(kinds({ disposition: "HOLD", water: "full", advice: ["try_later"] })).toEqual(["tryLater:pc"]);
  });

  it("asks for nothing where a device is used on, and for a decision where none was made", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ disposition: "HOLD", flags: ["DATA_FIRST"] })).toEqual(["decide:pc", "dataRescue:pc"]);
    expect(kinds({ disposition: null })).toEqual(["decide:pc"]);
  });
});

describe("the list of needs", () => {
  it("adds up quantities, keeps the rows behind each figure and old faults apart", () => {
    const list = addUpNeeds([
      row({ device: "1", disposition: "REPLACE", quantity: 20 }),
      row({ device: "2", disposition: "REPLACE", faultyBefore: true, quantity: 3 }),
      row({ device: "3", disposition: "REPAIR" }),
    ]);
    const [buy] = list.total;
    expect(buy).toMatchObject({ kind: "buy", item: "pc", quantity: 23, faultyBefore: 3 });
    expect(buy?.devices.map((device) => device.device)).toEqual(["1", "2"]);
    expect(list.deviceRecords).toBe(3);
  });

  it("does not mix two communes that share a code in different lists", () => {
    const { communes } = addUpNeeds([row({ disposition: "REPLACE" }), row({ disposition: "REPLACE", unit: quanHau })]);
    expect(communes.map((commune) => [commune.unitName, commune.unitList])).toEqual([
      ["TT Quán Hàu", "vn-2025-06"],
      ["Xã Quảng Ninh", "vn-2025-07"],
    ]);
  });
});

describe("names of what is asked for", () => {
  it("knows every part and every kind of waste that triage can advise, in both languages", () => {
    const asked = Object.keys(ADVICE).filter((id) => id.startsWith("part_") || id.startsWith("haz_"));
    expect(asked.length).toBeGreaterThan(5);
    for (const lang of ["vi", "en"] as const) expect(asked.filter((id) => itemName(id, lang) === id)).toEqual([]);
  });
});
