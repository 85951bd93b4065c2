import type { Facts } from "./facts/facts.ts";
import type { Draft } from "./rules/rule.ts";
import type { Severity } from "./verdict.ts";

/**
 * How grave a fault is, by what it takes down: a one-stop system is critical, a shared one major, any other minor.
 * Systems whose address nobody has verified weigh as little as the others: their silence may be a mistake in the
 * profile.
 */
export function severityOf(facts: Facts, draft: Draft): Severity {
  if (draft.severity !== undefined) return draft.severity;
  if (draft.impact === "none") return "info";
  if (draft.impact === "hurt") return "minor";
  const hit = facts.evidence.profile.systems.filter(
    (system) => draft.systems.includes(system.id) && system.status === "active",
  );
  if (hit.some((system) => system.criticality === "onestop")) return "critical";
  if (hit.some((system) => system.criticality === "shared")) return "major";
  return draft.systems.length > 0 ? "minor" : "major";
}
