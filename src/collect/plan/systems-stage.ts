import type { ObservationOf } from "../../evidence/schema.ts";
import { probeEndpoint } from "../endpoint/probe.ts";
import type { EndpointTools } from "../endpoint/input.ts";
import { createTrustStore, type TrustStore } from "../endpoint/trust.ts";
import type { Resolution, Resolver } from "../dns/resolver.ts";
import { pause } from "../net/settle.ts";
import { isLoopback } from "./laptop-view.ts";
import { ANSWERED_NOWHERE, type Lead, type Names } from "./names.ts";
import { skippedEndpoint } from "./skipped.ts";
import { targetsOf, type Target } from "./targets.ts";
import { isTransient } from "./transient.ts";
import type { Work } from "./work.ts";

type EndpointSeen = ObservationOf<"endpoint">;

/** Probes every endpoint of the profile, each as soon as its own name is resolved. */
export async function systemsStage(work: Work, names: Names): Promise<EndpointSeen[]> {
  if (!work.wants("systems")) return [];
  const trust = createTrustStore(work.input.extraCa ?? []);
  const seen = await Promise.all(targetsOf(work.input.profile, work.laptop.ipv6).map((target) => probeTarget(work, names, trust, target)));
  return seen.flat();
}

/**
 * One endpoint: over the address that the laptop itself finds, and, where a control resolver knows quite another one, over that too.
 * That tells a false or old record from a dead server, and a dead DNS from a dead line.
 */
async function probeTarget(work: Work, names: Names, trust: TrustStore, target: Target): Promise<EndpointSeen[]> {
  const { host } = target.endpoint;
  if (work.laptop.online === false && !isLoopback(host)) return [skip(work, target, null, "no adapter that could carry it")];
  const own = names.configured(host, target.family);
  const compared = names.control(host, target.family);
  const first = await earliest(work, own, compared);
  const [address] = first.addresses;
  const results = [address === undefined ? unresolved(work, target, first) : await probe(work, trust, target, first, address, true)];

  const known = new Set(first.addresses);
  for (const lead of await Promise.all([own, compared])) {
    const [other] = lead.addresses;
    // One address in common is enough: large sites give every resolver another choice of theirs.
    if (other === undefined || lead.addresses.some((one) => known.has(one))) continue;
    lead.addresses.forEach((one) => known.add(one));
    results.push(await probe(work, trust, target, lead, other, false));
  }
  return results;
}

/** The laptop's own way, unless it stays silent while a control resolver has an answer. */
async function earliest(work: Work, own: Promise<Lead>, compared: Promise<Lead>): Promise<Lead> {
  const patience = pause(work.context, work.budget.dnsGrace).then(() => null);
  const quick = await Promise.race([own, patience]);
  if (quick !== null && quick.addresses.length > 0) return quick;
  const other = quick === null ? await firstWithAddress([own, compared]) : await compared;
  return other.addresses.length > 0 ? other : await own;
}

async function firstWithAddress(leads: readonly Promise<Lead>[]): Promise<Lead> {
  try {
    return await Promise.any(
      leads.map(async (running) => {
        const lead = await running;
        if (lead.addresses.length === 0) throw new Error("no address");
        return lead;
      }),
    );
  } catch {
    return ANSWERED_NOWHERE;
  }
}

async function probe(work: Work, trust: TrustStore, target: Target, lead: Lead, address: string, primary: boolean): Promise<EndpointSeen> {
  if (work.laptop.routable(address) === false) {
    const skipped = skip(work, target, address, "no route to this address");
    return skipped;
  }
  const run = async (): Promise<EndpointSeen> => {
    const tools: EndpointTools = { resolver: fixedResolver(lead, address), timeouts: work.timeouts, trust, proxy: null };
    const place = { system: target.system.id, index: target.index, endpoint: target.endpoint, family: target.family };
    const limits = { connectMs: work.budget.connect, tlsMs: work.budget.step, answerMs: work.budget.step, totalMs: work.budget.connect + 2 * work.budget.step };
    const seen = await probeEndpoint(work.context, primary ? place : { ...place, address }, tools, limits);
    // Whoever gave an address is worth knowing also where it was handed on.
    return { ...seen, evidence: { ...seen.evidence, resolvedBy: lead.resolvedBy } };
  };
  const first = await run();
  work.recorder.add(first);
  if (!isTransient(first) || work.context.elapsed() > work.budget.confirmUntil || work.context.signal.aborted) return first;
  const second = await run();
  if (second.failure?.code === "ABORTED" || second.failure?.code === "DEADLINE") return first;
  work.recorder.add(second);
  return second;
}

function unresolved(work: Work, target: Target, lead: Lead): EndpointSeen {
  const answered = lead.code !== null && lead.code !== "TIMEOUT" && lead.code !== "NOT_CONFIGURED" && lead.code !== "PREREQUISITE_DEAD";
  const base = skip(work, target, null, "no DNS server gave an address");
  // A server that said "no" is an observation of this name; silence of all servers says nothing about the system.
  if (!answered || lead.code === null) return base;
  const failed: EndpointSeen = {
    ...base,
    outcome: "failed",
    failure: { phase: "resolve", code: lead.code },
    evidence: { ...base.evidence, resolvedBy: lead.resolvedBy },
  };
  work.recorder.add(failed);
  return failed;
}

function skip(work: Work, target: Target, address: string | null, detail: string): EndpointSeen {
  const seen = skippedEndpoint(work.context, { ...target, address }, { phase: address === null ? "resolve" : "connect", detail });
  work.recorder.add(seen);
  return seen;
}

/** Hands on the address that the plan has already found. */
function fixedResolver(lead: Lead, address: string): Resolver {
  const found: Resolution = { ok: true, addresses: [address], resolvedBy: lead.resolvedBy ?? "literal", durationMs: lead.durationMs };
  return { resolve: () => Promise.resolve(found), observations: () => [] };
}
