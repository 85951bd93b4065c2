import type { Cause } from "../../../text/causes/index.ts";
import type { Facts } from "../../facts/facts.ts";
import { sameAddress } from "../../facts/address.ts";
import { observed, unique } from "../../facts/observed.ts";

export interface LineDiagnosis {
  readonly cause: Extract<
    Cause,
    "GATEWAY_NOT_FORWARDING" | "WAN_LINK_DOWN" | "LINE_DOWN" | "ISP_NO_UPSTREAM" | "ISP_REJECTS"
  >;
  readonly confidence: "certain" | "likely";
  readonly alternatives: readonly Cause[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly evidence: readonly string[];
}

/**
 * Where the way ends when the router lives and nobody beyond it speaks. The witnesses, strongest first: who sends
 * "unreachable", who answers at the second hop, whether the router itself can reach the Internet (its DNS proxy still
 * resolves), and how fast it gives up. A router sends few ICMP errors, or none: their absence proves nothing, so each
 * step needs something seen, and silence comes last.
 */
export function lineDiagnosis(facts: Facts): LineDiagnosis | null {
  const { gateway } = facts;
  if (facts.beyondSpoke || !wasTried(facts)) return null;
  if (gateway !== null && gateway.alive !== true) return null;
  return (
    rejected(facts) ??
    beyondTheRouter(facts) ??
    ownWayOut(facts) ??
    unsignedErrors(facts) ??
    quickRefusal(facts) ??
    silence(facts)
  );
}

function wasTried(facts: Facts): boolean {
  return (
    facts.silent.some((one) => one.kind !== "stun") || facts.attempts.some((one) => one.via === "proxy" && one.tried)
  );
}

const isGateway = (facts: Facts, address: string): boolean =>
  facts.gateways.some((one) => sameAddress(one.address, address));

interface Report {
  readonly id: string;
  readonly from: string;
  readonly kind: string;
}

function reports(facts: Facts): readonly Report[] {
  return observed(facts.evidence, "path").flatMap((one) =>
    one.evidence.hops.flatMap((hop) =>
      hop.address !== null && ["hostUnreachable", "netUnreachable", "adminProhibited"].includes(hop.kind)
        ? [{ id: one.id, from: hop.address, kind: hop.kind }]
        : [],
    ),
  );
}

function rejected(facts: Facts): LineDiagnosis | null {
  const own = new Set(facts.local.links.flatMap((link) => link.addresses.map((one) => one.address)));
  const signed = reports(facts).filter((one) => !own.has(one.from));
  const far = signed.find((one) => !isGateway(facts, one.from));
  const near = signed.find((one) => isGateway(facts, one.from));
  if (near !== undefined) {
    // The router refuses in its own name: a filter of its own, or no way out of it.
    const filtered = near.kind === "adminProhibited" || routerReachesOut(facts) !== null;
    return {
      cause: filtered ? "GATEWAY_NOT_FORWARDING" : "WAN_LINK_DOWN",
      confidence: "certain",
      alternatives: [],
      params: { from: near.from },
      evidence: [near.id],
    };
  }
  if (far !== undefined)
    return {
      cause: "ISP_REJECTS",
      confidence: "certain",
      alternatives: [],
      params: { from: far.from },
      evidence: [far.id],
    };
  return null;
}

// Somebody behind the router answers, and nobody behind him.
function beyondTheRouter(facts: Facts): LineDiagnosis | null {
  for (const path of observed(facts.evidence, "path")) {
    const [hop] = path.evidence.hops
      .flatMap(({ ttl, kind, address }) =>
        ttl >= 2 && kind === "timeExceeded" && address !== null && !isGateway(facts, address)
          ? [{ ttl, lastHop: address }]
          : [],
      )
      .toReversed();
    if (hop !== undefined)
      return { cause: "ISP_NO_UPSTREAM", confidence: "certain", alternatives: [], params: hop, evidence: [path.id] };
  }
  return null;
}

/**
 * The observation in which the router's own DNS proxy brought an answer from outside: proof that the router itself
 * reaches the Internet.
 */
function routerReachesOut(facts: Facts): { readonly id: string; readonly fresh: boolean } | null {
  for (const server of facts.dns.configured.filter((one) => one.place === "gateway")) {
    const fresh = server.queries.find((one) => one.evidence.purpose === "missing" && one.evidence.rcode === "NXDOMAIN");
    if (fresh !== undefined) return { id: fresh.id, fresh: true };
    const resolved = server.queries.find((one) => one.evidence.rcode === "NOERROR" && one.evidence.answers.length > 0);
    if (resolved !== undefined) return { id: resolved.id, fresh: false };
  }
  return null;
}

function ownWayOut(facts: Facts): LineDiagnosis | null {
  const out = routerReachesOut(facts);
  if (out === null) return null;
  // A name that is still in the router's memory proves less than one that cannot be; and a fresh answer proves the line
  // as far as the carrier's resolver, so that only a walk beyond the router clears the carrier.
  const walked = observed(facts.evidence, "path").find((one) =>
    one.evidence.hops.some((hop) => hop.address !== null && isGateway(facts, hop.address)),
  );
  const told = facts.silent.some((one) => one.code === "HOST_UNREACHABLE" || one.code === "NET_UNREACHABLE");
  const beyond: readonly Cause[] =
    walked !== undefined ? [] : told ? ["ISP_REJECTS", "ISP_NO_UPSTREAM"] : ["ISP_NO_UPSTREAM"];
  const alternatives = out.fresh ? beyond : (["LINE_DOWN", ...beyond] as const);
  return {
    cause: "GATEWAY_NOT_FORWARDING",
    confidence: alternatives.length === 0 ? "certain" : "likely",
    alternatives,
    params: {},
    evidence: [out.id, ...(walked === undefined ? [] : [walked.id])],
  };
}

function unsignedErrors(facts: Facts): LineDiagnosis | null {
  const told = facts.silent.filter((one) => one.code === "NET_UNREACHABLE" || one.code === "HOST_UNREACHABLE");
  if (told.length === 0) return null;
  const net = told.filter((one) => one.code === "NET_UNREACHABLE").length;
  const nearer = net * 2 >= told.length;
  return {
    cause: nearer ? "WAN_LINK_DOWN" : "ISP_REJECTS",
    confidence: "likely",
    alternatives: [nearer ? "ISP_REJECTS" : "WAN_LINK_DOWN"],
    params: {},
    evidence: unique(told.map((one) => one.id)),
  };
}

/** A DNS proxy that waits for the line takes a second or more; one that knows it has none answers at once. */
const QUICK_MS = 300;

function quickRefusal(facts: Facts): LineDiagnosis | null {
  const server = facts.dns.configured.find(
    (one) => one.place === "gateway" && (one.state === "servfail" || one.state === "refuses"),
  );
  if (server === undefined || server.rttMs === null || server.rttMs > QUICK_MS) return null;
  // One that is overrun by questions refuses now and then, and is silent otherwise.
  const answered = server.queries.filter((one) => one.evidence.rcode !== null).length;
  if (answered * 2 < server.queries.length) return null;
  return {
    cause: "WAN_LINK_DOWN",
    confidence: "likely",
    alternatives: ["LINE_DOWN", "ISP_NO_UPSTREAM"],
    params: {},
    evidence: server.ids,
  };
}

// A router that answers nothing but ARP may filter, or hang: switching it off and on is tried before anybody is called.
function silence(facts: Facts): LineDiagnosis {
  const mute = facts.gateway?.spoke === false;
  return {
    cause: mute ? "GATEWAY_NOT_FORWARDING" : "LINE_DOWN",
    confidence: "likely",
    alternatives: ["WAN_LINK_DOWN", mute ? "LINE_DOWN" : "GATEWAY_NOT_FORWARDING"],
    params: {},
    evidence: observed(facts.evidence, "path").map((one) => one.id),
  };
}
