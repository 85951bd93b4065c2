import type { StoredRow } from "../rows/column.ts";
import { deviceOf } from "../rows/device.ts";
import { headerVisit } from "../rows/header.ts";
import { asRow } from "../rows/json.ts";
import { deviceSchema, machineSchema, visitSchema, type Device, type Machine, type Visit } from "../schema.ts";
import type { Find, VisitFinds } from "./finds.ts";

/** A visit put together again, and what of it is missing or not as it was written. */
export interface Rebuilt {
  readonly visit: Visit;
  /** Its header is what was written. */
  readonly header: boolean;
  /** Devices that cannot be read any more, by id. */
  readonly lostDevices: readonly string[];
  /** Devices that can be read but were changed by damage, by id. */
  readonly doubtfulDevices: readonly string[];
  readonly scan: "none" | "whole" | "lost";
  /** Computers of the office whose scans cannot be believed any more, by id. */
  readonly lostMachines: readonly string[];
}

/** Puts a visit together from what was found of it; null where not even its header makes sense. */
export function rebuild(finds: VisitFinds): Rebuilt | null {
  for (const header of finds.headers) {
    const bare = attempt(() => visitSchema.safeParse(headerVisit(asRow<StoredRow>(header.row))));
    if (bare?.success !== true) continue;
    const devices = [...finds.devices].map(([id, find]) => ({ id, find, device: deviceFrom(find) }));
    const scan = finds.scan === null ? null : scanFrom(bare.data, finds.scan);
    const machines = [...finds.machines].map(([id, find]) => ({ id, machine: machineFrom(find) }));
    const computers = byTime(machines.flatMap(({ machine }) => (machine === null ? [] : [machine])));
    return {
      visit: {
        ...bare.data,
        devices: devices.flatMap(({ device }) => (device === null ? [] : [device])),
        scan,
        ...(computers.length === 0 ? {} : { machines: computers }),
      },
      header: header.sound !== false,
      lostDevices: devices.filter(({ device }) => device === null).map(({ id }) => id),
      doubtfulDevices: devices
        .filter(({ find, device }) => device !== null && find.sound === false)
        .map(({ id }) => id),
      scan: finds.scan === null ? (header.row["status"] === null ? "none" : "lost") : scan === null ? "lost" : "whole",
      lostMachines: machines.filter(({ machine }) => machine === null).map(({ id }) => id),
    };
  }
  return null;
}

function deviceFrom({ row }: Find): Device | null {
  const parsed = attempt(() => deviceSchema.safeParse(deviceOf(asRow<StoredRow>(row))));
  return parsed?.success === true ? parsed.data : null;
}

/** A scan is evidence: what damage touched is none any more. */
function scanFrom(visit: Visit, { row, sound }: Find): Visit["scan"] {
  if (sound === false) return null;
  const parsed = attempt(() => visitSchema.safeParse({ ...visit, scan: scanIn(row) }));
  return parsed?.success === true ? parsed.data.scan : null;
}

function machineFrom({ row, sound }: Find): Machine | null {
  if (sound === false) return null;
  const parsed = attempt(() => machineSchema.safeParse({ id: row["id"], name: row["name"], scan: scanIn(row) }));
  return parsed?.success === true ? parsed.data : null;
}

function scanIn(row: Find["row"]): { readonly evidence: object; readonly verdict: unknown } {
  const evidence: unknown = JSON.parse(String(row["evidence"]));
  const profile: unknown = JSON.parse(String(row["profile"]));
  return { evidence: Object.assign({}, evidence, { profile }), verdict: JSON.parse(String(row["verdict"])) as unknown };
}

function byTime(machines: readonly Machine[]): Machine[] {
  const key = ({ id, scan }: Machine): string => `${scan.evidence.startedAt} ${id}`;
  return machines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What damaged text makes throw is null. */
function attempt<T>(body: () => T): T | null {
  try {
    return body();
  } catch {
    return null;
  }
}

/** Fills what is missing in one state of a visit from an earlier one of the same visit. */
export function mend(now: Rebuilt, before: Rebuilt): Rebuilt {
  const missing = new Set([...now.lostDevices, ...now.doubtfulDevices]);
  const kept = before.visit.devices.filter(({ id }) => missing.has(id) && !before.doubtfulDevices.includes(id));
  const mended = new Set(kept.map(({ id }) => id));
  const without = (ids: readonly string[]): string[] => ids.filter((id) => !mended.has(id));
  const computers = (before.visit.machines ?? []).filter(({ id }) => now.lostMachines.includes(id));
  const machines = byTime([...(now.visit.machines ?? []), ...computers]);
  const scanBack = now.scan === "lost" && before.scan === "whole";
  return {
    visit: {
      // A header that damage touched still holds answers that the earlier one does not: it stands, and is told.
      ...now.visit,
      devices: [...now.visit.devices.filter(({ id }) => !mended.has(id)), ...kept],
      scan: scanBack ? before.visit.scan : now.visit.scan,
      ...(machines.length === 0 ? {} : { machines }),
    },
    header: now.header,
    lostDevices: without(now.lostDevices),
    doubtfulDevices: without(now.doubtfulDevices),
    scan: scanBack ? "whole" : now.scan,
    lostMachines: now.lostMachines.filter((id) => !computers.some((one) => one.id === id)),
  };
}
