import type { Visit } from "./schema.ts";

/**
 * Id of the built-in profile of the practice office: what was seen there says nothing about a real site, and is no news
 * for the centre.
 */
export const PRACTICE_PROFILE = "practice";

/** Was this visit's network that of a practice office? */
export function isPractice({ scan }: Pick<Visit, "scan">): boolean {
  return scan?.evidence.profile.id === PRACTICE_PROFILE;
}
