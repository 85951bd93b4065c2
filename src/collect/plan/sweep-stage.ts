import type { ObservationOf } from "../../evidence/schema.ts";
import { sweepSubnet } from "../lan/sweep.ts";
import { sweepPlan } from "../lan/subnet.ts";
import type { Work } from "./work.ts";

/** Two networks are an office with a cable and a wireless; more are a laptop full of virtual machines. */
const MOST_SUBNETS = 2;

/**
 * Looks for the devices of the own networks, beside all other probes, and returns them.
 * @param rest resolves when those probes are done: nobody waits for a search of unknown addresses alone
 */
export async function sweepStage(work: Work, rest: Promise<unknown>): Promise<ObservationOf<"lanDevice">[]> {
  const { local } = work.input;
  if (local.neighbours === undefined || work.laptop.online === false) return [];
  const plans = work.laptop.subnets.flatMap((subnet) => sweepPlan(subnet) ?? []).slice(0, MOST_SUBNETS);
  const readNeighbours = async (): Promise<
    Awaited<ReturnType<NonNullable<typeof local.neighbours>>>["evidence"]["entries"]
  > => (await local.neighbours?.(work.context, work.budget.after))?.evidence.entries ?? [];
  const gateways = new Set(work.laptop.gateways.map((gateway) => gateway.address));
  const known = (work.input.baseline?.devices ?? []).map((device) => device.address);
  const whole = work.input.sweepAll === true;
  const seen = await Promise.all(
    plans.map(async (plan) => {
      const timeoutMs = whole ? Number.POSITIVE_INFINITY : work.budget.sweep;
      const options = { timeoutMs, known, whole, rest, readNeighbours, gateways };
      const found = await sweepSubnet(work.context, plan, options);
      work.recorder.addAll(found);
      return found.filter((one) => one.collector === "lanDevice");
    }),
  );
  return seen.flat();
}
