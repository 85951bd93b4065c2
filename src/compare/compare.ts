import type { Visit } from "../visit/schema.ts";
import { compareDevices, type DeviceComparison } from "./devices.ts";
import { compareNetwork, type NetworkComparison } from "./network.ts";

/** Before and after of one site. */
export interface Comparison {
  readonly before: { readonly visit: string; readonly at: string; readonly stage: Visit["stage"] };
  readonly after: { readonly visit: string; readonly at: string; readonly stage: Visit["stage"] };
  /** False where the two visits were at different sites: the figures then say little. */
  readonly sameSite: boolean;
  readonly sameProfile: boolean;
  readonly network: NetworkComparison;
  readonly devices: DeviceComparison;
}

/** Holds two visits against each other (pure); the caller sees to it that `before` is the earlier one. */
export function compareVisits(before: Visit, after: Visit): Comparison {
  return {
    before: { visit: before.id, at: before.startedAt, stage: before.stage },
    after: { visit: after.id, at: after.startedAt, stage: after.stage },
    sameSite: before.site !== null && before.site.id === after.site?.id,
    sameProfile: before.scan?.evidence.profileHash === after.scan?.evidence.profileHash,
    network: compareNetwork(before.scan?.verdict ?? null, after.scan?.verdict ?? null),
    devices: compareDevices(before.devices, after.devices),
  };
}
