import type { Evidence } from "../evidence/schema.ts";
import { applyRules, type Found } from "./apply.ts";
import { chainOf } from "./chain.ts";
import { failsNeeded, isEnough, missingSystems } from "./enough.ts";
import { deriveFacts, type Facts } from "./facts/facts.ts";
import { gradeOf } from "./grade.ts";
import { systemResults } from "./systems.ts";
import type { SystemResult, Verdict, VerdictStatus } from "./verdict.ts";

/** Version of the rules; a verdict carries it, so that two verdicts on the same evidence can be told apart. */
const RULES_VERSION = "1";

/**
 * Evidence in, verdict out. Pure and deterministic: no clock, no I/O, no dependence on the order of observations, the
 * locale or the machine, so that evidence recorded on site can be judged again anywhere, byte for byte the same.
 */
export function judge(evidence: Evidence): Verdict {
  const facts = deriveFacts(evidence);
  const found = applyRules(facts);
  const systems = systemResults(facts, found);
  const missing = missingSystems(facts, systems);
  return {
    rules: RULES_VERSION,
    status: statusOf(facts, found, systems, missing),
    findings: found.map((one) => one.finding),
    systems,
    missing,
    chain: chainOf(facts, found, systems),
    quality: gradeOf(facts),
  };
}

function statusOf(
  facts: Facts,
  found: readonly Found[],
  systems: readonly SystemResult[],
  missing: readonly string[],
): VerdictStatus {
  const severities = new Set(found.map((one) => one.finding.severity));
  if (severities.has("critical") || severities.has("major")) return "faulty";
  // What only hurts leaves the systems running: one that was seen to fail has another fault, explained or not.
  if (severities.has("minor")) return failsNeeded(facts, systems) ? "faulty" : "degraded";
  return isEnough(facts, systems, missing) ? "healthy" : "inconclusive";
}
