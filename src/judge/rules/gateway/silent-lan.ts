import type { Facts } from "../../facts/facts.ts";

/** Stray packets of the laptop's own port (neighbour discovery of a bridge, say) that prove no other machine. */
const STRAY = 5;

/** Nobody at all on the office's own network: no neighbour, nobody in the sweep, next to nothing heard. */
export function silentLan(facts: Facts): boolean {
  const { primary } = facts.local;
  // Who is silent can be said only where it is known whom to look for.
  if (!facts.lan.known) return false;
  if (
    primary === null ||
    facts.lan.stations.length > 0 ||
    facts.gateways.some((one) => one.alive === true) ||
    facts.beyondSpoke
  )
    return false;
  const heard = primary.heard;
  if (heard !== null && heard > STRAY) return false;
  return facts.lan.swept || heard !== null;
}
