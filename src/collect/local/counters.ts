import type { InterfaceFact, PacketCounters } from "./facts.ts";

type Counters = InterfaceFact["counters"];

/** Counters of an interface before the probes; null where the system tells none. */
export function countersBefore(now: PacketCounters | undefined): Counters {
  if (now === undefined) return null;
  return {
    rxPacketsBefore: now.rxPackets,
    rxPacketsAfter: null,
    txPacketsBefore: now.txPackets,
    txPacketsAfter: null,
    rxErrors: now.rxErrors,
    txErrors: now.txErrors,
  };
}

/** The same with what was counted after them. */
export function countersAfter(before: NonNullable<Counters>, now: PacketCounters): NonNullable<Counters> {
  return {
    ...before,
    rxPacketsAfter: now.rxPackets,
    txPacketsAfter: now.txPackets,
    rxErrors: now.rxErrors,
    txErrors: now.txErrors,
  };
}
