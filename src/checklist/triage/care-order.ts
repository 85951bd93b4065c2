import { finalDisposition } from "../../visit/rows/device.ts";
import type { Answers, Device } from "../../visit/schema.ts";
import { deviceType } from "../data/device-types.ts";
import { factsOf, isDirty, type DeviceFacts } from "./facts.ts";

/** Wetter first: what is still wet can be saved most by washing it now. */
const WETNESS: readonly string[] = ["still_wet", "lt1d", "unknown", "d1_2", "d3_6", "ge7d"];

/** What an office needs first, when all else is equal: signing and its computers, network, paper desk, the rest. */
const NEEDED_FIRST: readonly string[] = [
  "token",
  "pc",
  "laptop",
  "kiosk",
  "switch",
  "router_ont",
  "scanner",
  "printer_laser",
  "printer_ink",
  "ap",
  "tablet",
  "vc_set",
  "monitor",
];

/**
 * The devices of a visit that are to be cleaned and dried, in the order in which to do it: salt and sewage before mud,
 * wet before dry, what the one-stop desk needs before the rest, then by what an office needs first. Within equal ones the
 * order of the visit. This order is the tool's own judgement; that salt goes first is NEMA's, that hours count the
 * restorers'.
 */
export function careOrder(devices: readonly Device[], safety: Answers): Device[] {
  return devices
    .filter((device) => isToCare(device))
    .map((device) => ({ device, rank: rankOf(device, safety) }))
    .toSorted((left, right) => compareRanks(left.rank, right.rank))
    .map(({ device }) => device);
}

function isToCare(device: Device): boolean {
  const disposition = finalDisposition(device);
  if (device.triage === null || (disposition !== "CLEAN_DRY" && disposition !== "REPAIR")) return false;
  return careSteps(device).length > 0;
}

/** Ids of the advice that tells how to wash and dry it, in order. */
export function careSteps(device: Device): string[] {
  const advice = device.triage?.advice ?? [];
  return advice.filter((id) => id.startsWith("wash_") || id.startsWith("dry_") || id === "token_dry_48h");
}

function rankOf(device: Device, safety: Answers): readonly number[] {
  const type = deviceType(device.type);
  if (type === undefined) return [1, WETNESS.length, 1, NEEDED_FIRST.length];
  const facts: DeviceFacts = factsOf(type, device.answers, safety, false);
  const need = NEEDED_FIRST.indexOf(device.type);
  return [
    isDirty(facts) ? 0 : 1,
    WETNESS.indexOf(facts.dryTime),
    device.triage?.flags.includes("ONESTOP_CRITICAL") === true ? 0 : 1,
    need < 0 ? NEEDED_FIRST.length : need,
  ];
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
