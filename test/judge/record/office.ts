import type { FailureCode } from "../../../src/evidence/common.ts";
import type { Observation, ObservationOf } from "../../../src/evidence/schema.ts";
import { online, base, failed } from "./base.ts";
import type { World, GatewayWorld } from "../world.ts";

export function office(world: World): Observation[] {
  if (!online(world)) return [];
  const entries: ObservationOf<"neighbours">["evidence"]["entries"] = [
    ...world.gateways.map((one) => ({
      address: one.address,
      family: 4 as const,
      mac: one.mac,
      interface: one.interface,
      state: one.state,
      router: "unknown" as const,
    })),
    ...world.devices.map((one) => ({
      address: one.address,
      family: 4 as const,
      mac: one.mac,
      interface: "eth0",
      state: "reachable" as const,
      router: "unknown" as const,
    })),
    ...world.neighbours,
  ];
  return [
    { ...base("neighbours"), collector: "neighbours", evidence: { entries } },
    ...world.gateways.map((one) => gateway(one)),
    ...world.devices.map((one): Observation => ({
      ...base(`lan:${one.address}`),
      collector: "lanDevice",
      evidence: { ...one, vendor: null, openPorts: [], name: null, seenBy: ["neighbour"] },
    })),
    {
      ...base("sweep:192.168.1.0/24"),
      collector: "sweep",
      evidence: { subnet: "192.168.1.0/24", asked: 253, alive: world.devices.length, truncated: false },
    },
  ];
}

function gateway(one: GatewayWorld): Observation {
  const alive = one.icmp || one.dns || one.tcp53 === "open" || one.tcp53 === "REFUSED" || one.state === "reachable";
  const tcp = (port: number, state: "open" | FailureCode) =>
    state === "open"
      ? { port, outcome: "ok" as const, rttMs: 1 }
      : { port, outcome: "failed" as const, code: state, rttMs: null };
  return {
    ...base(`gateway:${one.address}%${one.interface}`, alive ? {} : failed("connect", "TIMEOUT")),
    collector: "gateway",
    evidence: {
      address: one.address,
      interface: one.interface,
      neighbour: { state: one.state, mac: one.mac },
      tcp: [tcp(53, one.tcp53), tcp(80, one.tcp53 === "open" ? "open" : one.tcp53)],
      icmp: { sent: 3, received: one.icmp ? 3 : 0, rttMs: one.icmp ? [1, 1, 1] : [], errors: [] },
      dns: one.dns,
    },
  };
}
