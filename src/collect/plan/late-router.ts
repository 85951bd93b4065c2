import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { firstSign } from "../probes/gateway.ts";
import { pause } from "../net/settle.ts";
import { tcpQuality } from "../probes/quality.ts";
import type { Round } from "./round.ts";
import { isUnresolved } from "./unresolved.ts";
import type { Work } from "./work.ts";

type Device = ObservationOf<"lanDevice">;

/** A neighbour of the own network answers at once; one that has not after this was asked in vain the first time. */
const LATE_MS = 700;
const TRY_MS = 950;
/** Between two tries: a laptop without a route fails each at once. */
const REST_MS = 100;
/** Twenty in a row get through a cable that loses one packet in five once in a hundred times. */
const SAMPLES = { count: 20, intervalMs: 40, more: 0, moreIntervalMs: 0, suspect: false, expectedRttMs: null } as const;
const STATIONS = 2;

/**
 * Did the router keep silent at first and speak up then? It may have been starting, the power has just come back; or a
 * bad cable swallowed the requests for its hardware address. The system sends one of them a second, so that at 40 %
 * loss three in a row are lost once in sixteen times, and "the router is dead" would be wrong; and whatever else was
 * asked meanwhile has waited with them, so that its times are wrong, too. Listens until the first sign of life; until
 * other machines have been reached over the same cable without one packet lost and nobody waits for anything else; or
 * until the verdict is due. A router whose hardware address is known is not waited for: it may speak to nobody and
 * forward all the same.
 * @param devices those that the sweep finds
 * @returns true when it came late, at that moment; false at the end of the round where nothing was amiss
 */
export async function cameLate(work: Work, round: Round, devices: Promise<readonly Device[]>): Promise<boolean> {
  const { context, budget, recorder, laptop } = work;
  if (!work.wants("gateway") || laptop.gateways.length === 0) return false;
  const prompt = await Promise.race([
    round.sign.then(() => true),
    round.done.then(() => true),
    pause(context, LATE_MS),
  ]);
  if (prompt === true || !(await isUnresolved(work))) return false;

  const sound = Promise.all([devices.then((found) => cableIsSound(work, found)), round.done]).then(([isSound]) =>
    isSound ? ("sound" as const) : new Promise<never>(() => {}),
  );
  const addresses = laptop.gateways.map((one) => one.address);
  const options = { knownName: work.input.profile.controls.knownName, timeoutMs: TRY_MS };
  while (!context.signal.aborted && context.elapsed() < budget.gatewayUntil) {
    const heard = await Promise.race([sound, round.sign.then(() => true), firstSign(context, addresses, options)]);
    if (heard === "sound") return false;
    if (heard || recorder.all().some(spokeBeyond) || !(await isUnresolved(work))) return !context.signal.aborted;
    await pause(context, REST_MS);
  }
  return false;
}

/** Are other machines of the office reached without a loss? False also where there is nobody who could tell. */
async function cableIsSound(work: Work, devices: readonly Device[]): Promise<boolean> {
  const isGateway = (address: string): boolean => work.laptop.gateways.some((one) => one.address === address);
  const stations = devices
    .filter(({ evidence }) => evidence.seenBy.includes("tcp") && !isGateway(evidence.address))
    .toSorted((a, b) => Number(b.evidence.openPorts.length > 0) - Number(a.evidence.openPorts.length > 0))
    .slice(0, STATIONS);
  const series = await Promise.all(
    stations.map(async ({ evidence: { address, openPorts } }) => {
      // A refusal measures as well as a handshake does.
      const target = { address, port: openPorts[0] ?? 80, scope: "lan" } as const;
      const seen = await tcpQuality(work.context, target, { ...SAMPLES, timeoutMs: work.budget.quality });
      work.recorder.add(seen);
      return seen.evidence;
    }),
  );
  return (
    series.some((one) => one.received >= SAMPLES.count) &&
    series.every((one) => one.received === one.sent || one.received === 0)
  );
}

function spokeBeyond(seen: Observation): boolean {
  return seen.collector === "control" && seen.outcome === "ok";
}
