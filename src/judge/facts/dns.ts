import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { sameAddress } from "./address.ts";
import { bare } from "./contact.ts";
import type { GatewayFact } from "./gateway.ts";
import type { LocalFacts } from "./local.ts";
import type { OwnDelay } from "./own-delay.ts";
import { isReal, observed, unique } from "./observed.ts";
import { median } from "../../base/statistics.ts";

export type DnsSeen = ObservationOf<"dns">;

/**
 * `works`: it resolves names. `closed`: the machine says that nobody serves the port. `silent`: nothing came back.
 * `servfail`, `refuses`: it answers everything so. `fenced`: it knows no name at all, or gives one and the same page for
 * each, the name that always is included. `cut`: its answers are cut short, and cannot be had whole.
 */
type ServerState = "works" | "fenced" | "cut" | "silent" | "closed" | "servfail" | "refuses" | "denied" | "unknown";

export interface DnsServer {
  readonly label: string;
  readonly address: string;
  readonly role: "configured" | "control";
  /** The office's router, or another machine of its own network. */
  readonly place: "gateway" | "lan" | "self" | "beyond";
  readonly region: "domestic" | "foreign" | "own";
  readonly state: ServerState;
  readonly queries: readonly DnsSeen[];
  /** Median time of its answers, milliseconds. */
  readonly rttMs: number | null;
  /** The same without what the computer itself may have added. */
  readonly leastMs: number | null;
  readonly ids: readonly string[];
}

export interface DnsFacts {
  /** In the order in which the system asks them. */
  readonly configured: readonly DnsServer[];
  readonly controls: readonly DnsServer[];
  /** The list of configured servers could be read. */
  readonly listKnown: boolean;
  readonly listId: string | null;
}

/** Placeholders that Windows shows where nobody configured a server (deprecated site-local addresses). */
const PLACEHOLDER = /^fec0:0:0:ffff::/u;

export function dnsFacts(
  evidence: Evidence,
  local: LocalFacts,
  gateways: readonly GatewayFact[],
  own: OwnDelay,
): DnsFacts {
  const all = observed(evidence, "dns");
  const list = observed(evidence, "resolvers").find((one) => one.outcome === "ok");
  const listed = (list?.evidence.servers ?? [])
    .filter((one) => !PLACEHOLDER.test(one.address))
    .map((one) => (one.port === 53 ? one.address : `${one.address}#${one.port}`));
  const asked = all.filter((one) => one.evidence.role === "configured").map((one) => one.evidence.server);
  // The traffic leaves by an adapter that the laptop's list does not have: servers of that one are missing, too.
  const whole = list !== undefined && !hasHiddenWay(evidence, local);
  const configured = [...new Set([...listed, ...(whole ? asked.filter((one) => listed.includes(one)) : asked)])];
  const controls = [...new Set(all.filter((one) => one.evidence.role === "control").map((one) => one.evidence.server))];
  const regionOf = (label: string): DnsServer["region"] =>
    evidence.profile.controls.resolvers.find((one) => one.address === bare(label))?.region ?? "own";
  const serverOf = (label: string, role: "configured" | "control"): DnsServer => {
    const queries = all.filter(
      // The office's own server may be one of the controls: it was asked once, as either.
      ({ evidence: { server, role: as, confirms } }) =>
        server === label && (as === role || role === "configured") && confirms !== true,
    );
    const answered = queries.filter((one) => one.evidence.rttMs !== null && one.evidence.rcode !== null);
    return {
      label,
      address: bare(label),
      role,
      place: placeOf(bare(label), local, gateways),
      region: regionOf(label),
      state: stateOf(queries, evidence.profile.controls.knownName),
      queries,
      rttMs: median(answered.map((one) => one.evidence.rttMs ?? 0)),
      leastMs: median(
        answered.map((one) => Math.max(0, (one.evidence.rttMs ?? 0) - own.worst(one.startMs, one.durationMs))),
      ),
      ids: queries.map((one) => one.id),
    };
  };
  return {
    configured: configured.map((label) => serverOf(label, "configured")),
    controls: controls.map((label) => serverOf(label, "control")),
    listKnown: whole,
    listId: list?.id ?? null,
  };
}

