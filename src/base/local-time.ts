/**
 * ISO 8601 with the offset that the zone has at that moment, e.g. `2026-11-21T08:30:00+07:00`. A zone that the runtime
 * does not know gives UTC.
 * @param epochMs milliseconds since the epoch
 * @param smallestUnit what the text ends with
 */
export function isoWithOffset(
  epochMs: number,
  timeZone: string,
  smallestUnit: "second" | "millisecond" = "second",
): string {
  const whole = Math.floor(epochMs);
  const minutes = offsetMinutes(whole, timeZone);
  const local = new Date(whole + minutes * 60_000).toISOString().slice(0, smallestUnit === "second" ? 19 : 23);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${local}${minutes < 0 ? "-" : "+"}${hours ?? "00"}:${rest ?? "00"}`;
}

/**
 * East of Greenwich is positive. The laptop's own zone is known to every Date; the first look at another one costs nine
 * milliseconds.
 */
function offsetMinutes(epochMs: number, timeZone: string): number {
  if (timeZone === Temporal.Now.timeZoneId()) return -new Date(epochMs).getTimezoneOffset();
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
  try {
    return instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9;
  } catch {
    return 0;
  }
}
