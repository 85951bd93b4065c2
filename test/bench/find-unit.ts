import { loadUnits } from "../../src/units/load.ts";
import { resolveUnit } from "../../src/units/resolve.ts";

/** Bundled by units.ts; loading it and calling this is all that finding a commune takes. */
export async function findOne(query: string): Promise<void> {
  const { units } = await loadUnits("/nonexistent");
  const found = resolveUnit(units, query, "44");
  if (found.kind !== "one") throw new Error(`${query}: ${found.kind}`);
}
