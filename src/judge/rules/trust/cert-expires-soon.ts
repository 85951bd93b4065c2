import { compareText, unique } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";
import { flawOf, rightTimeOf } from "./certificate.ts";

const DAY_MS = 86_400_000;
const SOON_MS = 14 * DAY_MS;

/** Valid, and for less than two weeks; short-lived certificates count only once two thirds of their life are over. */
export const certExpiresSoon: Rule = {
  cause: "CERT_EXPIRES_SOON",
  needs: ["line", "trust"],
  breaks: [],
  evaluate({ facts }) {
    const soon = facts.attempts.flatMap((one) => {
      const leaf = one.seen.tls?.chain[0];
      if (leaf === undefined || one.way !== "people" || flawOf(facts, one) !== null) return [];
      const end = Date.parse(leaf.notAfter);
      const left = end - rightTimeOf(facts, one);
      const life = end - Date.parse(leaf.notBefore);
      return left > 0 && left < SOON_MS && left < life / 3 ? [{ one, left, notAfter: leaf.notAfter.slice(0, 10) }] : [];
    });
    const [first] = soon.toSorted((a, b) => a.left - b.left);
    if (first === undefined) return null;
    return {
      ...(facts.clock.offsetMs === null
        ? { confidence: "likely" as const, alternatives: ["CLOCK_WRONG" as const] }
        : {}),
      impact: "none",
      severity: "minor",
      systems: unique(soon.map(({ one }) => one.system.id)).toSorted(compareText),
      params: {
        hosts: unique(soon.map(({ one }) => one.seen.host)).toSorted(compareText),
        days: Math.floor(first.left / DAY_MS),
        notAfter: first.notAfter,
      },
      evidence: soon.map(({ one }) => one.id),
    };
  },
};
