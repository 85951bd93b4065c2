import { z } from "zod";
import { failure, outcome } from "./common.ts";

/**
 * Wraps the facts of one collector into an observation: one thing seen (design, section 3).
 * `id` is unique in its evidence and stable between two scans of the same office, so that findings can cite it
 * and `compare` can pair it; convention `collector:target[:detail]`.
 */
export function observation<C extends string, E extends z.ZodType>(collector: C, evidence: E) {
  return z.strictObject({
    id: z.string().min(1),
    collector: z.literal(collector),
    /** What was looked at, as a person would name it: an address, a host:port, an interface. */
    target: z.string(),
    /** Milliseconds since the start of the scan. */
    startMs: z.number(),
    durationMs: z.number(),
    outcome,
    failure: failure.optional(),
    evidence,
  });
}
