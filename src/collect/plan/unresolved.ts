import { entryOf } from "../probes/gateway.ts";
import type { Work } from "./work.ts";

/** Has no gateway a hardware address, although it was asked for? Certain only where the table tells of each of them. */
export async function isUnresolved({ input, context, budget, laptop }: Work): Promise<boolean> {
  if (laptop.gateways.length === 0 || input.local.neighbours === undefined) return false;
  const table = await input.local.neighbours(context, budget.after);
  return table.outcome === "ok" && laptop.gateways.every((one) => entryOf(one, table.evidence.entries)?.mac === null);
}
