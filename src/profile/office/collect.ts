import { isRecord } from "../mistake.ts";
import type { Endpoint, Profile } from "../schema.ts";
import { addressText } from "./address.ts";

/** What one site's newest visit told about one system. */
export interface FieldWord {
  readonly system: string;
  /** Null: not used there. */
  readonly endpoints: readonly Endpoint[] | null;
  readonly site: string;
  /** ISO 8601. */
  readonly at: string;
  /** Was it seen to work there? */
  readonly worked: boolean;
}

export interface Candidate {
  readonly address: string;
  readonly endpoints: readonly Endpoint[];
  readonly sites: readonly string[];
  readonly workedAt: number;
  /** ISO 8601, of the newest visit that told it. */
  readonly newest: string;
}

export interface Collected {
  readonly system: string;
  /** The most trusted first. */
  readonly candidates: readonly Candidate[];
  readonly notUsedAt: number;
  /** What may be published; null where every commune has its own, or nobody got in. */
  readonly chosen: Candidate | null;
}

/** Adds up what the field told, in the profile's order. Pure. */
export function collected(profile: Profile, words: readonly FieldWord[]): Collected[] {
  return profile.systems.flatMap((system) => {
    const about = words.filter((one) => one.system === system.id);
    if (about.length === 0) return [];
    const candidates = candidatesOf(about);
    const [best] = candidates;
    const shared = system.scope === "province" || system.scope === "national";
    return {
      system: system.id,
      candidates,
      notUsedAt: about.filter((one) => one.endpoints === null).length,
      chosen: best !== undefined && shared && best.workedAt > 0 ? best : null,
    };
  });
}

function candidatesOf(about: readonly FieldWord[]): Candidate[] {
  const byAddress = Map.groupBy(
    about.filter((one) => one.endpoints !== null),
    (one) => (one.endpoints ?? []).map(addressText).join(" "),
  );
  return [...byAddress]
    .map(([address, told]): Candidate => ({
      address,
      endpoints: told[0]?.endpoints ?? [],
      sites: told.map((one) => one.site),
      workedAt: told.filter((one) => one.worked).length,
      newest: told.map((one) => one.at).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? "",
    }))
    .toSorted(
      (a, b) =>
        b.workedAt - a.workedAt || b.sites.length - a.sites.length || Date.parse(b.newest) - Date.parse(a.newest),
    );
}

/**
 * The next version of a profile, with what the field told filled in, to be checked and published. Pure.
 * @param source the profile as its author wrote it
 * @param evidenceFor words for where an address comes from
 * @param today ISO date
 */
export function filledIn(
  source: unknown,
  all: readonly Collected[],
  evidenceFor: (candidate: Candidate) => string,
  today: string,
): unknown {
  if (!isRecord(source) || !Array.isArray(source["systems"])) return source;
  const systems = source["systems"].map((system: unknown): unknown => {
    const chosen = isRecord(system) ? all.find((one) => one.system === system["id"])?.chosen : null;
    if (!isRecord(system) || chosen === null || chosen === undefined) return system;
    // Both say that the address is not known, or that nobody can test it.
    const { note: _note, notTestable: _asked, ...rest } = system;
    return {
      ...rest,
      status: "active",
      evidence: evidenceFor(chosen),
      lastVerified: chosen.newest.slice(0, 10),
      enabled: true,
      endpoints: chosen.endpoints,
    };
  });
  return { ...source, version: nextVersion(source["version"]), issuedOn: today, systems };
}

/** 1.0 -> 1.1; 1 -> 1.1; 2026.11.1 -> 2026.11.2. */
function nextVersion(version: unknown): string {
  const parts = String(version).split(".");
  if (parts.length < 2) return `${parts[0] ?? "1"}.1`;
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join(".");
}
