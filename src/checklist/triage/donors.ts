import type { Answers } from "../../visit/schema.ts";
import { deviceType } from "../data/device-types.ts";
import { factsOf, isRuined, type DeviceFacts } from "./facts.ts";

/** Parts that a device can give to those that are repaired, by the id under which the same part is asked for. */
const DISK_AND_MEMORY = ["pc", "laptop", "kiosk", "server"];
const POWER_SUPPLY = ["pc", "kiosk", "server"];
const ADAPTER = ["switch", "ap", "router_ont", "laptop", "tablet"];

/**
 * Dry parts of a device that is written off or not needed: disk, memory, power supply, adapter. Only what is known to have
 * stayed dry counts, nothing of what burnt, and no disk with data on it. All of it is tried before use.
 * @param type id of the device's type
 */
export function donorParts(type: string, answers: Answers): string[] {
  const known = deviceType(type);
  if (known === undefined) return [];
  const facts = factsOf(known, answers, {}, true);
  if (isRuined(facts)) return [];
  return [
    ...(DISK_AND_MEMORY.includes(type) && isDiskDry(facts) ? ["part_disk"] : []),
    ...(DISK_AND_MEMORY.includes(type) && isBoardDry(facts) ? ["part_ram"] : []),
    ...(POWER_SUPPLY.includes(type) && isSupplyDry(facts) ? ["part_psu"] : []),
    ...(ADAPTER.includes(type) && isAdapterDry(facts) ? ["part_adapter"] : []),
  ];
}

const isDry = (facts: DeviceFacts): boolean => facts.water === "none" || facts.water === "humid";
const isBoardDry = (facts: DeviceFacts): boolean =>
  isDry(facts) || facts.water === "splash" || facts.water === "below_board";

function isDiskDry(facts: DeviceFacts): boolean {
  const empty = facts.data === "none" || facts.data === "backed_up";
  return empty && facts.own("disk_out") !== "co" && (isDry(facts) || facts.own("disk_height") === "tren_muc_nuoc");
}

/** A supply that was replaced after the flood is as good as one that stayed dry; one that may be why the machine is dead is not counted. */
function isSupplyDry(facts: DeviceFacts): boolean {
  const told = facts.own("psu_wet");
  return facts.worksNow !== "dead" && (isDry(facts) || told === "khong" || told === "da_thay");
}

function isAdapterDry(facts: DeviceFacts): boolean {
  if (facts.type.own.includes("charger_wet")) return isDry(facts) || facts.own("charger_wet") === "khong";
  return facts.own("psu") === "adapter_ngoai" && facts.own("adapter_wet") === "khong";
}
