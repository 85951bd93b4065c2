import type { FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";

/**
 * What a hiccup of a line looks like; everything else (a refusal, a bad certificate, a wrong page) stays what it is.
 */
const HICCUPS: ReadonlySet<FailureCode> = new Set([
  "TIMEOUT",
  "RESET",
  "CLOSED",
  "HOST_UNREACHABLE",
  "NET_UNREACHABLE",
  "OTHER",
]);

/**
 * Is this failure worth a second look before it becomes part of a verdict? A connection or a datagram that stayed
 * silent has had its confirming try already; an error status of a busy server gets one.
 */
export function isTransient(seen: ObservationOf<"endpoint">): boolean {
  const status = seen.evidence.http?.status;
  if (status !== undefined && status >= 500) return true;
  // What was to be learned by asking anew was: another first message passes.
  if (seen.evidence.shortHello === true) return false;
  if (seen.outcome !== "failed" || seen.failure === undefined) return false;
  // Datagrams are sent twice by their own probe.
  const triedTwice =
    seen.failure.phase === "reply" || (seen.failure.phase === "connect" && seen.evidence.connectTries > 1);
  return seen.failure.phase !== "resolve" && HICCUPS.has(seen.failure.code) && !triedTwice;
}
