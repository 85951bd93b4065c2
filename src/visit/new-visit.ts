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

/** A visit of which nothing is known yet. */
export function blankVisit(): Visit {
  return {
    schemaVersion: VISIT_VERSION,
    id: "",
    campaign: "",
    stage: "before",
    technician: "",
    startedAt: "",
    updatedAt: "",
    finishedAt: null,
    site: null,
    survey: {},
    safety: {},
    devices: [],
    scan: null,
  };
}

/** An empty, unfinished visit that begins now. Not stored yet. */
export function newVisit(init: VisitInit): Visit {
  const at = isoWithOffset(init.now, init.timeZone);
  const { campaign = "", stage = "before", technician = "", site = null } = init;
  const id = uuid7(init.now, init.randomBytes(10));
  return { ...blankVisit(), id, campaign, stage, technician, site, startedAt: at, updatedAt: at };
}
