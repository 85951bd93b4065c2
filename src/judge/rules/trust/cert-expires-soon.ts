import { compareText, unique } from "../../facts/observed.ts";
import { asPeopleMeet } from "../help.ts";
import type { Rule } from "../rule.ts";
import { flawShown, rightTimeOf, shownTo } from "./certificate.ts";

const DAY_MS = 86_400_000;
const SOON_MS = 14 * DAY_MS;

/** Valid, and for less than two weeks; short-lived certificates count only once two thirds of their life are over. */
export const certExpiresSoon: Rule = {
  cause: "CERT_EXPIRES_SOON",
  needs: ["line", "trust"],
  breaks: [],
  evaluate({ facts }) {
    const soon = asPeopleMeet(facts)
      .flatMap(shownTo)
      .filter((shown) => flawShown(facts, shown) === null)
      .flatMap(({ attempt: one, host, tls }) =>
        // A chain ends with the first of its certificates that does; a root is replaced by systems, not by servers.
        tls.chain
          .filter((link, at) => at === 0 || !link.selfSigned)
          .flatMap((link, at) => {
            const end = Date.parse(link.notAfter);
            const left = end - rightTimeOf(facts, one);
            const life = end - Date.parse(link.notBefore);
            const isSoon = left > 0 && left < SOON_MS && left < life / 3;
            return isSoon
              ? [{ one, host, left, notAfter: link.notAfter.slice(0, 10), authority: at > 0 ? link : null }]
              : [];
          }),
      );
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
        hosts: unique(soon.map(({ host }) => host)).toSorted(compareText),
        ...(first.authority === null ? {} : { authority: first.authority.commonName ?? first.authority.subject }),
        days: Math.floor(first.left / DAY_MS),
        notAfter: first.notAfter,
      },
      evidence: unique(soon.map(({ one }) => one.id)),
    };
  },
};
