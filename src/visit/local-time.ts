/**
 * ISO 8601 with the offset of a time zone, to the second: 2026-11-21T08:30:00+07:00.
 * A zone that the runtime does not know gives UTC.
 */
export function isoWithOffset(epochMs: number, timeZone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs));
  return zoned(instant, timeZone).toString({ smallestUnit: "second", timeZoneName: "never" });
}

function zoned(instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch {
    return instant.toZonedDateTimeISO("UTC");
  }
}
