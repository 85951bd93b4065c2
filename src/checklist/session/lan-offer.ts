import { oneLine } from "../../base/terminal-safe.ts";
import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import type { Device } from "../../visit/schema.ts";

/** A device that the scan saw in the office's network and that has no record yet. */
export interface OfferedDevice {
  readonly address: string;
  /** Guess at the type of device; the technician sees it before choosing. */
  readonly type: string;
  readonly name: string;
  readonly vendor: string;
}

const TYPES: Readonly<Record<ObservationOf<"lanDevice">["evidence"]["kind"], string>> = {
  printer: "printer_laser",
  computer: "pc",
  switch: "switch",
  router: "router_ont",
  accessPoint: "ap",
  camera: "camera",
  phone: "phone_fax",
  nas: "hdd",
  unknown: "other",
};

/** What the scan saw, without what was recorded from there already. */
export function lanDevices(
  observations: readonly Observation[],
  devices: readonly Pick<Device, "lanAddress">[],
): OfferedDevice[] {
  const recorded = new Set(devices.map((device) => device.lanAddress));
  return observations.flatMap((observation) => {
    if (observation.collector !== "lanDevice" || recorded.has(observation.evidence.address)) return [];
    const { address, kind, name, vendor } = observation.evidence;
    return [{ address, type: TYPES[kind], name: oneLine(name ?? "", 80), vendor: oneLine(vendor ?? "", 80) }];
  });
}
