import type { ObservationOf } from "../../evidence/schema.ts";
import { sweepSubnet } from "../lan/sweep.ts";
import { sweepPlan } from "../lan/subnet.ts";
import type { Work } from "./work.ts";

/** Two networks are an office with a cable and a wireless; more are a laptop full of virtual machines. */
const MOST_SUBNETS = 2;

/** Looks for the devices of the own networks, beside all other probes, and returns them. */
export async function sweepStage(work: Work): Promise<ObservationOf<"lanDevice">[]> {
  const { local } = work.input;
  if (local.neighbours === undefined || work.laptop.online === false) return [];
  const plans = work.laptop.subnets.flatMap((subnet) => sweepPlan(subnet) ?? []).slice(0, MOST_SUBNETS);
  const readNeighbours = async (): Promise<
    Awaited<ReturnType<NonNullable<typeof local.neighbours>>>["evidence"]["entries"]
  > => (await local.neighbours?.(work.context, work.budget.after))?.evidence.entries ?? [];
  const gateways = new Set(work.laptop.gateways.map((gateway) => gateway.address));
  const seen = await Promise.all(
    plans.map(async (plan) => {
      const found = await sweepSubnet(work.context, plan, { timeoutMs: work.budget.sweep, readNeighbours, gateways });
      work.recorder.addAll(found);
      return found.filter((one) => one.collector === "lanDevice");
    }),
  );
  return seen.flat();
}
