import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { flawOf } from "./certificate.ts";

const MINUTE = 60_000;
/**
 * Beyond two minutes time stamps and one-time passwords begin to fail; beyond a day certificates do (proposal of the
 * domain notes, 1.3).
 */
const NOTICEABLE_MS = 2 * MINUTE;
const GRAVE_MS = 24 * 60 * MINUTE;

/** The laptop's clock against at least two independent servers; asked before any certificate is judged. */
export const clockWrong: Rule = {
  cause: "CLOCK_WRONG",
  needs: ["line", "clock"],
  breaks: [],
  evaluate({ facts }) {
    const { offsetMs, hosts, ids } = facts.clock;
    if (offsetMs === null || Math.abs(offsetMs) <= NOTICEABLE_MS) return null;
    const refused = facts.attempts.filter(
      (one) =>
        one.seen.tls?.authorized === false &&
        /EXPIRED|NOT_YET_VALID/u.test(one.seen.tls.authorizationError ?? "") &&
        flawOf(facts, one) === null,
    );
    const grave = Math.abs(offsetMs) > GRAVE_MS || refused.length > 0;
    return {
      impact: grave ? "down" : "hurt",
      ...(grave ? {} : { severity: "minor" as const }),
      systems: everySystem(facts),
      params: {
        direction: offsetMs > 0 ? "behind" : "ahead",
        minutes: Math.round(Math.abs(offsetMs) / MINUTE),
        hours: Math.round(Math.abs(offsetMs) / (60 * MINUTE)),
        days: Math.round(Math.abs(offsetMs) / GRAVE_MS),
        ...inParts(Math.round(Math.abs(offsetMs) / MINUTE)),
        ...(grave ? { overHours: 24 } : { withinHours: 24 }),
        right: new Date(facts.clock.nowMs).toISOString(),
        laptop: facts.evidence.startedAt,
        hosts: [...hosts],
      },
      evidence: [...ids],
    };
  },
};

/** Time zones reach so far from each other, hours. */
const ZONES = 14;

/** As people say it: days, hours and minutes; and whether whole hours betray a wrong time zone. */
function inParts(minutes: number): Readonly<Record<string, number>> {
  const parts = {
    partDays: Math.floor(minutes / (24 * 60)),
    partHours: Math.floor(minutes / 60) % 24,
    partMinutes: minutes % 60,
  };
  const hours = Math.round(minutes / 60);
  const whole = hours >= 1 && hours <= ZONES && Math.abs(minutes - hours * 60) <= 2;
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value > 0)),
    ...(whole ? { zoneHours: hours } : {}),
  };
}
