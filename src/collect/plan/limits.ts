import type { EndpointLimits } from "../endpoint/input.ts";
import type { Budget } from "./budget.ts";

/** Limits of one endpoint within the budget of the scan. */
export function endpointLimits(budget: Budget): EndpointLimits {
  return { connectMs: budget.connect, tlsMs: budget.step, answerMs: budget.step, totalMs: 2 * budget.step };
}
