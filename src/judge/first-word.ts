import type { Evidence } from "../evidence/schema.ts";
import type { Cause } from "../text/causes/index.ts";
import { judge } from "./judge.ts";
import { gateway } from "./rules/gateway/index.ts";
import { line } from "./rules/line/index.ts";
import type { Finding, Verdict } from "./verdict.ts";

/** What of a scan is still under way. */
export interface Running {
  /** The laptop, the router, names, controls, systems, calls: what most causes are seen by. */
  readonly probing: boolean;
  /** The walk along the way, which tells the router from the line and the line from the carrier. */
  readonly walking: boolean;
  /** Loss, jitter, speed, packet size. */
  readonly measuring: boolean;
}

/** Told apart by the walk along the way. */
const BY_WALK: ReadonlySet<Cause> = new Set([...gateway, ...line].map((rule) => rule.cause));
/** A silence of many is an interruption, a loss or a limit of size: the series of samples tell. */
const BY_MEASURE: ReadonlySet<Cause> = new Set([
  "LINE_INTERRUPTED",
  "LINK_INTERRUPTED",
  // A lossy cable, a narrow line or a limit on connections shows like these at first.
  "HIGH_LATENCY",
  "DNS_LOSSY",
  "MAIL_PORT_BLOCKED",
]);

/**
 * The verdict as it can be said while a scan goes on: null as long as anything that still runs could name a cause nearer
 * to the laptop. Later only an event changes it (a cable pulled out meanwhile), or a measurement adds to an all-clear.
 * @param evidence what was observed so far
 */
export function firstWord(evidence: Evidence, running: Running): Verdict | null {
  if (running.probing) return null;
  const verdict = judge(evidence);
  const root = rootOf(verdict)?.cause;
  if (root === undefined) return verdict.status === "healthy" ? verdict : null;
  if (running.walking && BY_WALK.has(root)) return null;
  return running.measuring && BY_MEASURE.has(root) ? null : verdict;
}

/** The finding that a verdict stands on: the first that is more than a remark. */
export function rootOf({ findings }: Verdict): Finding | undefined {
  return findings.find((one) => one.severity !== "info");
}
