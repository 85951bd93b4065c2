import type { ObservationOf } from "../../evidence/schema.ts";

type Entry = ObservationOf<"neighbours">["evidence"]["entries"][number];

const NO_MAC = /^(?:00[:-]){5}00$/iu;
const BROADCAST = /^(?:ff[:-]){5}ff$/iu;

/** `fresh`: has just answered. `old`: the table remembers it, which does not prove that it is still there. */
export type Liveness = "fresh" | "old";

/**
 * Who of the asked addresses is there, by the neighbour table. An entry counts as fresh when the system calls it
 * reachable, or when it was not in the table before the sweep; an older one may belong to a printer that was switched
 * off a minute ago. Pure.
 */
export function aliveNeighbours(
  before: readonly Entry[],
  now: readonly Entry[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, { readonly mac: string; readonly liveness: Liveness }> {
  const remembered = new Set(before.filter(hasMac).map((entry) => entry.address));
  const alive = new Map<string, { mac: string; liveness: Liveness }>();
  for (const entry of now) {
    if (
      !asked.has(entry.address) ||
      !hasMac(entry) ||
      entry.mac === null ||
      entry.state === "failed" ||
      entry.state === "incomplete"
    )
      continue;
    const fresh = entry.state === "reachable" || !remembered.has(entry.address);
    alive.set(entry.address, { mac: entry.mac.toLowerCase().replaceAll("-", ":"), liveness: fresh ? "fresh" : "old" });
  }
  return alive;
}

/** So many addresses do not belong to one machine. */
const TOO_MANY = 6;

/** The hardware address that answers for everybody, as a router with proxy ARP does; null where there is none. Pure. */
export function proxyArpOf(alive: ReadonlyMap<string, { readonly mac: string }>): string | null {
  const counts = new Map<string, number>();
  for (const { mac } of alive.values()) counts.set(mac, (counts.get(mac) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= TOO_MANY)?.[0] ?? null;
}

function hasMac(entry: Entry): boolean {
  return entry.mac !== null && !NO_MAC.test(entry.mac) && !BROADCAST.test(entry.mac);
}
