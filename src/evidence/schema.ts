import { z } from "zod";
import { tri } from "./common.ts";
import { EVIDENCE_VERSION } from "./version.ts";
import { LOCAL_OBSERVATIONS } from "./local.ts";
import { NETWORK_OBSERVATIONS } from "./network.ts";
import { endpointSchema, profileSchema } from "../profile/schema.ts";

export const observationSchema = z.discriminatedUnion("collector", [...LOCAL_OBSERVATIONS, ...NETWORK_OBSERVATIONS]);
export type Observation = z.infer<typeof observationSchema>;
export type CollectorName = Observation["collector"];
/** The observation of one collector: `ObservationOf<"dns">`. */
export type ObservationOf<C extends CollectorName> = Extract<Observation, { collector: C }>;

/** Raw output of a system tool, kept by `scan --record`. */
export const rawOutput = z.strictObject({
  tool: z.string(),
  args: z.array(z.string()),
  exitCode: z.number().nullable(),
  stdout: z.string(),
  stderr: z.string(),
});
export type RawOutput = z.infer<typeof rawOutput>;

/** What the last healthy visit of the same site looked like: evidence like any other. */
export const baselineSchema = z.strictObject({
  visit: z.string(),
  takenAt: z.string(),
  prefixes: z.array(z.string()),
  gateways: z.array(z.strictObject({ address: z.string(), mac: z.string().nullable() })),
  resolvers: z.array(z.string()),
  devices: z.array(
    z.strictObject({ address: z.string(), mac: z.string().nullable(), kind: z.string(), name: z.string().nullable() }),
  ),
  /** Median round trip to the domestic controls, milliseconds. */
  domesticRttMs: z.number().nullable(),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** Everything that was observed, and what is needed to judge it again elsewhere. */
export const evidenceSchema = z.strictObject({
  schemaVersion: z.literal(EVIDENCE_VERSION),
  tool: z.strictObject({
    name: z.literal("qbrecover"),
    version: z.string(),
    platform: z.string(),
    release: z.string(),
    runtime: z.string(),
  }),
  /** ISO 8601 with offset, by the laptop's own clock, which may be wrong. */
  startedAt: z.string(),
  finishedAt: z.string(),
  timeZone: z.string(),
  /** False when the scan was interrupted or ran into its cap. */
  complete: z.boolean(),
  options: z.strictObject({
    only: z.array(z.string()),
    skip: z.array(z.string()),
    deadlineMs: z.number(),
  }),
  profile: profileSchema,
  profileHash: z.string(),
  /** What people told about the site, as far as the judge needs it. */
  site: z.strictObject({
    satellite: tri,
    hadInternet: tri,
    /** Ids of the systems that this office does not use; absent where nobody was asked. */
    notUsed: z.array(z.string()).exactOptional(),
    /** Addresses that the office gave; they lie over the profile. */
    provided: z
      .array(z.strictObject({ system: z.string(), endpoints: z.array(endpointSchema).min(1) }))
      .exactOptional(),
  }),
  baseline: baselineSchema.nullable(),
  observations: z.array(observationSchema),
  raw: z.array(rawOutput).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
