import type { Cause } from "../../../text/causes/index.ts";
import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareText, unique } from "../../facts/observed.ts";
import { asPeopleMeet } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import { flawedLink, flawShown, shownTo, type Flaw, type Shown } from "./certificate.ts";

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
      const flawed = asPeopleMeet(facts)
        .filter((one) => !explained.has(one.key))
        .flatMap((one) => shownTo(one).filter((shown) => flawShown(facts, shown) === flaw));
      if (flawed.length === 0) return null;
      const strict = flawed.filter(
        ({ attempt }) => flaw === "expired" || flaw === "notYet" || attempt.endpoint.expect?.tls !== "report",
      );
      const alternatives = others(
        facts,
        flawed.map(({ attempt }) => attempt),
      );
      return {
        confidence: alternatives.length > 0 ? "likely" : "certain",
        alternatives,
        impact: strict.length === 0 ? "none" : impact,
        ...(strict.length === 0
          ? { severity: "info" as const }
          : impact === "hurt"
            ? { severity: "minor" as const }
            : {}),
        systems: unique((strict.length > 0 ? strict : flawed).map(({ attempt }) => attempt.system.id)).toSorted(
          compareText,
        ),
        params: paramsOf(facts, flawed, flaw),
        evidence: unique([...flawed.map(({ attempt }) => attempt.id), ...facts.clock.ids]),
        explains: open.filter((one) => flawed.some(({ attempt }) => attempt.key === one.key)).map((one) => one.key),
      };
    },
  };
}

function paramsOf(facts: Facts, flawed: readonly Shown[], flaw: Flaw): Draft["params"] {
  const hosts = unique(flawed.map((one) => one.host)).toSorted(compareText);
  const senders = unique(
    flawed.filter(({ attempt, host }) => attempt.seen.host !== host).map(({ attempt }) => attempt.seen.host),
  ).toSorted(compareText);
  const [first] = flawed;
  const link = first === undefined ? undefined : flawedLink(facts, first, flaw);
  const leaf = first?.tls.chain[0];
  const nameless = flaw === "wrongHost" && leaf?.altNames.length === 0;
  return {
    hosts,
    ...(senders.length === 0 ? {} : { senders }),
    ...(link === undefined || leaf === undefined
      ? {}
      : {
          issuer: leaf.issuer,
          subject: leaf.commonName ?? leaf.subject,
          ...(nameless ? { commonName: leaf.commonName ?? "" } : { other: leaf.commonName ?? leaf.subject }),
          ...(link === leaf ? {} : { authority: link.commonName ?? link.subject }),
          names: leaf.altNames.slice(0, 5),
          notAfter: link.notAfter.slice(0, 10),
          notBefore: link.notBefore.slice(0, 10),
          days: Math.max(0, Math.round((facts.clock.nowMs - Date.parse(link.notAfter)) / 86_400_000)),
          ...(flaw === "weak" && (link.key ?? link.signature) !== undefined
            ? { weakness: [link.key, link.signature].filter((one) => one !== undefined).join(", ") }
            : {}),
        }),
  };
}
