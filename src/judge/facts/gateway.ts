import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import type { Tri } from "../../evidence/common.ts";
import { sameAddress } from "./address.ts";
import { bare } from "./contact.ts";
import type { LocalFacts } from "./local.ts";
import { observed } from "./observed.ts";
import { familyOf } from "../../base/family.ts";

export interface GatewayFact {
  readonly id: string;
  readonly address: string;
  readonly interface: string;
  readonly mac: string | null;
  /** Seen alive by itself: neighbour entry, TCP answer or refusal, DNS, ICMP. What lies beyond it is not asked here. */
  readonly alive: Tri;
  /** Did it answer anything besides ARP? A router that hangs often keeps that one reflex. */
  readonly spoke: boolean;
  /** Its own DNS proxy: any answer at all. */
  readonly dns: Tri;
  /** TCP port 53 of it: open, refused, or silent. */
  /** After it had fallen silent it answered a laptop that had just claimed its address anew. */
  readonly afterClaim: boolean | null;
  readonly tcp53: "open" | "refused" | "silent" | "unknown";
  /** Observations that show life, and those that do not. */
  readonly for: readonly string[];
  readonly against: readonly string[];
}

type Entry = ObservationOf<"neighbours">["evidence"]["entries"][number];

/** Every default gateway that was looked at; the one that traffic prefers comes first. */
export function gatewayFacts(evidence: Evidence, local: LocalFacts): readonly GatewayFact[] {
  const neighbours = observed(evidence, "neighbours").find((one) => one.outcome === "ok");
  const order = [...local.defaults4, ...local.defaults6];
  const rank = (one: ObservationOf<"gateway">): number => {
    const at = order.findIndex(
      (route) =>
        route.interface === one.evidence.interface &&
        route.gateway !== null &&
        sameAddress(route.gateway, one.evidence.address),
    );
    return at < 0 ? order.length : at;
  };
  return observed(evidence, "gateway")
    .filter((one) => one.outcome !== "skipped")
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one) => factOf(evidence, one, neighbours));
}

function factOf(
  evidence: Evidence,
  one: ObservationOf<"gateway">,
  neighbours: ObservationOf<"neighbours"> | undefined,
): GatewayFact {
  const { address, dns, asked: sought } = one.evidence;
  const entry = entryOf(one, neighbours);
  const path = observed(evidence, "path").find((each) =>
    each.evidence.hops.some((hop) => hop.address !== null && sameAddress(hop.address, address)),
  );
  const asked = observed(evidence, "dns").find(
    (each) => sameAddress(bare(each.evidence.server), address) && each.evidence.rcode !== null,
  );
  const spoke = asked !== undefined || path !== undefined || answered(one);
  const confirmed = isConfirmed(one, entry);
  const alive: Tri = spoke || confirmed ? true : isGone(entry, one, isListed(address, neighbours)) ? false : "unknown";
  return {
    id: one.id,
    address,
    interface: one.evidence.interface,
    mac: entry?.mac ?? sought?.mac ?? null,
    alive,
    spoke,
    dns: asked === undefined ? dns : true,
    afterClaim: one.evidence.afterClaim ?? null,
    tcp53: tcp53Of(one),
    for: [
      ...(spoke || confirmed ? [one.id] : []),
      ...(path === undefined ? [] : [path.id]),
      ...(asked === undefined ? [] : [asked.id]),
    ],
    against: alive === true ? [] : [one.id, ...(neighbours === undefined ? [] : [neighbours.id])],
  };
}

function entryOf(
  one: ObservationOf<"gateway">,
  neighbours: ObservationOf<"neighbours"> | undefined,
): Pick<Entry, "state" | "mac"> | undefined {
  const { address, interface: name, neighbour } = one.evidence;
  const listed = neighbours?.evidence.entries.find(
    (each) => sameAddress(each.address, address) && each.interface === name,
  );
  return listed ?? neighbour ?? undefined;
}

// Its hardware address, asked for in this scan or confirmed by the system itself.
function isConfirmed(
  { evidence: { asked, neighbourBefore } }: ObservationOf<"gateway">,
  entry: Pick<Entry, "state" | "mac"> | undefined,
): boolean {
  return (asked !== undefined && asked.mac !== null) || isFresh(entry, neighbourBefore);
}

// Anything that its own probe got back: by DNS, ICMP or TCP.
function answered({ evidence: { dns, icmp, tcp } }: ObservationOf<"gateway">): boolean {
  return (
    dns === true ||
    (icmp?.received ?? 0) > 0 ||
    tcp.some((attempt) => attempt.outcome === "ok" || attempt.code === "REFUSED" || attempt.code === "RESET")
  );
}

function tcp53Of({ evidence: { tcp } }: ObservationOf<"gateway">): GatewayFact["tcp53"] {
  const port53 = tcp.findLast((attempt) => attempt.port === 53);
  if (port53 === undefined || port53.outcome === "skipped") return "unknown";
  if (port53.outcome === "ok") return "open";
  return port53.code === "REFUSED" ? "refused" : "silent";
}

// A system may tell the neighbours of IPv4 alone: then nothing is known of those of IPv6.
function isListed(address: string, neighbours: ObservationOf<"neighbours"> | undefined): boolean {
  return (
    neighbours !== undefined && (familyOf(address) !== 6 || neighbours.evidence.entries.some((one) => one.family === 6))
  );
}

/**
 * Did the machine answer for its hardware address in this scan? An entry that was reachable before the first probe stays so
 * for up to a minute, whatever happened to the machine.
 */
function isFresh(entry: Pick<Entry, "state" | "mac"> | undefined, before: NeighbourBefore): boolean {
  if (entry === undefined || entry.mac === null || entry.state !== "reachable" || before === undefined) return false;
  return before === null || before.mac !== entry.mac || before.state !== "reachable";
}

type NeighbourBefore = ObservationOf<"gateway">["evidence"]["neighbourBefore"];

// No entry after probing, or one that the system gave up on. `stale`, `delay` and `probe` are doubt: the system itself
// has not decided yet.
function isGone(
  entry: Pick<Entry, "state" | "mac"> | undefined,
  one: ObservationOf<"gateway">,
  tableKnown: boolean,
): boolean {
  if (one.outcome === "unknown") return false;
  if (entry === undefined) return tableKnown || one.evidence.tcp.some((attempt) => attempt.code === "HOST_UNREACHABLE");
  if (entry.state === "failed" || entry.state === "incomplete") return true;
  if (entry.mac === null) return entry.state !== "permanent";
  return one.evidence.tcp.some((attempt) => attempt.code === "HOST_UNREACHABLE");
}
