import { macOf } from "../../address.ts";
import type { NeighbourFact, NeighbourState } from "../../facts.ts";
import type { NeighbourRow } from "../native/tables.ts";
import { familyOf } from "../../../../base/family.ts";

// NL_NEIGHBOR_STATE from 0 (unreachable) to 6 (permanent).
const NEIGHBOUR_STATES: readonly NeighbourState[] = [
  "failed",
  "incomplete",
  "probe",
  "delay",
  "stale",
  "reachable",
  "permanent",
];

/** Neighbours without groups. @param nameOf name of the adapter with an index */
export function neighboursOf(rows: readonly NeighbourRow[], nameOf: (index: number) => string): NeighbourFact[] {
  return rows.flatMap((row) => {
    const mac = macOf(row.mac);
    if (isGroup(row.address, mac)) return [];
    const state = stateOf(row.state, mac);
    const router = row.router ? true : ("unknown" as const);
    return [{ address: row.address, family: familyOf(row.address), mac, interface: nameOf(row.index), state, router }];
  });
}

// Nobody was ever reached where there is no hardware address, whatever the number says.
function stateOf(number: number, mac: string | null): NeighbourState {
  const state = NEIGHBOUR_STATES[number] ?? "unknown";
  return mac === null && state !== "failed" && state !== "permanent" && state !== "unknown" ? "incomplete" : state;
}

/** Multicast and broadcast entries are no neighbours. */
export function isGroup(address: string, mac: string | null): boolean {
  return (
    /^(?:22[4-9]|23\d|255)\./u.test(address) ||
    /^ff/iu.test(address) ||
    /^(?:ff:ff:ff:ff:ff:ff|01:00:5e|33:33)/u.test(mac ?? "")
  );
}
