import { contentHash } from "../base/canonical.ts";
import type { Profile } from "./schema.ts";

/**
 * SHA-256 of the profile's canonical JSON, hexadecimal: order of keys, spaces and the form of the file (JSON, YAML)
 * make no difference.
 */
export function profileHash(profile: Profile): string {
  return contentHash(profile);
}
