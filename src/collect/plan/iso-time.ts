/**
 * ISO 8601 with the offset that `timeZone` has at that moment: `2026-11-21T08:15:30.123+07:00`. An unknown zone gives UTC.
 * @param epochMs milliseconds since the epoch
 */
export function isoWithOffset(epochMs: number, timeZone: string): string {
  const minutes = offsetMinutes(epochMs, timeZone);
  const local = new Date(epochMs + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function offsetMinutes(epochMs: number, timeZone: string): number {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(epochMs);
    const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    const found = /^GMT([+-])(\d{2}):(\d{2})/u.exec(name);
    if (found === null) return 0;
    const minutes = Number(found[2]) * 60 + Number(found[3]);
    return found[1] === "-" ? -minutes : minutes;
  } catch {
    return 0;
  }
}
