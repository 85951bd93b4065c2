import type { Work } from "./work.ts";

/** Make, model and battery, beside the probes; a slow system must not hold the scan. */
const LIMIT_MS = 2500;

export async function inventoryStage(work: Work): Promise<void> {
  const { inventory } = await import("../inventory/index.ts");
  work.recorder.add(await inventory(work.context, Math.min(LIMIT_MS, work.budget.quality)));
}
