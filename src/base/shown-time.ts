/**
 * The one form in which people read a time, in either language: 2026-11-21T08:30:00+07:00 -> 21/11/2026 08:30, by the
 * clock of the place. Null for text that is no time.
 */
export function shownTime(iso: string, withClock: boolean): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/u.exec(iso);
  if (parts === null) return null;
  const [, year, month, day, clock] = parts;
  return `${day}/${month}/${year}${withClock && clock !== undefined ? ` ${clock}` : ""}`;
}
