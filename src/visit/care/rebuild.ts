import type { StoredRow } from "../rows/column.ts";
import { deviceOf } from "../rows/device.ts";
import { headerVisit } from "../rows/header.ts";
import { asRow } from "../rows/json.ts";
import { deviceSchema, visitSchema, type Device, type Visit } from "../schema.ts";
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
}

/** Puts a visit together from what was found of it; null where not even its header makes sense. */
export function rebuild(finds: VisitFinds): Rebuilt | null {
  for (const header of finds.headers) {
    const bare = attempt(() => visitSchema.safeParse(headerVisit(asRow<StoredRow>(header.row))));
    if (bare?.success !== true) continue;
    const devices = [...finds.devices].map(([id, find]) => ({ id, find, device: deviceFrom(find) }));
    const scan = finds.scan === null ? null : scanFrom(bare.data, finds.scan);
    return {
      visit: { ...bare.data, devices: devices.flatMap(({ device }) => (device === null ? [] : [device])), scan },
      header: header.sound !== false,
      lostDevices: devices.filter(({ device }) => device === null).map(({ id }) => id),
      doubtfulDevices: devices
        .filter(({ find, device }) => device !== null && find.sound === false)
        .map(({ id }) => id),
      scan: finds.scan === null ? (header.row["status"] === null ? "none" : "lost") : scan === null ? "lost" : "whole",
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
  const parsed = attempt(() => {
    const evidence: unknown = JSON.parse(String(row["evidence"]));
    const profile: unknown = JSON.parse(String(row["profile"]));
    const scan = {
      evidence: Object.assign({}, evidence, { profile }),
      verdict: JSON.parse(String(row["verdict"])) as unknown,
    };
    return visitSchema.safeParse({ ...visit, scan });
  });
  return parsed?.success === true ? parsed.data.scan : null;
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
  const scanBack = now.scan === "lost" && before.scan === "whole";
  return {
    visit: {
      // A header that damage touched still holds answers that the earlier one does not: it stands, and is told.
      ...now.visit,
      devices: [...now.visit.devices.filter(({ id }) => !mended.has(id)), ...kept],
      scan: scanBack ? before.visit.scan : now.visit.scan,
    },
    header: now.header,
    lostDevices: without(now.lostDevices),
    doubtfulDevices: without(now.doubtfulDevices),
    scan: scanBack ? "whole" : now.scan,
  };
}