function placeOf(address: string, local: LocalFacts, gateways: readonly GatewayFact[]): DnsServer["place"] {
  const isRouter =
    gateways.some((one) => sameAddress(one.address, address)) ||
    local.defaults4.some((one) => one.gateway !== null && sameAddress(one.gateway, address));
  if (isRouter) return "gateway";
  // An office whose servers all live on this machine: loopback addresses are as far away there as any other.
  const onLoopback = local.links.some((link) => link.prefixes.some((prefix) => prefix.startsWith("127.")));
  if (!onLoopback && (address.startsWith("127.") || address === "::1")) return "self";
  return local.isOnLink(address) ? "lan" : "beyond";
}

function hasHiddenWay(evidence: Evidence, local: LocalFacts): boolean {
  const [route] = [...local.defaults4, ...local.defaults6];
  const names = observed(evidence, "interface").map((one) => one.evidence.name);
  return route !== undefined && local.known && !names.includes(route.interface);
}

function stateOf(queries: readonly DnsSeen[], knownName: string): ServerState {
  const ran = queries.filter(
    (one) => one.outcome !== "skipped" && one.outcome !== "unknown" && isReal(one.failure?.code),
  );
  if (ran.length === 0) return "unknown";
  const replies = ran.filter((one) => one.evidence.rcode !== null);
  if (replies.length === 0) {
    if (ran.some((one) => one.failure?.code === "ACCESS_DENIED")) return "denied";
    return ran.some((one) => one.failure?.code === "PORT_UNREACHABLE" || one.failure?.code === "REFUSED")
      ? "closed"
      : "silent";
  }
  const told = replies.filter((one) => one.evidence.rcode === "NOERROR");
  if (told.length > 0 && told.every(isCut)) return "cut";
  if (isFenced(replies, knownName)) return "fenced";
  if (replies.some((one) => one.evidence.rcode === "NOERROR" || one.evidence.rcode === "NXDOMAIN")) return "works";
  return replies.some((one) => one.evidence.rcode === "SERVFAIL") ? "servfail" : "refuses";
}

/** Addresses that a server gives for names that cannot exist. */
export function liesOf(queries: readonly DnsSeen[]): readonly string[] {
  const lies = queries.filter((one) => one.evidence.purpose === "missing" && one.evidence.rcode === "NOERROR");
  return unique(lies.flatMap((one) => one.evidence.answers));
}

/** Did it give an address of its own for a name that may exist? Then its "no such name" is worth something. */
export function resolvesSomething(queries: readonly DnsSeen[]): boolean {
  const lies = liesOf(queries);
  return queries.some(
    ({ evidence }) =>
      evidence.purpose !== "missing" && evidence.answers.some((one) => !lies.some((lie) => sameAddress(lie, one))),
  );
}

/** Was the answer cut short, and could not be had whole? Older evidence tells by the second try that it took. */
function isCut({ evidence }: DnsSeen): boolean {
  if (evidence.truncated !== undefined) return evidence.truncated;
  const { rcode, answers, attempts, rttMs, transport } = evidence;
  return rcode === "NOERROR" && answers.length === 0 && transport === "udp" && attempts > 1 && (rttMs ?? 900) < 500;
}

function isFenced(replies: readonly DnsSeen[], knownName: string): boolean {
  // Many names have no IPv6 address, which is no denial. The known name may be that of an endpoint, too.
  const known = replies.filter(
    ({ evidence: { name, type } }) => name.toLowerCase() === knownName.toLowerCase() && type === "A",
  );
  const denies = known.filter((one) => one.evidence.rcode === "NXDOMAIN" || one.evidence.rcode === "NOERROR");
  return denies.length > 0 && denies.length === known.length && !resolvesSomething(replies);
}

/** Answers of one server for one name: over a connection where it was asked so, which is harder to forge. */
export function answersFor(server: DnsServer, name: string, type: "A" | "AAAA" = "A"): DnsSeen | undefined {
  const wanted = name.toLowerCase();
  const about = server.queries.filter(
    (one) =>
      one.evidence.name.toLowerCase() === wanted && one.evidence.type === type && one.evidence.purpose !== "missing",
  );
  return about.find((one) => one.evidence.transport === "tcp" && one.evidence.rcode !== null) ?? about[0];
}
