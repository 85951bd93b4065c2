import { isIP } from "node:net";
import { familyOf, macOf, withoutZone } from "../../address.ts";
import type { NeighbourFact, NeighbourState } from "../../facts.ts";
import type { WindowsSnapshot } from "../snapshot.ts";
import { inForce, nameOf } from "./common.ts";

// MSFT_NetNeighbor.State from 0 (unreachable) to 6 (permanent).
const NEIGHBOUR_STATES: readonly NeighbourState[] = [
  "failed",
  "incomplete",
  "probe",
  "delay",
  "stale",
  "reachable",
  "permanent",
];

/** The neighbour table of both families, or null where Windows told none. */
export function neighboursOf(snapshot: WindowsSnapshot): NeighbourFact[] | null {
  if (snapshot.neighbours === null) return null;
  return snapshot.neighbours.flatMap((entry) => {
    const address = withoutZone(entry.IPAddress);
    const mac = macOf(entry.LinkLayerAddress);
    if (isIP(address) === 0 || isGroup(address, mac) || !inForce(entry.Store)) return [];
    const state = NEIGHBOUR_STATES[entry.State ?? -1] ?? "unknown";
    return [
      {
        address,
        family: familyOf(address),
        mac,
        interface: nameOf(snapshot, entry.InterfaceIndex),
        state,
        router: "unknown" as const,
      },
    ];
  });
}

/** Multicast and broadcast entries are no neighbours. */
export function isGroup(address: string, mac: string | null): boolean {
  return (
    /^(?:22[4-9]|23\d|255)\./u.test(address) ||
    /^ff/iu.test(address) ||
    /^(?:ff:ff:ff:ff:ff:ff|01:00:5e|33:33)/u.test(mac ?? "")
  );
}
