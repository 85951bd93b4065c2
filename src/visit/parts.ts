import { canonicalJson, contentHash } from "../base/canonical.ts";
import type { Visit } from "./schema.ts";

/**
 * A visit taken apart into what two processes may write side by side: each answer, each device, the scan and each fact
 * of the header. Part -> its content; the scan is large and goes by its hash.
 */
export type Parts = ReadonlyMap<string, string>;

const FACTS = ["campaign", "stage", "technician", "startedAt", "finishedAt", "site"] as const;

/** `updatedAt` is no part: of two writers the later time stands. */
export function partsOf(
  visit: Visit,
  scanHash: string | null = visit.scan === null ? null : contentHash(visit.scan),
): Parts {
  const parts = new Map<string, string>();
  for (const fact of FACTS) parts.set(fact, canonicalJson(visit[fact]));
  parts.set("scan", scanHash ?? "");
  for (const section of ["survey", "safety"] as const)
    for (const [key, value] of Object.entries(visit[section])) parts.set(`${section}:${key}`, canonicalJson(value));
  for (const device of visit.devices) parts.set(`device:${device.id}`, canonicalJson(device));
  return parts;
}

/** What to write: the parts whose content comes from us; all others stay as they are stored. */
export type Merge =
  | { readonly ok: true; readonly ours: ReadonlySet<string> }
  | { readonly ok: false; readonly conflicts: readonly string[] };

/**
 * Three-way merge by parts. A part that we did not touch stays as stored; one that only we touched is written;
 * one that both touched differently is a conflict.
 * @param base what we saw last; an empty map where we never read the visit
 */
export function mergeParts(base: Parts, ours: Parts, stored: Parts): Merge {
  const write = new Set<string>();
  const conflicts: string[] = [];
  for (const key of new Set([...base.keys(), ...ours.keys(), ...stored.keys()])) {
    const mine = ours.get(key);
    const theirs = stored.get(key);
    if (mine === theirs || mine === base.get(key)) continue;
    if (theirs === base.get(key)) write.add(key);
    else conflicts.push(key);
  }
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, ours: write };
}

/**
 * The merged visit: ours where `write` says so, the stored one everywhere else. Devices keep our order, those only
 * stored come last.
 */
export function mergeVisits(ours: Visit, stored: Visit, write: ReadonlySet<string>): Visit {
  const pick = <K extends (typeof FACTS)[number] | "scan">(key: K): Visit[K] =>
    write.has(key) ? ours[key] : stored[key];
  return {
    schemaVersion: ours.schemaVersion,
    id: ours.id,
    campaign: pick("campaign"),
    stage: pick("stage"),
    technician: pick("technician"),
    startedAt: pick("startedAt"),
    updatedAt: Date.parse(stored.updatedAt) > Date.parse(ours.updatedAt) ? stored.updatedAt : ours.updatedAt,
    finishedAt: pick("finishedAt"),
    site: pick("site"),
    survey: mergeKeyed("survey", ours.survey, stored.survey, write),
    safety: mergeKeyed("safety", ours.safety, stored.safety, write),
    devices: mergeDevices(ours.devices, stored.devices, write),
    scan: pick("scan"),
    // Rows of their own, which only `saveMachine` writes.
    ...(stored.machines === undefined ? {} : { machines: stored.machines }),
  };
}

function mergeKeyed(
  section: "survey" | "safety",
  ours: Visit["survey"],
  stored: Visit["survey"],
  write: ReadonlySet<string>,
): Visit["survey"] {
  const merged: Visit["survey"] = {};
  for (const key of new Set([...Object.keys(stored), ...Object.keys(ours)])) {
    const value = write.has(`${section}:${key}`) ? ours[key] : stored[key];
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeDevices(ours: Visit["devices"], stored: Visit["devices"], write: ReadonlySet<string>): Visit["devices"] {
  const storedById = new Map(stored.map((device) => [device.id, device]));
  const ourIds = new Set(ours.map((device) => device.id));
  const kept = ours.flatMap((device) => {
    const chosen = write.has(`device:${device.id}`) ? device : storedById.get(device.id);
    return chosen === undefined ? [] : [chosen];
  });
  return [...kept, ...stored.filter((device) => !ourIds.has(device.id) && !write.has(`device:${device.id}`))];
}
