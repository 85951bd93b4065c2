import { oneLine } from "../../cli/terminal-safe.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { Visit } from "../../visit/schema.ts";

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

export function lanDevices(visit: Pick<Visit, "devices" | "scan">): OfferedDevice[] {
  const recorded = new Set(visit.devices.map((device) => device.lanAddress));
  return (visit.scan?.evidence.observations ?? []).flatMap((observation) => {
    if (observation.collector !== "lanDevice" || recorded.has(observation.evidence.address)) return [];
    const { address, kind, name, vendor } = observation.evidence;
    return [{ address, type: TYPES[kind], name: oneLine(name ?? "", 80), vendor: oneLine(vendor ?? "", 80) }];
  });
}
