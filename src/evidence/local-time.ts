/**
 * ISO 8601 with the offset that the zone has at that moment, e.g. `2026-11-21T08:30:00+07:00`. A zone that the runtime does not know gives UTC.
 * @param epochMs milliseconds since the epoch
 * @param smallestUnit what the text ends with
 */
export function isoWithOffset(epochMs: number, timeZone: string, smallestUnit: "second" | "millisecond" = "second"): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs));
  return zoned(instant, timeZone).toString({ smallestUnit, timeZoneName: "never" });
}

function zoned(instant: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch {
    return instant.toZonedDateTimeISO("UTC");
  }
}
