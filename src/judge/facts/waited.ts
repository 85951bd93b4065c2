import type { Facts } from "./facts.ts";
import type { Target } from "./target.ts";

/** How long a target let the first byte of its answer be waited for, as far as it was not the computer itself. */
export function waitedFor({ own }: Facts, { best }: Target): number {
  const step = best?.seen.steps.firstByte;
  return step === undefined ? 0 : Math.max(0, step.durationMs - own.worst(step.startMs, step.durationMs));
}
