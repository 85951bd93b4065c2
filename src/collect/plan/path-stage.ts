import type { FailureCode } from "../../evidence/common.ts";
import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { probePath } from "../probes/path.ts";
import { pause } from "../net/settle.ts";
import { isUnresolved } from "./unresolved.ts";
import type { Work } from "./work.ts";

interface Seen {
  readonly gateways: readonly ObservationOf<"gateway">[];
  readonly controls: readonly ObservationOf<"control">[];
  readonly systems: readonly ObservationOf<"endpoint">[];
}

/** How long a hop is waited for: twice what a far one takes, on the ground and over a satellite. */
const HOP_MS = 450;
const SATELLITE_HOP_MS = 1400;
const MOST_HOPS = 8;
/** Enough for the hops of the office and of the carrier's first router. */
const LEAST_WALK_MS = 900;
/**
 * A router that has just sent its handful of ICMP errors sends the next one only after a rest: Linux takes one token a
 * second for each, and for "net unreachable" two of them, the first also when the second is missing, so that asking too
 * soon keeps it silent for ever.
 */
const REST_MS = 2200;
const REJECTIONS: ReadonlySet<FailureCode> = new Set(["HOST_UNREACHABLE", "NET_UNREACHABLE", "PORT_UNREACHABLE"]);
const LOST: ReadonlySet<FailureCode> = new Set(["TIMEOUT", "HOST_UNREACHABLE", "NET_UNREACHABLE"]);

/**
 * Walks the way hop by hop, only when something beyond the gateway stays away: then it tells router, line, carrier and
 * data centre apart. Last of all probes and one at a time, because routers limit the errors that they send to each
 * client.
 */
export async function pathStage(work: Work, seen: Seen): Promise<void> {
  if (work.laptop.online === false || work.context.signal.aborted) return;
  const targets = pathTargets(seen).filter((address) => work.laptop.routable(address) !== false);
  if (targets.length === 0 || (await isGone(work, seen.gateways))) return;
  const early = work.context.elapsed() < work.budget.confirmUntil - REST_MS / 2;
  if (early && (work.recorder.all().some(wasRejected) || (await isWorn(work, targets, seen.gateways))))
    await pause(work.context, REST_MS);
  for (const [index, target] of targets.entries()) {
    // The verdict is due: one way walked has to do.
    if (index > 0 && work.context.elapsed() > work.budget.confirmUntil) break;
    const satellite = work.input.site.satellite === true;
    const leftMs = Math.max(LEAST_WALK_MS, work.budget.pathUntil - work.context.elapsed());
    const limits = {
      timeoutMs: Math.min(leftMs, work.budget.path * (satellite ? 2 : 1)),
      hopMs: satellite ? SATELLITE_HOP_MS : HOP_MS,
      mostHops: MOST_HOPS,
    };
    work.recorder.add(await probePath(work.context, target, limits));
  }
}

/**
 * Has a gateway that lives nothing to say about the first hop? Then it has said too much already, perhaps to the scan
 * before this one.
 */
async function isWorn(work: Work, [target]: readonly string[], gateways: Seen["gateways"]): Promise<boolean> {
  if (target === undefined || !gateways.some((one) => one.outcome === "ok")) return false;
  const first = await probePath(work.context, target, { timeoutMs: 2 * HOP_MS, hopMs: HOP_MS, mostHops: 1 });
  return first.evidence.hops.some((hop) => hop.kind === "silent");
}

/**
 * Whom to walk to, at most two: a domestic control that is lost; else a lost system, the province's before others; else
 * a lost foreign control. Nothing is lost, or nothing but the whole way over IPv6: nobody. Pure.
 */
export function pathTargets({ controls, systems }: Omit<Seen, "gateways">): string[] {
  const lostControls = controls.filter(
    (one) => one.evidence.family === 4 && one.failure !== undefined && LOST.has(one.failure.code),
  );
  const domestic = lostControls.find((one) => one.evidence.region === "domestic");
  if (domestic !== undefined) return [domestic.evidence.address];
  const lostSystem = systems.find(
    (one) =>
      one.evidence.family === 4 &&
      one.evidence.address !== null &&
      one.failure?.phase === "connect" &&
      LOST.has(one.failure.code),
  );
  const [foreign] = lostControls;
  const addresses = [lostSystem?.evidence.address, foreign?.evidence.address].filter(
    (address) => address !== undefined && address !== null,
  );
  return [...new Set(addresses)].slice(0, 2);
}

/**
 * Certain only when every gateway was looked at in vain and none has a hardware address: one that keeps silent may
 * still forward.
 */
async function isGone(work: Work, gateways: Seen["gateways"]): Promise<boolean> {
  return gateways.length > 0 && gateways.every((one) => one.outcome === "failed") && (await isUnresolved(work));
}

/**
 * Does nobody beyond the office answer, and nobody reject either? Then no other probe uses up the router's few ICMP
 * errors, and the way can be walked while names and systems still wait for answers that will not come. Pure.
 */
export function isSilentLine(observations: readonly Observation[]): boolean {
  const controls = observations.filter(
    (one) => one.collector === "control" && one.evidence.family === 4 && one.outcome !== "skipped",
  );
  return (
    controls.length > 1 && controls.every((one) => one.failure?.code === "TIMEOUT") && !observations.some(wasRejected)
  );
}

function wasRejected(seen: Observation): boolean {
  const attempts = seen.collector === "control" ? seen.evidence.attempts : [];
  const codes = [seen.failure?.code, ...attempts.map((one) => one.code)];
  return codes.some((code) => code !== undefined && REJECTIONS.has(code));
}
