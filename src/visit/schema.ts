import { z } from "zod";
import { evidenceSchema } from "../evidence/schema.ts";
import { verdictSchema } from "../judge/verdict.ts";
import { deviceTexts } from "./device-texts.ts";
import { SITE_TYPE_IDS } from "./site-types.ts";

/** One stay at one site: the record that is stored, exported, merged and reported. */

export const answerValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(100),
]);
export type AnswerValue = z.infer<typeof answerValue>;
/** Question id -> answer; an absent key was not answered, `"unknown"` was answered so. */
export const answers = z.record(z.string().max(100), answerValue);
export type Answers = z.infer<typeof answers>;

/** A code means nothing without its list (domain notes, 2.2). */
export const unitRef = z.strictObject({ code: z.string(), list: z.string(), name: z.string() });
export type UnitRef = z.infer<typeof unitRef>;

/** A building under a commune. */
export const siteSchema = z.strictObject({
  /** Stable over visits: derived from unit, former commune and name. */
  id: z.string(),
  unit: unitRef,
  formerUnit: unitRef.nullable(),
  name: z.string(),
  type: z.enum(SITE_TYPE_IDS),
});
export type Site = z.infer<typeof siteSchema>;

export const DISPOSITIONS = ["REUSE", "CLEAN_DRY", "REPAIR", "REPLACE", "HAZARD", "HOLD"] as const;
export const disposition = z.enum(DISPOSITIONS);
export type Disposition = z.infer<typeof disposition>;

export const FLAGS = [
  "NO_POWER",
  "DATA_FIRST",
  "SECRET_SEAL",
  "HAZ_BATTERY",
  "TONER_WET",
  "INSULATION_TEST",
  "ISP_OWNED",
  "WATCH_30D",
  "VERIFY",
  "ONESTOP_CRITICAL",
] as const;
export const flag = z.enum(FLAGS);
export type Flag = z.infer<typeof flag>;

export const photo = z.strictObject({
  /** File name inside the visit's photo folder. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.number().int().nonnegative(),
  originalName: z.string(),
});

/** What triage made of the answers. */
export const triageResult = z.strictObject({
  disposition,
  /** Id of the rule that decided, e.g. G12 or switch.small. */
  rule: z.string(),
  flags: z.array(flag),
  /** Ids of further advice texts (replace the adapter only, change the coin cell, …). */
  advice: z.array(z.string()),
});
export type TriageResult = z.infer<typeof triageResult>;

export const deviceSchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  quantity: z.number().int().min(1).max(10_000),
  ...deviceTexts.shape,
  answers,
  photos: z.array(photo),
  /** Address of the LAN device that the scan saw, where it was offered from there. */
  lanAddress: z.string().nullable(),
  triage: triageResult.nullable(),
  /** The technician's own decision with its written reason; both are kept (domain notes, 4.5). */
  override: z.strictObject({ disposition, reason: z.string().min(1), by: z.string(), at: z.string() }).nullable(),
  /** False until the last question of the device was answered or skipped. */
  done: z.boolean(),
});
export type Device = z.infer<typeof deviceSchema>;

/** A whole scan: what was observed, and what was made of it. */
export const scanSchema = z.strictObject({ evidence: evidenceSchema, verdict: verdictSchema });

/** Most computers of one office that a visit holds. */
export const MOST_MACHINES = 200;

/** Another computer of the office than the one that the visit was begun on, with its own scan. */
export const machineSchema = z.strictObject({
  /** Made of the computer's name and its hardware addresses: the same one scanned again takes its own place. */
  id: z.string().regex(/^[0-9a-f]{16}$/u),
  /** For people: the computer's name, or what was typed. */
  name: z.string().min(1).max(100),
  scan: scanSchema,
});
export type Machine = z.infer<typeof machineSchema>;

export const VISIT_VERSION = 1;

export const visitSchema = z.strictObject({
  schemaVersion: z.literal(VISIT_VERSION),
  /** UUID v7: sorts by time, unique over laptops. */
  id: z.uuid(),
  campaign: z.string(),
  stage: z.enum(["before", "after"]),
  technician: z.string(),
  startedAt: z.string(),
  updatedAt: z.string(),
  finishedAt: z.string().nullable(),
  site: siteSchema.nullable(),
  survey: answers,
  safety: answers,
  devices: z.array(deviceSchema),
  scan: scanSchema.nullable(),
  /** The office's own computers, in the order of their scans; absent where none was looked at. */
  machines: z.array(machineSchema).min(1).max(MOST_MACHINES).exactOptional(),
});
export type Visit = z.infer<typeof visitSchema>;
