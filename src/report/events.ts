import { z } from "zod";
import { STAGE_NAMES } from "../collect/context/stages.ts";
import { observationSchema } from "../evidence/schema.ts";
import { finding, verdictStatus, type Verdict } from "../judge/verdict.ts";
import { scanDocumentSchema } from "./schemas.ts";

/** When it happened: ISO 8601 with offset, by the laptop's own clock. */
const at = z.string();
const stage = z.enum(STAGE_NAMES);
const toldBriefly = finding.pick({ cause: true, culprit: true, severity: true, confidence: true, affects: true });

/** One line of `--events` (CONTRACT): a closed union, told apart by `event`; the first is `started`, the last `ended`. */
export const eventSchema = z.discriminatedUnion("event", [
  z.strictObject({
    event: z.literal("started"),
    at,
    schemaVersion: z.literal(1),
    command: z.enum(["scan", "practice", "watch"]),
    profile: z.strictObject({ id: z.string(), version: z.string() }),
  }),
  /** A stage of the scan has ended; `running` have not yet. */
  z.strictObject({
    event: z.literal("stage"),
    at,
    stage,
    done: z.number().int(),
    total: z.number().int(),
    running: z.array(stage),
  }),
  z.strictObject({ event: z.literal("observation"), at, observation: observationSchema }),
  /** `interim`: nothing that still runs is expected to change it. */
  z.strictObject({
    event: z.literal("verdict"),
    at,
    interim: z.boolean(),
    status: verdictStatus,
    findings: z.array(toldBriefly.strict()),
  }),
  /** A line of the live view that is new (`before` null), changed, or gone (`now` null); in the language of the call. */
  z.strictObject({
    event: z.literal("changed"),
    at,
    name: z.string(),
    before: z.string().nullable(),
    now: z.string().nullable(),
  }),
  /** What `--json` would have printed. */
  z.strictObject({ event: z.literal("result"), at, document: scanDocumentSchema }),
  z.strictObject({ event: z.literal("ended"), at, exit: z.number().int() }),
]);
export type Event = z.infer<typeof eventSchema>;
type WithoutTime<T> = T extends unknown ? Omit<T, "at"> : never;
/** What happened, before the clock is read. */
export type Happened =
  | WithoutTime<Exclude<Event, { event: "result" }>>
  | { readonly event: "result"; readonly document: object };

/** A verdict as an event tells it. */
export function verdictEvent({ status, findings }: Verdict, interim: boolean): Happened {
  return {
    event: "verdict",
    interim,
    status,
    findings: findings.map(({ cause, culprit, severity, confidence, affects }) => ({
      cause,
      culprit,
      severity,
      confidence,
      affects,
    })),
  };
}
