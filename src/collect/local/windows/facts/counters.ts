import type { PacketCounters } from "../../facts.ts";
import type { InterfaceRow } from "../native/tables.ts";

/** Packets by interface, all kinds together; a sum is enough to see whether anything moved. */
export function countersOf(rows: readonly InterfaceRow[]): ReadonlyMap<string, PacketCounters> {
  return new Map(rows.filter((row) => !row.filter).map((row) => [row.name, packetsOf(row)]));
}

export function packetsOf({ rxPackets, txPackets, rxErrors, txErrors }: InterfaceRow): PacketCounters {
  return { rxPackets, txPackets, rxErrors, txErrors };
}
