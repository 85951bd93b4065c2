import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { isAlive } from "../probes/gateway.ts";
import { probeMtu } from "../probes/mtu.ts";
import { pause } from "../net/settle.ts";
import { refusalMs } from "../net/timeout-policy.ts";
import { expectedRtt, icmpQuality, tcpQuality, type QualityOptions } from "../probes/quality.ts";
import { loadStage } from "./load-stage.ts";
import { skippedQuality } from "./skipped.ts";
import type { Work } from "./work.ts";

type Gateway = ObservationOf<"gateway">;
type Control = ObservationOf<"control">;

// New connections are paced (net/pace.ts): more at once would only wait for each other.
const FIRST = { count: 26, intervalMs: 54 };
const MORE = { more: 40, moreIntervalMs: 56 };
const ECHOES = 8;

/**
 * Resolves when a measurement may begin: the endpoints are done, so that their traffic is not taken for a bad line, or
 * those that are left only wait for silence, which disturbs nothing.
 */
export async function quietLine(work: Work, systems: Promise<unknown>): Promise<void> {
  await Promise.race([systems, pause(work.context, work.budget.quiet)]);
  if (isCrowded(work.recorder.all())) await Promise.race([systems, pause(work.context, work.budget.quiet)]);
}

/** From here on a connection waits for our own pages. */
const CROWDED_MS = 400;

/**
 * Do connections take far longer side by side with our own pages than the first one did? Then samples taken while a page
 * still comes would measure that page. Pure.
 */
export function isCrowded(observations: readonly Observation[]): boolean {
  const grown = observations.flatMap((seen) => {
    if (seen.collector !== "control") return [];
    const [first, ...later] = seen.evidence.attempts.flatMap((one) => one.rttMs ?? []);
    return first === undefined || later.length === 0 ? [] : [Math.min(...later) - first];
  });
  return grown.length > 0 && grown.every((one) => one >= CROWDED_MS);
}

/** Round trips, jitter and loss of the way to the best control, then the same under load. */
export async function lineQuality(work: Work, controls: readonly Control[], quiet: Promise<void>): Promise<void> {
  await quiet;
  if (work.context.signal.aborted) return;
  const target = bestControl(controls);
  if (target === null) return noQuality(work, controls);
  const { address, port, region, attempts } = target.evidence;
  const seen = await tcpQuality(work.context, { address, port, scope: region }, series(work, expectedRtt(attempts)));
  work.recorder.add(seen);
  await loadStage(work, target, seen);
}

/** The same to the gateways: what is lost there, no carrier has lost. */
export async function ownNetworkQuality(work: Work, gateways: readonly Gateway[], quiet: Promise<void>): Promise<void> {
  await quiet;
  if (work.context.signal.aborted) return;
  await Promise.all(gateways.map((gateway) => gatewayQuality(work, gateway)));
}

function noQuality(work: Work, controls: readonly Control[]): void {
  const [wanted] = controls;
  if (wanted === undefined) return;
  const { address, region } = wanted.evidence;
  work.recorder.add(
    skippedQuality(work.context, { address, scope: region, loaded: false }, "no control target answers"),
  );
}

/** The control to measure the line by: one that answers, inside the country if possible, the nearest of those. */
function bestControl(controls: readonly Control[]): Control | null {
  const answering = controls.filter((one) => expectedRtt(one.evidence.attempts) !== null);
  const domestic = answering.filter((one) => one.evidence.region === "domestic");
  const choice = (domestic.length > 0 ? domestic : answering).toSorted(
    (a, b) => (expectedRtt(a.evidence.attempts) ?? 0) - (expectedRtt(b.evidence.attempts) ?? 0),
  );
  return choice[0] ?? null;
}

/** The largest packet, by the best control that answers echo requests. */
export async function packetSize(work: Work, controls: readonly Control[]): Promise<void> {
  const answering = [bestControl(controls), bestControl(controls.filter((one) => one !== bestControl(controls)))];
  for (const control of answering) {
    if (control === null || control.evidence.family === 6) continue;
    const waitMs = Math.min(900, 4 * (expectedRtt(control.evidence.attempts) ?? 100) + 200);
    const seen = await probeMtu(work.context, control.evidence.address, { timeoutMs: work.budget.mtu, waitMs });
    work.recorder.add(seen);
    // A target that drops echo requests tells nothing; another one may.
    if (seen.evidence.method !== "none") return;
  }
}

async function gatewayQuality(work: Work, gateway: Gateway): Promise<void> {
  const { address, tcp, icmp } = gateway.evidence;
  // A refusal measures the way as well as a handshake does, but not where the system sits on it for two seconds.
  const prompt = refusalMs(work.context.platform) === 0;
  const open = tcp.find((attempt) => attempt.outcome === "ok") ?? (prompt ? tcp.find(isAlive) : undefined);
  if (open !== undefined) {
    work.recorder.add(
      await tcpQuality(work.context, { address, port: open.port, scope: "gateway" }, series(work, open.rttMs)),
    );
    return;
  }
  if ((icmp?.received ?? 0) === 0) return;
  work.recorder.add(
    await icmpQuality(work.context, { address, scope: "gateway" }, { count: ECHOES, intervalMs: 200, timeoutMs: 2500 }),
  );
}

function series(work: Work, expectedRttMs: number | null): QualityOptions {
  return {
    ...FIRST,
    ...MORE,
    timeoutMs: work.budget.quality,
    expectedRttMs,
    suspect: losesPackets(work.recorder.all()),
  };
}

/** So many repetitions are more than an accident. */
const HINTS = 3;

/** Did other probes of this scan have to repeat packets? Pure. */
export function losesPackets(observations: readonly Observation[]): boolean {
  const hints = observations.filter((seen) => {
    // An answer that was cut is asked for again over TCP, without any loss.
    if (seen.collector === "dns")
      return seen.evidence.rcode !== null && seen.evidence.attempts > 1 && seen.evidence.transport === "udp";
    if (seen.collector === "stun") return seen.evidence.received > 0 && seen.evidence.received < seen.evidence.sent;
    return seen.collector === "endpoint" && seen.outcome === "ok" && seen.evidence.connectTries > 1;
  });
  return hints.length >= HINTS;
}
