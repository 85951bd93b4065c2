import { donorParts } from "../checklist/triage/donors.ts";
import type { AssessedDevice } from "../visit/queries/assessed-devices.ts";

/** What the centre must see to, in the order of its list. One device can ask for several. */
export const NEED_KINDS = [
  "buy",
  "carrierSwap",
  "carrierCheck",
  "repair",
  "part",
  "donor",
  "dataRescue",
  "reissue",
  "hazard",
  "ewaste",
  "cleanDry",
  "tryLater",
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
/** Not collected as electronic waste: a token goes back to its issuer, a cable is scrap metal. */
const NO_EWASTE: readonly string[] = ["token", "cabling"];

/**
 * What one device asks for. Replacing a carrier's own equipment is the carrier's job, a token is not bought but issued
 * again, what is replaced because of a battery is hazardous waste as well, and no part is bought for what goes. Where
 * nobody used it before the flood, nothing is bought or repaired in its place.
 */
export function needsOf(device: DeviceRow): Need[] {
  return [...mainNeeds(device), ...rescue(device), ...waste(device), ...parts(device), ...donors(device)];
}

function mainNeeds(device: DeviceRow): Need[] {
  const item = device.type;
  const isCarriers = device.flags.includes("ISP_OWNED");
  switch (device.disposition) {
    case "REPLACE":
      if (isCarriers) return [{ kind: "carrierSwap", item }];
      if (item === "token") return [{ kind: "reissue", item }];
      return device.unusedBefore ? [] : [{ kind: "buy", item }];
    case "HAZARD":
      return [{ kind: "hazard", item }, ...(device.unusedBefore ? [] : [{ kind: "buy", item } as const])];
    case "REPAIR":
      if (isCarriers) return [{ kind: "carrierSwap", item }];
      return [
        { kind: device.unusedBefore ? "decide" : "repair", item },
        ...(isToClean(device) ? [{ kind: "cleanDry", item } as const] : []),
      ];
    case "CLEAN_DRY":
      return [{ kind: "cleanDry", item }];
    case "HOLD":
      if (isCarriers) return [{ kind: "carrierCheck", item }];
      return [{ kind: isHeldDry(device) ? "tryLater" : "decide", item }];
    case null:
      return [{ kind: "decide", item }];
    case "REUSE":
      return [];
  }
}

const isHeldDry = (device: DeviceRow): boolean =>
  device.disposition === "HOLD" && (device.water === "none" || device.advice.includes("try_later"));
/** It goes to the workshop cleaned and dried. */
const isToClean = (device: DeviceRow): boolean => device.advice.some((advice) => advice.startsWith("dry_"));

/** What only waits to be tried needs no rescue: its data is copied when it runs. */
function rescue(device: DeviceRow): Need[] {
  return device.flags.includes("DATA_FIRST") && !isHeldDry(device) ? [{ kind: "dataRescue", item: device.type }] : [];
}

function waste(device: DeviceRow): Need[] {
  const told = device.advice.filter((advice) => advice.startsWith("haz_"));
  const needs = told.map((item): Need => ({ kind: "hazard", item }));
  // The flags tell what the advice of an older version does not.
  if (
    device.flags.includes("HAZ_BATTERY") &&
    device.disposition !== "HAZARD" &&
    !told.some((item) => BATTERY_WASTE.includes(item))
  )
    needs.push({ kind: "hazard", item: "battery" });
  if (device.flags.includes("TONER_WET") && !told.includes("haz_toner"))
    needs.push({ kind: "hazard", item: "haz_toner" });
  const isEwaste =
    device.disposition === "REPLACE" && !device.flags.includes("ISP_OWNED") && !NO_EWASTE.includes(device.type);
  return isEwaste ? [...needs, { kind: "ewaste", item: device.type }] : needs;
}

function parts(device: DeviceRow): Need[] {
  if (device.disposition === "REPLACE" || device.disposition === "HAZARD" || device.disposition === null) return [];
  if (device.unusedBefore) return [];
  return device.advice.filter((advice) => advice.startsWith("part_")).map((item) => ({ kind: "part", item }));
}

/** Dry parts of what is written off; of what nobody used, the parts or the whole device where it works. */
function donors(device: DeviceRow): Need[] {
  if (device.flags.includes("ISP_OWNED")) return [];
  if (device.unusedBefore && device.disposition === "REUSE") return [{ kind: "donor", item: device.type }];
  const gives = device.disposition === "REPLACE" || (device.unusedBefore && device.disposition === "REPAIR");
  return gives ? donorParts(device.type, device.answers).map((item) => ({ kind: "donor", item })) : [];
}
