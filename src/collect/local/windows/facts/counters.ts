import type { PacketCounters } from "../../facts.ts";
import type { WindowsSnapshot } from "../snapshot.ts";

/** Packets by interface, all kinds together; a sum is enough to see whether anything moved. */
export function countersOf(snapshot: WindowsSnapshot): ReadonlyMap<string, PacketCounters> {
  return new Map(
    (snapshot.statistics ?? []).map((entry) => [
      entry.Name,
      {
        rxPackets:
          (entry.ReceivedUnicastPackets ?? 0) +
          (entry.ReceivedMulticastPackets ?? 0) +
          (entry.ReceivedBroadcastPackets ?? 0),
        txPackets:
          (entry.SentUnicastPackets ?? 0) + (entry.SentMulticastPackets ?? 0) + (entry.SentBroadcastPackets ?? 0),
        rxErrors: entry.ReceivedPacketErrors ?? 0,
        txErrors: entry.OutboundPacketErrors ?? 0,
      },
    ]),
  );
}
