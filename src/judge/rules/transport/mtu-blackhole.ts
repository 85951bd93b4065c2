import { observed, unique } from "../../facts/observed.ts";
import { addressesOf } from "./groups.ts";
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
    const hangs = open.filter((one) => ["tls", "firstByte", "body"].includes(one.stage) && one.code === "TIMEOUT");
    const measured = observed(facts.evidence, "mtu").filter(
      (one) => one.evidence.method !== "none" && one.evidence.largestPassed !== null,
    );
    const holes = measured.filter((one) => one.evidence.smallestLost !== null && one.evidence.icmpHeard !== true);
    const [hole] = holes.toSorted((a, b) => (a.evidence.largestPassed ?? 0) - (b.evidence.largestPassed ?? 0));
    if (hangs.length === 0) return null;
    // Without a measurement the hanging of several machines at the same step must do, and only where every one hangs.
    const inTls = hangs.filter((one) => one.stage === "tls");
    const secured = facts.attempts.some((one) => one.seen.steps.tls?.outcome === "ok");
    if (hole === undefined && (measured.length > 0 || addressesOf(inTls).length < 2 || secured)) return null;
    return downTargets(hangs, {
      confidence: hole === undefined ? "likely" : "certain",
      alternatives: hole === undefined ? ["SERVER_HANGS"] : [],
      params:
        hole === undefined ? {} : { passed: hole.evidence.largestPassed ?? 0, lost: hole.evidence.smallestLost ?? 0 },
      evidence: unique([...hangs.flatMap((one) => one.ids), ...holes.map((one) => one.id)]),
    });
  },
};
