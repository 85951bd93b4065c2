import pLimit from "p-limit";
import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { pause } from "../net/settle.ts";
import { aliveNeighbours, proxyArpOf, type Liveness } from "./alive.ts";
import { askGroups, type Spoken } from "./group-questions.ts";
import { kindOf } from "./kind.ts";
import { probePorts, type PortsSeen } from "./ports.ts";
import { provokeNeighbours } from "./provoke.ts";
import type { SweepPlan } from "./subnet.ts";
import { loadVendors } from "./vendor.ts";

type Entries = ObservationOf<"neighbours">["evidence"]["entries"];

export interface SweepOptions {
  /** Limit of the whole sweep, milliseconds. */
  readonly timeoutMs: number;
  /** Devices that are known to have been here. */
  readonly known: readonly string[];
  /** Ask every address of the network, however long that takes; else the search ends with the rest of the scan. */
  readonly whole: boolean;
  /** Resolves when the rest of the scan is done. */
  readonly rest: Promise<unknown>;
  /** The neighbour table at this moment. */
  readNeighbours(): Promise<Entries>;
  readonly gateways: ReadonlySet<string>;
}

const NOT_TRIED: PortsSeen = { open: [], answered: false };

interface Found {
  readonly mac: string | null;
  readonly liveness: Liveness;
  readonly spoken: Spoken | null;
  readonly ports: Promise<PortsSeen>;
}

/** New hardware addresses a second: beside the rest of the scan, and where the whole network is wanted. */
const BESIDE = 10;
const WHOLE = 13;
/** Devices take up to a second to answer a question to all (RFC 6762 6, UPnP MX). */
const LISTEN_MS = 1300;
const LOOK_MS = 400;
/**
 * When the table is read, milliseconds after the last datagram. The second ARP request goes out after one second: its
 * answers count too, where there is time.
 */
const READ_AT_MS = [0, 120, 600, 1030];
const READ_IN_HASTE_MS = [60];
const DEVICES_AT_ONCE = 2;

/**
 * Finds the devices of one network: asks everybody at once, then each that is known from before, then new addresses at a
 * pace that no switch takes for an attack; reads the neighbour table meanwhile and tries a few TCP ports of those that are
 * there. One observation for the sweep and one for each device. A device that only an old entry of the table tells of, and
 * that answers nothing, has outcome `unknown`.
 */
export async function sweepSubnet(
  context: CollectContext,
  plan: SweepPlan,
  options: SweepOptions,
): Promise<Observation[]> {
  const startMs = context.elapsed();
  const before = await options.readNeighbours();
  const register = createRegister(context, plan, options, before);
  const asked = await search(context, plan, options, { register, before, startMs });
  const devices = await describe(context, register.found, options.gateways, startMs);
  return [sweepOf(context, plan, { options, register, asked, devices, startMs }), ...devices];
}

interface Register {
  readonly found: ReadonlyMap<string, Found>;
  /** The hardware address that answers for everybody; null: none so far. */
  proxyArp(): string | null;
  /** Devices that spoke up when all were asked. */
  hear(spoken: ReadonlyMap<string, Spoken>): void;
  /** Reads the neighbour table and writes down who is there. */
  look(): Promise<void>;
}

