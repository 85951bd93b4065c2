import type { EndpointLimits } from "../endpoint/input.ts";
import type { Budget } from "./budget.ts";

/** Limits of one endpoint within the budget of the scan. */
export function endpointLimits(budget: Budget): EndpointLimits {
  return { connectMs: budget.connect, tlsMs: budget.tls, answerMs: budget.answer, totalMs: budget.tls + budget.answer };
}

/**
 * Of the time of a first try: what a second one gets, so that a fault is confirmed within the ten seconds that a
 * verdict may take.
 */
const SECOND_TRY = 0.6;

/** Limits of the confirming try of an endpoint that has failed once. */
export function secondLimits(budget: Budget): EndpointLimits {
  const { connectMs, tlsMs, answerMs } = endpointLimits(budget);
  return {
    connectMs: connectMs * SECOND_TRY,
    tlsMs: tlsMs * SECOND_TRY,
    answerMs: answerMs * SECOND_TRY,
    totalMs: Math.max(tlsMs, answerMs) * SECOND_TRY,
  };
}
