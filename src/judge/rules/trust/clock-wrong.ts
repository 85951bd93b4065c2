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
        right: new Date(facts.clock.nowMs).toISOString(),
        laptop: facts.evidence.startedAt,
        hosts: [...hosts],
      },
      evidence: [...ids],
    };
  },
};
