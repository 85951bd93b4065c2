import type { Profile } from "./schema.ts";

/** What an office told about the systems of a profile. */
export interface OfficeUse {
  /** Ids of the systems that it does not use. */
  readonly notUsed?: readonly string[];
}

/**
 * The profile as it holds for one office: what the office does not use is neither probed nor judged. The profile
 * itself, and its hash, stay. Pure.
 */
export function forOffice(profile: Profile, { notUsed = [] }: OfficeUse): Profile {
  if (notUsed.length === 0) return profile;
  return {
    ...profile,
    systems: profile.systems.map((system) => (notUsed.includes(system.id) ? { ...system, enabled: false } : system)),
  };
}
