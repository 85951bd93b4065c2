import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { withNeighbour } from "../gateway.ts";
import type { Work } from "./work.ts";

/** Reads the laptop once more: counters of the end, and the neighbour table, which the probes have filled; the gateways get their entries. */
export async function afterProbes(work: Work, before: readonly Observation[]): Promise<void> {
  const after = await work.input.local.after(work.context, before, work.budget.after);
  work.recorder.addAll(after);
  const entries = after.flatMap((seen) => (seen.collector === "neighbours" ? seen.evidence.entries : []));
  const gateways = work.recorder.all().filter((seen): seen is ObservationOf<"gateway"> => seen.collector === "gateway");
  for (const gateway of gateways) {
    const complete = withNeighbour(gateway, entries);
    if (complete !== gateway) work.recorder.add(complete);
  }
}