function createRegister(context: CollectContext, plan: SweepPlan, options: SweepOptions, before: Entries): Register {
  const inside = new Set(plan.addresses);
  const slots = pLimit(DEVICES_AT_ONCE);
  const found = new Map<string, Found>();
  let spoken: ReadonlyMap<string, Spoken> = new Map();
  let proxyArp: string | null = null;
  const write = (address: string, mac: string | null, liveness: Liveness): void => {
    const invented = mac !== null && mac === proxyArp && !spoken.has(address) && !options.gateways.has(address);
    if (invented) found.delete(address);
    if (invented || !inside.has(address)) return;
    // The router has been spoken to by its own probe, and must not be flooded.
    const ports = options.gateways.has(address)
      ? Promise.resolve(NOT_TRIED)
      : (found.get(address)?.ports ?? slots(() => probePorts(context, address)));
    found.set(address, { mac, liveness, spoken: spoken.get(address) ?? null, ports });
  };
  return {
    found,
    proxyArp: () => proxyArp,
    hear: (heard) => (spoken = heard),
    async look() {
      const alive = aliveNeighbours(before, await options.readNeighbours(), inside);
      proxyArp ??= proxyArpOf(alive);
      for (const address of new Set([...spoken.keys(), ...alive.keys()])) {
        const { mac, liveness } = alive.get(address) ?? { mac: null, liveness: "fresh" as const };
        write(address, mac, liveness);
      }
    },
  };
}

/** Asks all at once, then one after the other, until the end of the scan. Gives the addresses that were asked each. */
async function search(
  context: CollectContext,
  plan: SweepPlan,
  options: SweepOptions,
  { register, before, startMs }: { readonly register: Register; readonly before: Entries; readonly startMs: number },
): Promise<readonly string[]> {
  let done = false;
  const restDone = options.rest.then(() => (done = true));
  const groups = askGroups(context, plan.own, plan.broadcast, LISTEN_MS).then((heard) => register.hear(heard));
  const remembered = new Set([...options.known, ...before.map((entry) => entry.address)]);
  const first = [...remembered].filter((one) => plan.addresses.includes(one));
  const late = (): boolean => context.elapsed() - startMs > options.timeoutMs;
  const over = (): boolean => late() || (done && !options.whole) || register.proxyArp() !== null;
  const perSecond = options.whole ? WHOLE : BESIDE;
  const rest = plan.addresses.filter((one) => !remembered.has(one));
  const searching = provokeNeighbours(context, [...first, ...rest], { perSecond, over });
  const turn = async (): Promise<boolean> => {
    const ended = await Promise.race([
      searching.then(() => true),
      ...(options.whole ? [] : [restDone.then(() => true)]),
      pause(context, LOOK_MS).then(() => false),
    ]);
    await register.look();
    return ended || context.signal.aborted;
  };
  while (!(await turn()));
  const asked = await searching;
  await Promise.race([groups, pause(context, done ? 0 : LISTEN_MS)]);
  let waited = 0;
  for (const at of done && !options.whole ? READ_IN_HASTE_MS : READ_AT_MS) {
    await pause(context, at - waited);
    waited = at;
    if (context.signal.aborted) break;
    await register.look();
  }
  return asked;
}

interface Swept {
  readonly options: SweepOptions;
  readonly register: Register;
  readonly asked: readonly string[];
  readonly devices: readonly ObservationOf<"lanDevice">[];
  readonly startMs: number;
}

function sweepOf(
  context: CollectContext,
  plan: SweepPlan,
  { options, register, asked, devices, startMs }: Swept,
): ObservationOf<"sweep"> {
  const proxyArp = register.proxyArp();
  return {
    id: `sweep:${plan.cidr}`,
    collector: "sweep",
    target: plan.cidr,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: context.signal.aborted ? "unknown" : "ok",
    evidence: {
      subnet: plan.cidr,
      asked: asked.length,
      alive: devices.filter((device) => device.outcome === "ok").length,
      truncated: plan.truncated || asked.length < plan.addresses.length,
      groups: true,
      known: options.known.filter((one) => asked.includes(one)),
      ...(proxyArp === null ? {} : { proxyArp }),
    },
  };
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
  return seen.map(({ address, mac, liveness, spoken, ports }) => {
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
        name: spoken?.name ?? null,
        seenBy: [
          ...(liveness === "fresh" && mac !== null ? (["neighbour"] as const) : []),
          ...(ports.answered ? (["tcp"] as const) : []),
          ...(spoken?.voices ?? []),
        ],
      },
    };
  });
}
