import type { Cause } from "../../../text/causes/index.ts";
import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareText, unique } from "../../facts/observed.ts";
import type { Draft, Rule } from "../rule.ts";
import { flawOf, type Flaw } from "./certificate.ts";

/**
 * A rule for one flaw of certificates.
 * @param impact what it does to people's browsers
 * @param others what else it could be, because no control that worked rules it out
 */
export function flawRule(
  cause: Cause,
  flaw: Flaw,
  impact: Draft["impact"],
  others: (facts: Facts, flawed: readonly Attempt[]) => readonly Cause[],
): Rule {
  return {
    cause,
    needs: ["link", "address", "gateway", "line", "trust"],
    breaks: [],
    evaluate({ facts, open, explained }) {
      // A target that an earlier finding accounts for (a hijacked name, say) shows somebody else's certificate.
      const flawed = facts.attempts.filter(
        (one) =>
          one.way === "people" && one.seen.tls !== null && !explained.has(one.key) && flawOf(facts, one) === flaw,
      );
      if (flawed.length === 0) return null;
      const strict = flawed.filter(
        (one) => flaw === "expired" || flaw === "notYet" || one.endpoint.expect?.tls !== "report",
      );
      const alternatives = others(facts, flawed);
      return {
        confidence: alternatives.length > 0 ? "likely" : "certain",
        alternatives,
        impact: strict.length === 0 ? "none" : impact,
        ...(strict.length === 0
          ? { severity: "info" as const }
          : impact === "hurt"
            ? { severity: "minor" as const }
            : {}),
        systems: unique((strict.length > 0 ? strict : flawed).map((one) => one.system.id)).toSorted(compareText),
        params: paramsOf(facts, flawed),
        evidence: [...flawed.map((one) => one.id), ...facts.clock.ids],
        explains: open.filter((one) => flawed.some((each) => each.key === one.key)).map((one) => one.key),
      };
    },
  };
}

function paramsOf(facts: Facts, flawed: readonly Attempt[]): Draft["params"] {
  const leaf = flawed[0]?.seen.tls?.chain[0];
  return {
    hosts: unique(flawed.map((one) => one.seen.host)).toSorted(compareText),
    ...(leaf === undefined
      ? {}
      : {
          issuer: leaf.issuer,
          subject: leaf.commonName ?? leaf.subject,
          names: leaf.altNames.slice(0, 5),
          notAfter: leaf.notAfter.slice(0, 10),
          notBefore: leaf.notBefore.slice(0, 10),
          days: Math.max(0, Math.round((facts.clock.nowMs - Date.parse(leaf.notAfter)) / 86_400_000)),
        }),
  };
}
