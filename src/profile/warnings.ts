import { shownTime } from "../base/shown-time.ts";
import { profile as texts } from "../text/profile.ts";
import type { Lang } from "../base/languages.ts";
import type { Profile } from "./schema.ts";

/**
 * What people have to know before they trust a check by this profile. An outdated profile is no reason to refuse: on
 * site there is no Internet to get a new one from.
 * @param unfilled variables of the file that have no value
 * @param nowMs laptop's clock, milliseconds since the epoch
 */
export function warningsOf(profile: Profile, unfilled: readonly string[], nowMs: number, lang: Lang): string[] {
  const words = texts[lang];
  const warnings: string[] = [];
  const { validUntil } = profile;
  if (validUntil !== null && isPast(validUntil, nowMs))
    warnings.push(words.outdated(profile.id, shownTime(validUntil, false) ?? validUntil));
  if (unfilled.length > 0) warnings.push(words.unfilled(unfilled.join(", ")));
  const empty = profile.systems.filter(
    (system) => system.enabled && system.notTestable === undefined && system.endpoints.length === 0,
  );
  if (empty.length > 0) warnings.push(words.noEndpoints(empty.map((system) => system.id).join(", ")));
  return warnings;
}

/** A profile is valid to the end of its last day, wherever the laptop's time zone is: a day of grace does it. */
export function isPast(validUntil: string, nowMs: number): boolean {
  return nowMs > Date.parse(validUntil) + 2 * 86_400_000;
}
