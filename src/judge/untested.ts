import type { Endpoint, System } from "../profile/schema.ts";
import type { Facts } from "./facts/facts.ts";
import { observed } from "./facts/observed.ts";
import type { Target } from "./facts/target.ts";
import type { Untested } from "./verdict.ts";

/** Endpoints of a system that nobody got an answer from, although they were to be tested. A failed one is tested. */
export function untestedEndpoints(facts: Facts, system: System, targets: readonly Target[]): readonly Endpoint[] {
  return system.endpoints.filter((endpoint) => {
    if (endpoint.network === "local") return false;
    if (endpoint.protocol === "stun") return !answeredCalls(facts, endpoint);
    const target = targets.find((one) => one.endpoint === endpoint);
    return target === undefined || target.state === "untested";
  });
}

/** A server is asked once, for whichever system or control it stands. */
function answeredCalls(facts: Facts, { host, port }: Endpoint): boolean {
  return observed(facts.evidence, "stun").some(
    ({ evidence }) => evidence.host === host && evidence.port === port && evidence.received > 0,
  );
}

/** Why a system was not tested. */
export function whyUntested(facts: Facts, system: System, endpoints: readonly Endpoint[]): Untested | null {
  if (system.endpoints.length === 0) return "noAddress";
  if (!system.enabled) return "notEnabled";
  const { only, skip } = facts.evidence.options;
  const asked = (group: string): boolean => (only.length === 0 || only.includes(group)) && !skip.includes(group);
  if (endpoints.some((one) => !asked(one.protocol === "stun" ? "stun" : "systems"))) return "leftOut";
  const open = observed(facts.evidence, "endpoint").filter(({ evidence }) => {
    const endpoint = system.endpoints[evidence.index];
    return (
      evidence.system === system.id && evidence.family === 4 && endpoint !== undefined && endpoints.includes(endpoint)
    );
  });
  const codes = new Set(open.map((one) => one.failure?.code));
  if (codes.has("ABORTED") || codes.has("DEADLINE")) return "noTime";
  if (open.length === 0) return endpoints.every((one) => one.host.includes(":")) ? "noRoute" : "noTime";
  if (!codes.has("PREREQUISITE_DEAD")) return null;
  return open.some((one) => one.failure?.phase === "resolve") ? "noName" : "noRoute";
}
