import { z } from "zod";
import { CULPRITS } from "../base/culprits.ts";

/** A fact that may be unknown: a check that did not run is never a failed check (design, section 3). */
export const tri = z.union([z.boolean(), z.literal("unknown")]);
export type Tri = z.infer<typeof tri>;

export const culprit = z.enum(CULPRITS);

/**
 * How an observation ended. `skipped`: not attempted, with the reason in `failure`; `unknown`: attempted, the system
 * did not tell.
 */
export const outcome = z.enum(["ok", "failed", "skipped", "unknown"]);

/** The step of a probe that failed. */
export const phase = z.enum([
  "read",
  "resolve",
  "proxy",
  "connect",
  "tls",
  "request",
  "firstByte",
  "body",
  "greeting",
  "starttls",
  "reply",
]);
export type Phase = z.infer<typeof phase>;

/** Closed vocabulary of failures; operating-system and library errors are mapped into it by `collect/failure.ts`. */
export const failureCode = z.enum([
  "TIMEOUT",
  "REFUSED",
  "RESET",
  "HOST_UNREACHABLE",
  "NET_UNREACHABLE",
  "NO_ROUTE",
  "PORT_UNREACHABLE",
  "TTL_EXCEEDED",
  "MESSAGE_TOO_BIG",
  "ACCESS_DENIED",
  "ADDRESS_UNAVAILABLE",
  "CLOSED",
  "NXDOMAIN",
  "NODATA",
  "SERVFAIL",
  "DNS_REFUSED",
  "DNS_FORMAT",
  "TLS_ALERT",
  "TLS_PROTOCOL",
  "PROTOCOL",
  "TOO_LARGE",
  "TOO_MANY_REDIRECTS",
  "CLIENT_CERTIFICATE",
  "NOT_AVAILABLE",
  "NOT_CONFIGURED",
  "PREREQUISITE_DEAD",
  "DEADLINE",
  "ABORTED",
  "OTHER",
]);
export type FailureCode = z.infer<typeof failureCode>;

export const failure = z.strictObject({
  phase,
  code: failureCode,
  /** The nearest part that this failure alone could point at; a hint for people, the judge does not rely on it. */
  culprit: culprit.optional(),
  /** Raw text of the error, control sequences removed, at most 300 characters. */
  detail: z.string().max(300).optional(),
});
export type Failure = z.infer<typeof failure>;

export const family = z.union([z.literal(4), z.literal(6)]);
export type Family = z.infer<typeof family>;

/** One step of a probe. Times are milliseconds; `startMs` counts from the start of the scan. */
export const step = z.strictObject({
  startMs: z.number(),
  durationMs: z.number(),
  outcome,
  code: failureCode.optional(),
});
export type Step = z.infer<typeof step>;
