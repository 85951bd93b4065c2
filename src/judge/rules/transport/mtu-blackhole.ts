import type { Facts } from "../../facts/facts.ts";
import { observed, unique } from "../../facts/observed.ts";
import { ownerOf } from "../../facts/owner.ts";
import type { Target } from "../../facts/target.ts";
import { traitsOf } from "../../../profile/protocols.ts";
import { addressesOf, hangs, isTried } from "./groups.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * Small packets pass, big ones vanish without a word: connections open and then hang where the server sends its
 * certificate.
 */
export const mtuBlackhole: Rule = {
  cause: "MTU_BLACKHOLE",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const hanging = open.filter(hangs);
    const site = wholeSite(facts, hanging);
    if (site.length > 0)
      return downTargets(site, {
        culprit: "datacentre",
        confidence: "likely",
        alternatives: ["SERVER_HANGS"],
        params: { site: ownerOf(site[0]?.endpoint.host ?? "") },
      });
    const measured = observed(facts.evidence, "mtu").filter(
      (one) => one.evidence.method !== "none" && one.evidence.largestPassed !== null,
    );
    const holes = measured.filter((one) => one.evidence.smallestLost !== null && one.evidence.icmpHeard !== true);
    const [hole] = holes.toSorted((a, b) => (a.evidence.largestPassed ?? 0) - (b.evidence.largestPassed ?? 0));
    if (hanging.length === 0) return null;
    // Without a measurement the hanging of several machines at the same step must do, and only where every one hangs.
    const inTls = hanging.filter((one) => one.stage === "tls");
    const secured = facts.attempts.some((one) => one.seen.steps.tls?.outcome === "ok");
    if (hole === undefined && (measured.length > 0 || addressesOf(inTls).length < 2 || secured)) return null;
    return downTargets(hanging, {
      confidence: hole === undefined ? "likely" : "certain",
      alternatives: hole === undefined ? ["SERVER_HANGS"] : [],
      params:
        hole === undefined ? {} : { passed: hole.evidence.largestPassed ?? 0, lost: hole.evidence.smallestLost ?? 0 },
      evidence: unique([...hanging.flatMap((one) => one.ids), ...holes.map((one) => one.id)]),
    });
  },
};

/**
 * All that one owner runs on several machines, in several languages, takes connections and hangs, while others come to
 * their end: large packets are lost before his site alone.
 */
function wholeSite(facts: Facts, hanging: readonly Target[]): readonly Target[] {
  const tried = facts.targets.filter((one) => isTried(one) && traitsOf(one.endpoint.protocol).transport === "tcp");
  for (const owner of unique(hanging.map((one) => ownerOf(one.endpoint.host)))) {
    const own = tried.filter((one) => ownerOf(one.endpoint.host) === owner);
    const others = tried.filter((one) => !own.includes(one) && one.state === "ok" && one.best?.seen.tls !== null);
    if (own.every((one) => hanging.includes(one)) && addressesOf(own).length >= 3 && others.length > 0) return own;
  }
  return [];
}
