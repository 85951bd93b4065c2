import type { ObservationOf } from "../../evidence/schema.ts";
import type { Tri } from "../../evidence/common.ts";
import type { CollectContext } from "../context/context.ts";
import { dnsQuery } from "../dns/query.ts";
import { tcpAttempt, type TcpAttempt } from "../net/tcp.ts";
import { refusalMs } from "../net/timeout-policy.ts";
import { pingSeries } from "../ping/index.ts";
import type { PingResult } from "../ping/options.ts";

type Gateway = ObservationOf<"gateway">;
type Entry = ObservationOf<"neighbours">["evidence"]["entries"][number];

/**
 * What a router of an office has open, or refuses: its DNS proxy and its own page. A refusal comes from a living
 * machine.
 */
const PORTS = [53, 80, 443] as const;
const ECHOES = 3;
/** Nobody in the own network takes longer; one that drops echo requests must not hold the scan. */
const ECHO_MS = 400;

export interface GatewayOptions {
  /**
   * Asked of the gateway's DNS proxy; any answer will do, refusals too: the question is only whether somebody is there.
   */
  readonly knownName: string;
  /** Limit of the whole look, milliseconds. */
  readonly timeoutMs: number;
  /** Told of every witness that has seen it alive, at that moment. */
  onSign(): void;
}

/**
 * Looks at one default gateway with several witnesses, because every single one of them can be filtered: TCP to three
 * ports (a second try for each that stayed silent, where the time allows), one DNS question, echo requests where there
 * is a ping program. The neighbour entry, the strongest witness, exists only after these have provoked it; the caller
 * adds it with {@link withNeighbour}. Outcome `ok` when anything at all came back; otherwise `failed`, which the
 * neighbour entry may still overrule.
 */
export async function probeGateway(
  context: CollectContext,
  gateway: { address: string; interface: string },
  options: GatewayOptions,
): Promise<Gateway> {
  const startMs = context.elapsed();
  const tryMs = options.timeoutMs / 2;
  // Where a refusal takes longer than that, one long try it is: the system itself repeats the SYN within it.
  const tries = tryMs < refusalMs(context.platform) ? 1 : 2;
  const [tcp, dns, icmp, asked] = await Promise.all([
    Promise.all(
      PORTS.map(async (port) => {
        const attempt = await knock(context, gateway.address, port, { tries, timeoutMs: options.timeoutMs / tries });
        if (isAlive(attempt)) options.onSign();
        return attempt;
      }),
    ),
    answersDns(context, gateway.address, options.knownName, tryMs).then((answered) =>
      signed(answered, () => options.onSign()),
    ),
    pingSeries(context, gateway.address, {
      count: ECHOES,
      intervalMs: 200,
      timeoutMs: Math.min(ECHO_MS, tryMs),
      deadlineMs: options.timeoutMs,
    }),
    context.askNeighbour?.(gateway.address, gateway.interface, options.timeoutMs),
  ]);
  const echoes = echoesOf(icmp);
  const heard = dns === true || (echoes?.received ?? 0) > 0 || (asked !== undefined && asked !== null);
  if (heard) options.onSign();
  const alive = tcp.some(isAlive) || heard;
  return {
    id: `gateway:${gateway.address}%${gateway.interface}`,
    collector: "gateway",
    target: gateway.address,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: alive ? "ok" : context.signal.aborted ? "unknown" : "failed",
    ...(alive ? {} : { failure: { phase: "connect", code: silentCode(tcp), culprit: "gateway" } as const }),
    evidence: {
      address: gateway.address,
      interface: gateway.interface,
      neighbour: null,
      tcp,
      icmp: echoes,
      dns,
      ...(asked === undefined ? {} : { asked: { mac: asked } }),
    },
  };
}

/** A DNS answer is a sign of life the moment it comes. */
function signed<T>(answered: T | true, onSign: () => void): T | true {
  if (answered === true) onSign();
  return answered;
}

function echoesOf(icmp: PingResult): Gateway["evidence"]["icmp"] {
  if (!icmp.available) return null;
  return { sent: icmp.sent, received: icmp.received, rttMs: [...icmp.rttMs], errors: [...icmp.errors] };
}

/** The gateway's own entry in the neighbour table. */
export function entryOf(
  gateway: { readonly address: string; readonly interface: string },
  entries: readonly Entry[],
): Entry | undefined {
  return entries.find((one) => one.address === gateway.address && one.interface === gateway.interface);
}

/**
 * The same gateway with its neighbour entry, read after the probes. A hardware address that was confirmed since the first
 * probe is a witness of life; one that was so before is none.
 */
export function withNeighbour(gateway: Gateway, entries: readonly Entry[]): Gateway {
  const entry = entryOf(gateway.evidence, entries);
  if (entry === undefined) return gateway;
  const evidence = { ...gateway.evidence, neighbour: { state: entry.state, mac: entry.mac } };
  const before = gateway.evidence.neighbourBefore;
  const fresh = before !== undefined && (before === null || before.state !== "reachable" || before.mac !== entry.mac);
  if (gateway.outcome === "ok" || entry.state !== "reachable" || !fresh) return { ...gateway, evidence };
  const { failure: _overruled, ...rest } = gateway;
  return { ...rest, outcome: "ok", evidence };
}

/**
 * Resolves with true at the first sign of life of one of the gateways, over TCP or from its DNS proxy; with false when
 * `timeoutMs` has passed without one. Makes the system ask for the hardware address anew, too.
 */
export async function firstSign(
  context: CollectContext,
  gateways: readonly string[],
  { knownName, timeoutMs }: Omit<GatewayOptions, "onSign">,
): Promise<boolean> {
  const signs = gateways.flatMap((address) => [
    ...PORTS.map((port) => tcpAttempt(context, address, port, { timeoutMs }).then(isAlive)),
    answersDns(context, address, knownName, timeoutMs / 2).then((answered) => answered === true),
  ]);
  return Promise.any(signs.map(async (sign) => (await sign) || Promise.reject(new Error("silent")))).catch(() => false);
}

/** Did the machine itself speak? */
export function isAlive(attempt: TcpAttempt): boolean {
  return attempt.outcome === "ok" || attempt.code === "REFUSED" || attempt.code === "RESET";
}

async function knock(
  context: CollectContext,
  address: string,
  port: number,
  { tries, timeoutMs }: { readonly tries: 1 | 2; readonly timeoutMs: number },
): Promise<TcpAttempt> {
  const first = await tcpAttempt(context, address, port, { timeoutMs });
  return tries === 1 || isAlive(first) || first.code === "ABORTED"
    ? first
    : tcpAttempt(context, address, port, { timeoutMs });
}

async function answersDns(context: CollectContext, server: string, name: string, tryTimeoutMs: number): Promise<Tri> {
  const seen = await dnsQuery(context, {
    server,
    port: 53,
    role: "configured",
    purpose: "known",
    name,
    type: "A",
    tryTimeoutMs,
    tries: 2,
    untimed: true,
  });
  if (seen.evidence.rcode !== null) return true;
  return context.signal.aborted ? "unknown" : false;
}

function silentCode(tcp: readonly TcpAttempt[]): "HOST_UNREACHABLE" | "TIMEOUT" {
  return tcp.some((one) => one.code === "HOST_UNREACHABLE") ? "HOST_UNREACHABLE" : "TIMEOUT";
}
