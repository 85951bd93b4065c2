import { finalDisposition } from "../visit/rows/device.ts";
import type { Device, Disposition } from "../visit/schema.ts";

export type DeviceChange = "better" | "same" | "worse" | "unknown";

export interface DevicePair {
  readonly before: Device;
  readonly after: Device;
  readonly change: DeviceChange;
}

export interface DeviceComparison {
  readonly pairs: readonly DevicePair[];
  readonly onlyBefore: readonly Device[];
  readonly onlyAfter: readonly Device[];
}

// From best to worst. HOLD says that nothing was concluded, so nothing can be compared with it.
const ORDER: readonly Disposition[] = ["REUSE", "CLEAN_DRY", "REPAIR", "REPLACE", "HAZARD"];

/** Traits that make two records the same device, the surest first; an empty trait never matches. */
const TRAITS: readonly ((device: Device) => string)[] = [
  (device) => device.serial,
  (device) => device.assetTag,
  (device) => device.id,
  (device) => (device.label === "" ? "" : `${device.type} ${device.label} ${device.room}`),
  (device) => (device.room === "" ? "" : `${device.type} ${device.room} ${device.model}`),
];

/** Pairs the devices of two visits and says what became of each (pure). A record is used once. */
export function compareDevices(before: readonly Device[], after: readonly Device[]): DeviceComparison {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: DevicePair[] = [];
  for (const trait of TRAITS) {
    const byTrait = new Map(
      [...right].filter((device) => trait(device) !== "").map((device) => [trait(device), device]),
    );
    for (const old of left) {
      const match = byTrait.get(trait(old));
      if (match === undefined || !right.has(match)) continue;
      left.delete(old);
      right.delete(match);
      pairs.push({ before: old, after: match, change: changeOf(old, match) });
    }
  }
  const position = new Map(before.map((device, index) => [device, index]));
  pairs.sort((one, other) => (position.get(one.before) ?? 0) - (position.get(other.before) ?? 0));
  return { pairs, onlyBefore: [...left], onlyAfter: [...right] };
}

function changeOf(before: Device, after: Device): DeviceChange {
  const was = finalDisposition(before);
  const is = finalDisposition(after);
  if (was === null || is === null || was === "HOLD" || is === "HOLD")
    return was === is && was !== null ? "same" : "unknown";
  const step = ORDER.indexOf(is) - ORDER.indexOf(was);
  return step === 0 ? "same" : step < 0 ? "better" : "worse";
}
