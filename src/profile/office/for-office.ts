import type { Profile, System } from "../schema.ts";
import type { OfficeUse } from "./use.ts";

/**
 * The profile as it holds for one office: what the office does not use is neither probed nor judged; what it opens
 * elsewhere is looked for there. The profile itself, and its hash, stay. Pure.
 */
export function forOffice(profile: Profile, { notUsed = [], provided = [] }: Partial<OfficeUse>): Profile {
  if (notUsed.length + provided.length === 0) return profile;
  const systems = profile.systems.map((system): System => {
    if (notUsed.includes(system.id)) return { ...system, enabled: false };
    const told = provided.find((one) => one.system === system.id);
    if (told === undefined || system.status === "retired") return system;
    // The office opens it there every day: known better than what the profile's author could verify.
    const { notTestable: _asked, ...rest } = system;
    return { ...rest, status: "active", enabled: true, endpoints: [...told.endpoints] };
  });
  return { ...profile, systems };
}
