import type { System } from "../profile/schema.ts";
import type { Facts } from "./facts/facts.ts";
import type { SystemResult } from "./verdict.ts";

/**
 * Ids of the systems that stand between this office and an all-clear: of criticality onestop or shared, and neither
 * seen to work nor seen to fail. Left out is what no office computer can test (retired, only reached by servers, of
 * this very computer) and what this office does not use.
 */
export function missingSystems(facts: Facts, systems: readonly SystemResult[]): string[] {
  const outcomes = new Map(systems.map((one) => [one.id, one.outcome]));
  return facts.evidence.profile.systems.flatMap((system) => {
    const outcome = outcomes.get(system.id);
    return isRequired(facts, system) && !isWorking(outcome) && outcome !== "failed" ? [system.id] : [];
  });
}

/** Was enough seen to say that nothing is wrong? A check that did not run proves neither. */
export function isEnough(facts: Facts, systems: readonly SystemResult[], missing: readonly string[]): boolean {
  const counted = systems.filter((one) => facts.systems.some((system) => system.id === one.id));
  if (missing.length > 0 || counted.some((one) => one.outcome === "failed")) return false;
  const works = counted.some((one) => isWorking(one.outcome));
  if (!facts.evidence.complete && (!works || counted.some((one) => one.outcome === "notTested"))) return false;
  return counted.length > 0 ? works : facts.beyondSpoke;
}

/** Was a system that this office needs seen to fail, at an address that holds? */
export function failsNeeded(facts: Facts, systems: readonly SystemResult[]): boolean {
  const failed = systems.filter((one) => one.outcome === "failed").map((one) => one.id);
  return facts.evidence.profile.systems.some(
    (system) => failed.includes(system.id) && system.status === "active" && isRequired(facts, system),
  );
}

function isRequired(facts: Facts, system: System): boolean {
  const testable = system.status !== "retired" && system.notTestable === undefined && system.scope !== "local";
  return testable && system.criticality !== "other" && facts.evidence.site.notUsed?.includes(system.id) !== true;
}

function isWorking(outcome: SystemResult["outcome"] | undefined): boolean {
  return outcome === "ok" || outcome === "slow";
}
