import type { FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import { probeEndpoint } from "../endpoint/index.ts";
import type { EndpointLimits, EndpointTools } from "../endpoint/input.ts";
import { endpointLimits, secondLimits } from "./limits.ts";
import { firstAddress } from "./first-address.ts";
import type { Lead, Names } from "./names.ts";
import { planResolver } from "./plan-resolver.ts";
import { skippedEndpoint } from "./skipped.ts";
import { targetsOf, type PlannedEndpoint } from "./targets.ts";
import { probeThroughProxy, type WorkingProxy } from "./through-proxy.ts";
import { isTransient } from "./transient.ts";
import type { Work } from "./work.ts";

type EndpointSeen = ObservationOf<"endpoint">;

/**
 * Probes every endpoint of the profile, each as soon as its own name is resolved; where a proxy is configured, through
 * that as well.
 */
export async function systemsStage(
  work: Work,
  names: Names,
  proxies: Promise<readonly WorkingProxy[]>,
): Promise<EndpointSeen[]> {
  const targets = targetsOf(work.input.profile, work.laptop.ipv6);
  const [seen] = await Promise.all([
    Promise.all(targets.map((target) => probeTarget(work, names, target))),
    proxies.then((working) => probeThroughProxy(work, names, targets, working)),
  ]);
  return seen.flat();
}

/**
 * One endpoint: over the address that the laptop itself finds, and, where a control resolver knows quite another one,
 * over that too. That tells a false or old record from a dead server, and a dead DNS from a dead line.
 */
async function probeTarget(work: Work, names: Names, target: PlannedEndpoint): Promise<EndpointSeen[]> {
  const { host } = target.endpoint;
  if (work.laptop.online === false) return [skip(work, target, null, "no adapter that could carry it")];
  const own = names.configured(host, target.family);
  const compared = names.control(host, target.family);
  const first = await firstAddress(work, names, host, target.family);
  const [address] = first.addresses;
  const results = [
    address === undefined ? unresolved(work, target, first) : await probe(work, names, target, first, address, false),
  ];

  const known = new Set(first.addresses);
  for (const lead of await Promise.all([own, compared])) {
    const [other] = lead.addresses;
    // One address in common is enough: large sites give every resolver another choice of theirs.
    if (other === undefined || lead.addresses.some((one) => known.has(one))) continue;
    if (target.family === 4) await names.confirm(host);
    lead.addresses.forEach((one) => known.add(one));
    results.push(await probe(work, names, target, lead, other, true));
  }
  return results;
}

async function probe(
  work: Work,
  names: Names,
  target: PlannedEndpoint,
  lead: Lead,
  address: string,
  beside: boolean,
): Promise<EndpointSeen> {
  if (work.laptop.routable(address) === false) return skip(work, target, address, "no route to this address");
  const run = (limits: EndpointLimits): Promise<EndpointSeen> => {
    const tools: EndpointTools = { resolver: planResolver(work, names), timeouts: work.timeouts, trust: work.trust };
    const { resolvedBy, durationMs } = lead;
    const { system, index, endpoint, family } = target;
    const reach = { via: "direct", address, resolvedBy, durationMs, beside } as const;
    return probeEndpoint(work.context, { system: system.id, index, endpoint, family, reach }, tools, limits);
  };
  const first = await run(endpointLimits(work.budget));
  work.recorder.add(first);
  if (!isTransient(first) || work.context.elapsed() > work.budget.confirmUntil || work.context.signal.aborted)
    return first;
  const second = await run(secondLimits(work.budget));
  const kept = moreTelling(first, second);
  if (kept !== first) work.recorder.add(kept);
  return kept;
}

// The second try has less time: its silence says less than what the first one met.
function moreTelling(first: EndpointSeen, second: EndpointSeen): EndpointSeen {
  if (second.outcome === "ok") return second;
  const code = second.failure?.code;
  return code === "ABORTED" || code === "DEADLINE" || code === "TIMEOUT" ? first : second;
}

function unresolved(work: Work, target: PlannedEndpoint, lead: Lead): EndpointSeen {
  const answered =
    lead.code !== null &&
    lead.code !== "TIMEOUT" &&
    lead.code !== "NOT_CONFIGURED" &&
    lead.code !== "PREREQUISITE_DEAD";
  const base = skip(work, target, null, "no DNS server gave an address");
  // A server that said "no" is an observation of this name; silence of all servers says nothing about the system.
  if (!answered || lead.code === null) return base;
  if (target.family === 6) return skip(work, target, null, "the name has no IPv6 address", lead.code);
  const failed: EndpointSeen = {
    ...base,
    outcome: "failed",
    failure: { phase: "resolve", code: lead.code },
    evidence: { ...base.evidence, resolvedBy: lead.resolvedBy },
  };
  work.recorder.add(failed);
  return failed;
}

function skip(
  work: Work,
  target: PlannedEndpoint,
  address: string | null,
  detail: string,
  code: FailureCode = "PREREQUISITE_DEAD",
): EndpointSeen {
  const seen = skippedEndpoint(
    work.context,
    { ...target, address },
    { phase: address === null ? "resolve" : "connect", detail, code },
  );
  work.recorder.add(seen);
  return seen;
}
