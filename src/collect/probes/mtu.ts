import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { pingSeries } from "../ping/index.ts";

type Mtu = ObservationOf<"mtu">;

/** IPv4 header and ICMP header, bytes. */
const HEADERS = 28;
/** Ethernet, PPPoE (RFC 2516), the tunnels and radio links below it, and the least that IPv6 allows. */
const SIZES = [1500, 1492, 1460, 1400, 1280] as const;
/** Small enough for every line: proves that the target answers at all. */
const SMALL = 576;

export interface MtuOptions {
  /** Limit of the whole measurement, milliseconds. */
  readonly timeoutMs: number;
  /** How long one size is waited for; at least some four round trips of the line. */
  readonly waitMs: number;
}

type Answer = "passed" | "lost" | "told" | "unavailable";

/**
 * The largest packet that reaches `target` unfragmented, by echo requests with don't-fragment. All sizes are sent side
 * by side: a line that swallows big packets would otherwise cost one wait for each. A size that stayed silent is asked
 * a second time before it counts as lost. `target` must be known to answer echo requests; one that does not gives
 * method `none`, never a finding.
 */
export async function probeMtu(context: CollectContext, target: string, options: MtuOptions): Promise<Mtu> {
  const startMs = context.elapsed();
  const waitMs = Math.min(options.waitMs, options.timeoutMs / 2);
  const [small, ...big] = await Promise.all([SMALL, ...SIZES].map((bytes) => ask(context, target, bytes, waitMs)));
  if (small !== "passed")
    return observe(context, target, startMs, { method: "none", passed: [], failed: [], told: false });
  const answers = await Promise.all(
    SIZES.map(async (bytes, index) => ({
      bytes,
      answer: big[index] === "lost" ? await ask(context, target, bytes, waitMs) : big[index],
    })),
  );
  return observe(context, target, startMs, {
    method: "ping",
    passed: [SMALL, ...answers.filter((one) => one.answer === "passed").map((one) => one.bytes)],
    failed: answers.filter((one) => one.answer === "lost" || one.answer === "told").map((one) => one.bytes),
    told: answers.some((one) => one.answer === "told"),
  });
}

async function ask(context: CollectContext, target: string, bytes: number, waitMs: number): Promise<Answer> {
  const answer = await pingSeries(context, target, {
    count: 1,
    intervalMs: 1000,
    timeoutMs: waitMs,
    deadlineMs: waitMs + 200,
    payloadBytes: bytes - HEADERS,
    dontFragment: true,
  });
  if (!answer.available) return "unavailable";
  if (answer.received > 0) return "passed";
  return answer.errors.some((error) => error.kind === "MESSAGE_TOO_BIG") ? "told" : "lost";
}

interface Found {
  readonly method: "ping" | "none";
  readonly passed: readonly number[];
  readonly failed: readonly number[];
  readonly told: boolean;
}

function observe(context: CollectContext, target: string, startMs: number, found: Found): Mtu {
  const largestPassed = found.passed.length === 0 ? null : Math.max(...found.passed);
  // A size below one that passed was lost by chance, not for its size.
  const tooBig = found.failed.filter((bytes) => bytes > (largestPassed ?? 0));
  return {
    id: `mtu:${target}`,
    collector: "mtu",
    target,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: found.method === "none" ? "unknown" : "ok",
    ...(found.method === "none" ? { failure: { phase: "read", code: "NOT_AVAILABLE" } as const } : {}),
    evidence: {
      target,
      largestPassed,
      smallestLost: tooBig.length === 0 ? null : Math.min(...tooBig),
      icmpHeard: found.method === "none" ? "unknown" : found.told,
      method: found.method,
    },
  };
}
