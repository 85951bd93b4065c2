import { z } from "zod";
import { culprit } from "../evidence/common.ts";
import { CAUSES } from "../text/causes/index.ts";

export const cause = z.enum(CAUSES);

export const severity = z.enum(["critical", "major", "minor", "info"]);
export type Severity = z.infer<typeof severity>;

/**
 * Values for the sentences of a finding: addresses, figures, names. Never prose, so that every language can be rendered
 * later.
 */
export const findingParams = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

/** One cause that the observations support. Texts are rendered from `cause` and `params` (src/text/causes.*). */
export const finding = z.strictObject({
  cause,
  culprit,
  severity,
  /** `certain`: nothing else explains it; `likely`: see `alternatives` for what else could. */
  confidence: z.enum(["certain", "likely"]),
  /** Ids of the profile's systems that this takes down or hurts. */
  affects: z.array(z.string()),
  params: findingParams,
  /** Ids of the observations that prove it, and of those that speak against it. */
  evidence: z.array(z.string()),
  against: z.array(z.string()),
  /**
   * What else the same observations could mean; the one cheap test that would separate them is a text keyed by both
   * causes.
   */
  alternatives: z.array(cause),
});
export type Finding = z.infer<typeof finding>;

export const VERDICT_STATUSES = ["healthy", "degraded", "faulty", "inconclusive"] as const;
export const verdictStatus = z.enum(VERDICT_STATUSES);
export type VerdictStatus = z.infer<typeof verdictStatus>;

/**
 * Why a system was not tested: nobody knows its address, the profile does not enable it, the options left it out, no
 * time, no name, no way to it.
 */
export const UNTESTED = ["noAddress", "notEnabled", "leftOut", "noTime", "noName", "noRoute", "unread"] as const;
export type Untested = (typeof UNTESTED)[number];

/** How one system came out. */
export const systemResult = z.strictObject({
  id: z.string(),
  outcome: z.enum(["ok", "slow", "failed", "notTested", "notTestable", "notUsed", "retired", "disabled", "unknown"]),
  /** Why it was not tested; absent where it was, and in verdicts of older versions. */
  why: z.enum(UNTESTED).exactOptional(),
  /** The address came from the office, not from the profile's issuer. */
  provided: z.literal(true).exactOptional(),
  /** The finding that explains a failure. */
  cause: cause.nullable(),
  totalMs: z.number().nullable(),
  /** The address tried, for people: host:port. */
  target: z.string().nullable(),
  certificateNotAfter: z.string().nullable(),
});
export type SystemResult = z.infer<typeof systemResult>;

/** Links of the chain laptop — … — systems, for the picture in the terminal. */
export const chainLink = z.strictObject({
  part: z.enum(["laptop", "cable", "lan", "gateway", "isp", "internet", "datacentre", "server"]),
  state: z.enum(["ok", "broken", "degraded", "unknown"]),
});

export const lineQuality = z.strictObject({
  grade: z.enum(["vc_good", "vc_fair", "vc_audio", "vc_bad", "unknown"]),
  webGrade: z.enum(["web_good", "web_fair", "web_poor", "unknown"]),
  /** The single worst figure that decided the grade. */
  decidedBy: z.string().nullable(),
  medianMs: z.number().nullable(),
  jitterMs: z.number().nullable(),
  lossPercent: z.number().nullable(),
  /** Some of it was left ungraded, because the computer itself was busy while it measured. */
  busy: z.literal(true).exactOptional(),
});

export const verdictSchema = z.strictObject({
  rules: z.string(),
  status: verdictStatus,
  /** Root cause first. */
  findings: z.array(finding),
  systems: z.array(systemResult),
  /**
   * Ids of the systems without which nothing is healthy, as far as they were not seen to work; absent in verdicts of
   * older versions.
   */
  missing: z.array(z.string()).exactOptional(),
  chain: z.array(chainLink),
  quality: lineQuality,
});
export type Verdict = z.infer<typeof verdictSchema>;
