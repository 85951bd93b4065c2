import type { FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { failureWith } from "../net/failure.ts";
import { inSlot } from "../net/slot.ts";
import { bad, type Result } from "../net/settle.ts";
import type { Answered } from "../net/udp.ts";
import { askTcp, askUdp, type Asked } from "./ask.ts";
import type { DnsAnswer, DnsType, Rcode } from "./message.ts";

type DnsObservation = ObservationOf<"dns">;

export interface DnsQuery {
  /** IPv4 or IPv6 address, with zone where link-local. */
  readonly server: string;
  readonly port: number;
  readonly role: DnsObservation["evidence"]["role"];
  readonly purpose: DnsObservation["evidence"]["purpose"];
  readonly name: string;
  readonly type: DnsType;
  /** Wait for each datagram, milliseconds. */
  readonly tryTimeoutMs: number;
  readonly tries: number;
  /** By a connection alone: nobody on the way answers those so easily in the server's name. */
  readonly overTcp?: boolean;
  /** Asked over TCP beside the same question by datagram, to be held against it. */
  readonly confirms?: boolean;
  /** Yes/no work whose time does not count: takes none of the timed slots. */
  readonly untimed?: boolean;
}

interface Outcome {
  readonly result: Result<Answered<DnsAnswer>>;
  readonly attempts: number;
  readonly transport: "udp" | "tcp";
  /** Cut short, and not to be had whole. */
  readonly cut: boolean;
}

/** A query that waits longer than this gives its timed slot back and goes on waiting without it. */
const SLOT_MS = 30;

const CODE_OF: Readonly<Record<Exclude<Rcode, "NOERROR">, FailureCode>> = {
  NXDOMAIN: "NXDOMAIN",
  SERVFAIL: "SERVFAIL",
  REFUSED: "DNS_REFUSED",
  NOTIMP: "DNS_REFUSED",
  FORMERR: "DNS_FORMAT",
  OTHER: "DNS_FORMAT",
};

/** How a server is named in ids and evidence: the address, and the port where it is not 53. */
export function serverLabel(address: string, port: number): string {
  return port === 53 ? address : `${address}#${String(port)}`;
}

/**
 * Asks one server one question: UDP, again after silence, over TCP when the answer was cut. Never rejects. Outcome `ok`
 * means NOERROR with at least one record of the wanted type, and had whole; NXDOMAIN, NODATA, SERVFAIL, DNS_REFUSED, DNS_FORMAT are
 * answers (rcode is set), TIMEOUT is silence, PORT_UNREACHABLE a closed port. `rttMs` is that of the answered try
 * alone.
 */
export async function dnsQuery(context: CollectContext, query: DnsQuery): Promise<DnsObservation> {
  const run = (): Promise<{ startMs: number; durationMs: number; outcome: Outcome }> => measure(context, query);
  const { startMs, durationMs, outcome } = query.untimed === true ? await run() : await inSlot(context, SLOT_MS, run);
  return observe(query, outcome, startMs, durationMs);
}

function isOverTcp({ overTcp, confirms }: DnsQuery): boolean {
  return overTcp === true || confirms === true;
}

async function measure(
  context: CollectContext,
  query: DnsQuery,
): Promise<{ startMs: number; durationMs: number; outcome: Outcome }> {
  const startMs = context.elapsed();
  const outcome = await ask(context, query);
  return { startMs, durationMs: context.elapsed() - startMs, outcome };
}

async function ask(context: CollectContext, query: DnsQuery): Promise<Outcome> {
  const asked: Asked = { ...query, timeoutMs: query.tryTimeoutMs };
  if (isOverTcp(query)) return { result: await askTcp(context, asked), attempts: 1, transport: "tcp", cut: false };
  let result: Result<Answered<DnsAnswer>> = bad("TIMEOUT");
  let attempts = 0;
  while (attempts < query.tries && !result.ok && result.code === "TIMEOUT") {
    attempts += 1;
    result = await askUdp(context, asked);
  }
  if (!result.ok || !result.value.value.truncated) return { result, attempts, transport: "udp", cut: false };
  const whole = await askTcp(context, asked);
  // A server that cuts its answer and has no TCP did answer: how it answered is told, though it is of no use.
  return whole.ok
    ? { result: whole, attempts: attempts + 1, transport: "tcp", cut: false }
    : { result, attempts: attempts + 1, transport: "udp", cut: true };
}

function failureCode({ result, cut }: Outcome): FailureCode | null {
  if (!result.ok) return result.code;
  const { rcode, answers } = result.value.value;
  if (rcode !== "NOERROR") return CODE_OF[rcode];
  // A part of an answer proves nothing: no program takes it.
  if (cut) return "DNS_FORMAT";
  return answers.length === 0 ? "NODATA" : null;
}

function observe(query: DnsQuery, outcome: Outcome, startMs: number, durationMs: number): DnsObservation {
  const { result } = outcome;
  const answer = result.ok ? result.value.value : null;
  const code = failureCode(outcome);
  const label = serverLabel(query.server, query.port);
  return {
    id: `dns:${label}:${query.name}:${query.type}${isOverTcp(query) ? ":tcp" : ""}`,
    collector: "dns",
    target: label,
    startMs,
    durationMs,
    outcome: code === null ? "ok" : "failed",
    ...(code === null ? {} : { failure: failureWith("resolve", code, result.ok ? undefined : result.detail) }),
    evidence: {
      server: label,
      role: query.role,
      purpose: query.purpose,
      name: query.name,
      type: query.type,
      rcode: answer?.rcode ?? null,
      answers: [...(answer?.answers ?? [])],
      cnames: [...(answer?.cnames ?? [])],
      ttlSeconds: answer?.ttlSeconds ?? null,
      authenticated: answer?.authenticated ?? "unknown",
      rttMs: result.ok ? result.value.rttMs : null,
      attempts: outcome.attempts,
      transport: outcome.transport,
      ...(outcome.transport === "udp" && result.ok ? { truncated: outcome.cut } : {}),
      ...(query.confirms === true ? { confirms: true as const } : {}),
    },
  };
}
