import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { pooled } from "../../facts/quality.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { congestion } from "./congestion.ts";
import { onlyConnections } from "./datagrams.ts";
import { lossExplains } from "./loss-explains.ts";

/** A limit that only our own burst of probes has met hurts nobody: this share of the first connections met it, too. */
const SHARE = 1 / 3;
/** RFC 6298: a connection that takes this much longer than another was asked for twice. */
const REPEATED_MS = 900;

function hurts(facts: Facts): boolean {
  const systems = facts.targets
    .filter((one) => (one.best?.seen.connectTries ?? 0) > 0)
    .map((one) => (one.best?.seen.connectTries ?? 0) > 1 || (one.stage === "connect" && one.code === "TIMEOUT"));
  const controls = observed(facts.evidence, "control").flatMap(({ evidence: { attempts } }) => {
    const quickest = Math.min(...attempts.map((one) => one.rttMs ?? Number.POSITIVE_INFINITY));
    return attempts.map((one) => one.rttMs === null || one.rttMs - quickest > REPEATED_MS);
  });
  const all = [...systems, ...controls];
  return all.length > 0 && all.filter(Boolean).length >= SHARE * all.length;
}

/**
 * New connections get lost while datagrams to the same world all come back: a router's table is full, or somebody lets
 * only so many through. No cable and no fibre loses like that.
 */
export const connectionsLimited: Rule = {
  cause: "CONNECTIONS_LIMITED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    if (congestion(facts) !== null || !onlyConnections(facts) || !hurts(facts)) return null;
    const far = facts.quality.beyond.filter((one) => one.scope !== "foreign");
    const { sent, lost } = pooled(far);
    return {
      confidence: "likely",
      alternatives: ["LINE_LOSS"],
      impact: "hurt",
      severity: lost * 5 >= sent ? "major" : "minor",
      systems: everySystem(facts),
      params: { sent, lost },
      evidence: far.map((one) => one.id),
      explains: lossExplains(facts, open, far),
    };
  },
};
