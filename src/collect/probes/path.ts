import type { ObservationOf } from "../../evidence/schema.ts";
import type { FailureCode } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { pingSeries } from "../ping/index.ts";
import type { PingResult } from "../ping/options.ts";
import { round } from "./series.ts";

type Path = ObservationOf<"path">;
type Hop = Path["evidence"]["hops"][number];

export interface PathOptions {
  /** Limit of the whole walk, milliseconds. */
  readonly timeoutMs: number;
  /** How long one hop is waited for. */
  readonly hopMs: number;
  readonly mostHops: number;
}

/** After this many silent hops in a row nothing nearer can be learned: what is silent there is silent to the end. */
const SILENT_ENOUGH = 2;

const KINDS: Partial<Record<FailureCode, Hop["kind"]>> = {
  TTL_EXCEEDED: "timeExceeded",
  HOST_UNREACHABLE: "hostUnreachable",
  NET_UNREACHABLE: "netUnreachable",
  PORT_UNREACHABLE: "reached",
  ACCESS_DENIED: "adminProhibited",
};

/**
 * The way to a target, one hop at a time, by echo requests with a short life (TTL 1, 2, 3 …). Routers limit the ICMP
 * errors that they send: Linux gives each client a handful at once and then one a second. So this runs when no other
 * probe provokes errors, asks one hop after the other, and asks a silent hop a second time before it is called silent.
 * Even then silence proves nothing by itself; the judge knows. Without a ping program: method `none`, outcome
 * `unknown`.
 */
export async function probePath(context: CollectContext, target: string, options: PathOptions): Promise<Path> {
  const startMs = context.elapsed();
  const left = (): number => options.timeoutMs - (context.elapsed() - startMs);
  const hops: Hop[] = [];
  let silent = 0;
  let available = true;
  for (
    let ttl = 1;
    ttl <= options.mostHops && silent < SILENT_ENOUGH && left() > options.hopMs && !context.signal.aborted;
    ttl += 1
  ) {
    const seen = await askHop(context, target, ttl, options.hopMs, left);
    if (seen === null) {
      available = false;
      break;
    }
    hops.push(seen);
    silent = seen.kind === "silent" ? silent + 1 : 0;
    if (seen.kind !== "silent" && seen.kind !== "timeExceeded" && seen.kind !== "unknown") break;
  }
  const reached = hops.at(-1)?.kind === "reached";
  return {
    id: `path:${target}`,
    collector: "path",
    target,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: !available || hops.length === 0 ? "unknown" : reached ? "ok" : "failed",
    ...(available ? {} : { failure: { phase: "read", code: "NOT_AVAILABLE" } as const }),
    evidence: { target, hops, method: available ? "ping" : "none" },
  };
}

async function askHop(
  context: CollectContext,
  target: string,
  ttl: number,
  hopMs: number,
  left: () => number,
): Promise<Hop | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const waitMs = Math.min(hopMs, left());
    if (waitMs <= 0 || context.signal.aborted) break;
    const began = context.elapsed();
    // The program's own start and end are allowed for on top of the wait.
    const answer = await pingSeries(context, target, {
      count: 1,
      intervalMs: 1000,
      timeoutMs: waitMs,
      deadlineMs: waitMs + 200,
      ttl,
    });
    if (!answer.available) return null;
    const hop = hopOf(ttl, target, answer, context.elapsed() - began, context.own ?? new Set());
    if (hop.kind !== "silent") return hop;
  }
  return { ttl, address: null, rttMs: null, kind: "silent" };
}

function hopOf(
  ttl: number,
  target: string,
  answer: Extract<PingResult, { available: true }>,
  tookMs: number,
  own: ReadonlySet<string>,
): Hop {
  if (answer.received > 0) return { ttl, address: target, rttMs: answer.rttMs[0] ?? null, kind: "reached" };
  const [error] = answer.errors;
  if (error === undefined) return { ttl, address: null, rttMs: null, kind: "silent" };
  // A refusal by the own system (no sender, or its own address) is no hop of the way.
  const from = error.from !== null && own.has(error.from) ? null : error.from;
  const kind = KINDS[error.kind] ?? "unknown";
  return { ttl, address: from, rttMs: from === null ? null : round(tookMs), kind };
}
