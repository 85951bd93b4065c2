import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { record } from "./record.ts";
import { HEALTHY, type DnsReply, type World } from "./world.ts";

export const GONE: DnsReply = { rcode: "NXDOMAIN", answers: [] };
export const of = (change: Partial<World>): Evidence => record({ ...HEALTHY, ...change });

/** Causes with culprit, confidence and alternatives, notes left out. */
export const said = (evidence: Evidence): string[] =>
  judge(evidence)
    .findings.filter((one) => one.severity !== "info")
    .map(
      (one) =>
        `${one.cause} (${one.culprit}) ${one.confidence}${one.alternatives.map((each) => ` or ${each}`).join("")}`,
    );

export const only = (evidence: Evidence, keep: (one: Observation) => boolean): Evidence => ({
  ...evidence,
  observations: evidence.observations.filter(keep),
});
