import pLimit from "p-limit";
import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { pause } from "../net/settle.ts";
import { aliveNeighbours, type Liveness } from "./alive.ts";
import { kindOf } from "./kind.ts";
import { probePorts, type PortsSeen } from "./ports.ts";
import { provokeNeighbours } from "./provoke.ts";
import type { SweepPlan } from "./subnet.ts";
import { loadVendors } from "./vendor.ts";

type Entries = ObservationOf<"neighbours">["evidence"]["entries"];

export interface SweepOptions {
  /** Limit of the whole sweep, milliseconds. */
  readonly timeoutMs: number;
  /** The neighbour table at this moment. */
  readNeighbours(): Promise<Entries>;
  readonly gateways: ReadonlySet<string>;
}

interface Found {
  readonly mac: string;
  readonly liveness: Liveness;
  readonly ports: Promise<PortsSeen>;
}

/**
 * When the table is read, milliseconds after the last datagram. The second ARP request goes out after one second: its
 * answers count too.
 */
const READ_AT_MS = [0, 40, 120, 300, 600, 1030];
const DEVICES_AT_ONCE = 6;

/**
 * Finds the devices of one network: provokes ARP, reads the neighbour table, then tries a few TCP ports of those that
 * are there. One observation for the sweep and one for each device. A device that only an old entry of the table tells
 * of, and that answers nothing, has outcome `unknown`.
 */
export async function sweepSubnet(
  context: CollectContext,
  plan: SweepPlan,
  options: SweepOptions,
): Promise<Observation[]> {
  const startMs = context.elapsed();
  const asked = new Set(plan.addresses);
  const before = await options.readNeighbours();
  const slots = pLimit(DEVICES_AT_ONCE);
  const found = new Map<string, Found>();
  const look = async (): Promise<void> => {
    for (const [address, { mac, liveness }] of aliveNeighbours(before, await options.readNeighbours(), asked)) {
      const ports = found.get(address)?.ports ?? slots(() => probePorts(context, address));
      found.set(address, { mac, liveness, ports });
    }
  };
  const sent = provokeNeighbours(context, plan.addresses, options.timeoutMs);
  while (!context.signal.aborted && (await Promise.race([sent, pause(context, 100)])) === undefined) await look();
  let waited = 0;
  for (const at of READ_AT_MS) {
    await pause(context, at - waited);
    waited = at;
    if (context.signal.aborted) break;
    await look();
  }
  const devices = await describe(context, found, options.gateways, startMs);
  return [sweepObservation(context, plan, await sent, devices, startMs), ...devices];
}

async function describe(
  context: CollectContext,
  found: ReadonlyMap<string, Found>,
  gateways: ReadonlySet<string>,
  startMs: number,
): Promise<ObservationOf<"lanDevice">[]> {
  if (found.size === 0) return [];
  const seen = await Promise.all(
    [...found].map(async ([address, one]) => ({ address, ...one, ports: await one.ports })),
  );
  const vendorOf = await loadVendors();
  return seen.map(({ address, mac, liveness, ports }) => {
    const vendor = vendorOf(mac);
    const certain = liveness === "fresh" || ports.answered;
    return {
      id: `lan:${address}`,
      collector: "lanDevice",
      target: address,
      startMs,
      durationMs: context.elapsed() - startMs,
      outcome: certain ? "ok" : "unknown",
      evidence: {
        address,
        mac,
        vendor,
        kind: kindOf({ openPorts: ports.open, vendor, isGateway: gateways.has(address) }),
        openPorts: [...ports.open],
        name: null,
        seenBy: [
          ...(liveness === "fresh" ? (["neighbour"] as const) : []),
          ...(ports.answered ? (["tcp"] as const) : []),
        ],
      },
    };
  });
}

function sweepObservation(
  context: CollectContext,
  plan: SweepPlan,
  asked: number,
  devices: readonly ObservationOf<"lanDevice">[],
  startMs: number,
): ObservationOf<"sweep"> {
  return {
    id: `sweep:${plan.cidr}`,
    collector: "sweep",
    target: plan.cidr,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: context.signal.aborted ? "unknown" : "ok",
    evidence: {
      subnet: plan.cidr,
      asked,
      alive: devices.filter((device) => device.outcome === "ok").length,
      truncated: plan.truncated || asked < plan.addresses.length,
    },
  };
}
