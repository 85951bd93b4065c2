import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import type { FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { failureWith } from "../net/failure.ts";
import { stunSeries, type StunSeries } from "../net/stun-series.ts";
import { jitter } from "../../base/statistics.ts";

type StunObservation = ObservationOf<"stun">;
type MappedClass = StunObservation["evidence"]["mappedClass"];

export interface StunInput {
  /** The system that it belongs to; null for a control. */
  readonly system: string | null;
  readonly host: string;
  readonly port: number;
  /** Where the host leads; null where no server told. */
  readonly address: string | null;
}

export interface StunLimits {
  readonly samples: number;
  /** Between two requests, milliseconds. */
  readonly intervalMs: number;
  /** Wait for answers after the last request, milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Binding requests to a STUN server (RFC 8489) over one UDP socket: round trips, jitter, loss, and the own address as
 * seen from outside. Outcome `ok` when at least one answer came. Never rejects.
 */
export async function probeStun(
  context: CollectContext,
  input: StunInput,
  limits: StunLimits,
): Promise<StunObservation> {
  const startMs = context.elapsed();
  const { system, host, port, address } = input;
  const usable = address !== null && isIP(address) !== 0;
  const series = usable ? await stunSeries(context, { address, port, ...limits }) : null;
  const received = series?.rttMs.length ?? 0;
  const code: FailureCode = series === null ? "PREREQUISITE_DEAD" : (series.code ?? "TIMEOUT");
  return {
    id: `stun:${host}:${String(port)}`,
    collector: "stun",
    target: `${host}:${String(port)}`,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: series === null ? "skipped" : received > 0 ? "ok" : "failed",
    ...(received > 0 ? {} : { failure: failureWith(series === null ? "resolve" : "reply", code) }),
    evidence: {
      system,
      host,
      port,
      address,
      ...figuresOf(series),
    },
  };
}

function figuresOf(
  series: StunSeries | null,
): Pick<StunObservation["evidence"], "sent" | "received" | "rttMs" | "jitterMs" | "mapped" | "mappedClass"> {
  if (series === null) return { sent: 0, received: 0, rttMs: [], jitterMs: null, mapped: null, mappedClass: "unknown" };
  const { sent, rttMs, mapped } = series;
  return {
    sent,
    received: rttMs.length,
    rttMs: [...rttMs],
    jitterMs: jitter(rttMs),
    mapped,
    mappedClass: mappedClass(mapped),
  };
}

/** RFC 6598: an address of 100.64.0.0/10 is the carrier's own; RFC 1918, loopback and the like are private. */
function mappedClass(mapped: string | null): MappedClass {
  if (mapped === null) return "unknown";
  switch (ipaddr.process(mapped).range()) {
    case "unicast":
      return "public";
    case "carrierGradeNat":
      return "cgnat";
    case "private":
    case "uniqueLocal":
    case "loopback":
    case "linkLocal":
      return "private";
    default:
      return "unknown";
  }
}
