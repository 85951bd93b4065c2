import { isSigning, placeOf } from "../profile/protocols.ts";
import type { Endpoint, System } from "../profile/schema.ts";
import type { Found } from "./apply.ts";
import { isCounted, isCutShort } from "./facts/attempt.ts";
import type { Facts } from "./facts/facts.ts";
import { observed } from "./facts/observed.ts";
import type { Target } from "./facts/target.ts";
import { waitedFor } from "./facts/waited.ts";
import { untestedEndpoints, whyUntested } from "./untested.ts";
import type { SystemResult, Untested } from "./verdict.ts";

/** ITU-T G.1010: a page that takes longer is slow. Time stamps and certificate status are slow by nature. */
const SLOW_MS = 4000;

/** One line for every system of the profile, in its order: how it came out, or why nobody looked. */
export function systemResults(facts: Facts, found: readonly Found[]): SystemResult[] {
  return facts.evidence.profile.systems.map((system) => {
    const targets = facts.targets.filter((one) => one.system.id === system.id);
    const cause =
      found.find((one) => one.impact === "down" && one.finding.affects.includes(system.id))?.finding.cause ?? null;
    const noted =
      found.find(
        (one) => one.impact === "none" && one.finding.severity === "info" && one.finding.affects.includes(system.id),
      )?.finding.cause ?? null;
    const untested = untestedEndpoints(facts, system, targets);
    const outcome = outcomeOf(facts, system, { targets, untested, cause, noted });
    const why = whyNot(facts, system, outcome, { untested, targets });
    const shown = targets.find((one) => one.state === "failed") ?? targets[0];
    const endpoint = shown?.endpoint ?? system.endpoints[0];
    return {
      id: system.id,
      outcome,
      ...(why === null || system.scope === "local" ? {} : { why }),
      ...(isProvided(facts, system) ? { provided: true } : {}),
      cause: outcome === "failed" ? cause : outcome === "unknown" || outcome === "notTested" ? noted : null,
      totalMs: outcome === "ok" || outcome === "slow" ? totalOf(targets) : null,
      target: endpoint === undefined ? null : placeOf(endpoint),
      certificateNotAfter: earliestEnd(targets),
    };
  });
}

function whyNot(
  facts: Facts,
  system: System,
  outcome: SystemResult["outcome"],
  { untested, targets }: Pick<Seen, "untested" | "targets">,
): Untested | null {
  if (outcome === "notTested" || outcome === "disabled") return whyUntested(facts, system, untested);
  if (outcome !== "unknown") return null;
  // From the Internet's side the government's own network is out of reach for whoever it may be.
  return targets.some((one) => one.endpoint.network === "tslcd" && one.state === "failed")
    ? "noRoute"
    : targets.some(isUnread)
      ? "unread"
      : null;
}

function isProvided(facts: Facts, system: System): boolean {
  const { provided = [] } = facts.evidence.site;
  return system.status !== "retired" && provided.some((one) => one.system === system.id);
}

interface Seen {
  readonly targets: readonly Target[];
  readonly untested: readonly Endpoint[];
  readonly cause: string | null;
  readonly noted: string | null;
}

function outcomeOf(facts: Facts, system: System, { targets, untested, cause, noted }: Seen): SystemResult["outcome"] {
  if (system.status === "retired") return "retired";
  if (system.notTestable !== undefined) return "notTestable";
  if (facts.evidence.site.notUsed?.includes(system.id) === true) return "notUsed";
  if (!isCounted(system) || system.endpoints.length === 0)
    return system.endpoints.length === 0 || system.criticality !== "other" ? "notTested" : "disabled";
  if (system.scope === "local") return localOutcome(facts, system);
  if (cause !== null) return "failed";
  const failed = targets.some((one) => one.state === "failed");
  if (noted !== null && failed) return "unknown";
  if (failed) return "failed";
  // One address that opened says nothing of the others that nobody tried.
  if (untested.length > 0) return "notTested";
  if (targets.some(isUnread)) return "unknown";
  return facts.evidence.site.satellite !== true && targets.some((one) => isSlow(facts, one)) ? "slow" : "ok";
}

/** The page came, and whether it is the right one nobody could read: packed in a way of its own, or far too long. */
function isUnread({ endpoint, best }: Target): boolean {
  const http = best?.seen.http ?? null;
  if (endpoint.expect?.bodyIncludes === undefined || http === null || http.bodyMatches !== "unknown") return false;
  return http.unread !== undefined || isCutShort(http);
}

function localOutcome(facts: Facts, system: System): SystemResult["outcome"] {
  const agents = observed(facts.evidence, "localAgent").filter((one) => one.evidence.system === system.id);
  return agents.some((one) => one.evidence.listening === true) ? "ok" : "notTested";
}

function isSlow(facts: Facts, target: Target): boolean {
  return !isSigning(target.endpoint.protocol) && waitedFor(facts, target) > SLOW_MS;
}

function totalOf(targets: readonly Target[]): number | null {
  const times = targets.flatMap((one) => {
    const steps = Object.values(one.best?.seen.steps ?? {}).filter((step) => step !== undefined);
    return steps.length === 0 ? [] : [steps.reduce((sum, step) => sum + step.durationMs, 0)];
  });
  return times.length === 0 ? null : Math.round(Math.max(...times));
}

function earliestEnd(targets: readonly Target[]): string | null {
  const ends = targets.flatMap((one) => one.attempts.flatMap((each) => each.seen.tls?.chain[0]?.notAfter ?? []));
  return ends.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
