import { isoWithOffset } from "../base/local-time.ts";
import { VISIT_VERSION, type Site, type Visit } from "./schema.ts";
import { uuid7 } from "./uuid7.ts";

/**
 * What a new visit needs from outside: the laptop's clock and zone, randomness, and who, where and why as far as it is
 * known.
 */
export interface VisitInit {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeZone: string;
  randomBytes(size: number): Uint8Array;
  readonly campaign?: string;
  readonly stage?: Visit["stage"];
  readonly technician?: string;
  readonly site?: Site | null;
}

/** An empty, unfinished visit that begins now. Not stored yet. */
export function newVisit(init: VisitInit): Visit {
  const at = isoWithOffset(init.now, init.timeZone);
  return {
    schemaVersion: VISIT_VERSION,
    id: uuid7(init.now, init.randomBytes(10)),
    campaign: init.campaign ?? "",
    stage: init.stage ?? "before",
    technician: init.technician ?? "",
    startedAt: at,
    updatedAt: at,
    finishedAt: null,
    site: init.site ?? null,
    survey: {},
    safety: {},
    devices: [],
    scan: null,
  };
}
