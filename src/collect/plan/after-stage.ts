import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { answersAfterClaim } from "../lan/claim.ts";
import { sweepPlan } from "../lan/subnet.ts";
import { isAlive, withNeighbour } from "../probes/gateway.ts";
import type { Work } from "./work.ts";

/**
 * Reads the laptop once more: counters of the end, and the neighbour table, which the probes have filled; the gateways
 * get their entries.
 */
export async function afterProbes(work: Work, before: readonly Observation[]): Promise<void> {
  const told = await work.input.local.after(work.context, before, work.budget.after);
  const after = told.map((seen) => (seen.collector === "neighbours" ? withoutNobody(seen, contacted(work)) : seen));
  work.recorder.addAll(after);
  const entries = after.flatMap((seen) => (seen.collector === "neighbours" ? seen.evidence.entries : []));
  const gateways = work.recorder.all().filter((seen): seen is ObservationOf<"gateway"> => seen.collector === "gateway");
  for (const gateway of gateways) {
    const complete = withNeighbour(gateway, entries);
    if (complete !== gateway) work.recorder.add(complete);
    if (!fellSilent(work, gateway)) continue;
    const afterClaim = await answersAfterClaim(work.context, gateway.evidence.address, strangers(work, entries));
    work.recorder.add({ ...complete, evidence: { ...complete.evidence, afterClaim } });
  }
}

const SILENCE_MS = 700;

/** Answered while the scan began, and no more at the end of a series later. */
function fellSilent(work: Work, { outcome, evidence }: ObservationOf<"gateway">): boolean {
  const series = work.recorder
    .all()
    .filter((seen) => seen.collector === "quality" && seen.evidence.address === evidence.address);
  return (
    outcome === "ok" &&
    evidence.tcp.some(isAlive) &&
    series.some(
      (seen) => seen.collector === "quality" && seen.evidence.method === "tcp" && endedInSilence(seen.evidence),
    )
  );
}

/** Samples of more than a moment at the end of a series stayed without an answer. */
function endedInSilence({ sent, received, lastAnswerMs, lastSentMs }: ObservationOf<"quality">["evidence"]): boolean {
  if (sent === 0) return false;
  return received === 0 || (lastSentMs ?? 0) - (lastAnswerMs ?? 0) > SILENCE_MS;
}

/** Addresses of the own network of which nobody has heard yet, the far end of it first. */
function strangers(work: Work, entries: ObservationOf<"neighbours">["evidence"]["entries"]): string[] {
  const heard = new Set(entries.map((entry) => entry.address));
  return work.laptop.subnets
    .flatMap((subnet) => sweepPlan(subnet)?.addresses ?? [])
    .filter((address) => !heard.has(address))
    .toReversed();
}

type Neighbours = ObservationOf<"neighbours">;
const NOBODY: ReadonlySet<string> = new Set(["failed", "incomplete"]);

/**
 * Addresses that only the sweep asked for and nobody answered for are no news, and there are hundreds of them. Pure.
 */
export function withoutNobody(table: Neighbours, contacted: ReadonlySet<string>): Neighbours {
  const entries = table.evidence.entries.filter(
    (entry) => entry.mac !== null || !NOBODY.has(entry.state) || contacted.has(entry.address),
  );
  return { ...table, evidence: { entries } };
}

/** Everybody that a probe other than the sweep spoke to: there the missing neighbour is a finding. */
function contacted(work: Work): ReadonlySet<string> {
  const endpoints = work.recorder.all().flatMap((seen) => {
    if (seen.collector === "endpoint" || seen.collector === "control" || seen.collector === "stun")
      return seen.evidence.address ?? [];
    return seen.collector === "proxy" ? seen.evidence.host : [];
  });
  return new Set([
    ...endpoints,
    ...work.laptop.gateways.map((one) => one.address),
    ...work.laptop.resolvers.map((one) => one.address),
  ]);
}
