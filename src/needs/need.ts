import type { AssessedDevice } from "../visit/queries/assessed-devices.ts";
import type { Flag } from "../visit/schema.ts";

/** What the centre must see to, in the order of its list. One device can ask for several. */
export const NEED_KINDS = [
  "buy",
  "carrierSwap",
  "carrierCheck",
  "repair",
  "part",
  "dataRescue",
  "reissue",
  "hazard",
  "cleanDry",
  "decide",
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** One device record as the needs depend on it. */
export type DeviceRow = AssessedDevice;

/**
 * One line of the list of needs before it is added up: what is asked for, and the item's id (a device type or a part).
 */
export interface Need {
  readonly kind: NeedKind;
  readonly item: string;
}

const BATTERY_WASTE: readonly string[] = ["haz_lead_acid", "haz_lithium", "haz_battery"];

/**
 * What one device asks for. Replacing a carrier's own equipment is the carrier's job, a token is not bought but issued
 * again, and what is replaced because of a battery or a cathode-ray tube is hazardous waste as well.
 */
export function needsOf(device: DeviceRow): Need[] {
  const needs: Need[] = [];
  const has = (flag: Flag): boolean => device.flags.includes(flag);
  switch (device.disposition) {
    case "REPLACE":
      if (has("ISP_OWNED")) needs.push({ kind: "carrierSwap", item: device.type });
      else if (device.type === "token") needs.push({ kind: "reissue", item: device.type });
      else needs.push({ kind: "buy", item: device.type });
      break;
    case "REPAIR":
      needs.push({ kind: has("ISP_OWNED") ? "carrierSwap" : "repair", item: device.type });
      break;
    case "CLEAN_DRY":
      needs.push({ kind: "cleanDry", item: device.type });
      break;
    case "HAZARD":
      needs.push({ kind: "hazard", item: device.type });
      break;
    case "HOLD":
      needs.push({ kind: has("ISP_OWNED") ? "carrierCheck" : "decide", item: device.type });
      break;
    case null:
      needs.push({ kind: "decide", item: device.type });
      break;
    case "REUSE":
      break;
  }
  if (has("DATA_FIRST")) needs.push({ kind: "dataRescue", item: device.type });
  const waste = device.advice.filter((advice) => advice.startsWith("haz_"));
  for (const item of waste) needs.push({ kind: "hazard", item });
  // The flags tell what the advice of an older version does not.
  if (has("HAZ_BATTERY") && device.disposition !== "HAZARD" && !waste.some((item) => BATTERY_WASTE.includes(item)))
    needs.push({ kind: "hazard", item: "battery" });
  if (has("TONER_WET") && !waste.includes("haz_toner")) needs.push({ kind: "hazard", item: "haz_toner" });
  for (const item of device.advice) if (item.startsWith("part_")) needs.push({ kind: "part", item });
  return needs;
}
