import type { Evidence } from "../../evidence/schema.ts";
import type { Family, FailureCode, Tri } from "../../evidence/common.ts";
import { traitsOf } from "../../profile/protocols.ts";
import type { System } from "../../profile/schema.ts";
import type { Attempt } from "./attempt.ts";
import { isReal, observed } from "./observed.ts";
import type { OwnDelay } from "./own-delay.ts";
import { familyOf } from "../../base/family.ts";

type Zone = "domestic" | "foreign" | System["scope"];

/**
 * One try to speak to somebody beyond the office's own network, at the transport layer. All contacts together are the
 * matrix of zones, addresses, ports and families from which the judge reads where the way ends.
 */
export interface Contact {
  readonly id: string;
  readonly kind: "control" | "page" | "resolver" | "endpoint" | "stun" | "series";
  readonly address: string;
  readonly port: number;
  readonly transport: "tcp" | "udp";
  readonly family: Family;
  readonly zone: Zone;
  /** Did the other side speak, even if only to refuse? `unknown` where the try did not run. */
  readonly spoke: Tri;
  /** Was the port open to us? */
  readonly open: Tri;
  readonly code: FailureCode | null;
  readonly startMs: number;
  readonly rttMs: number | null;
  /** What of that time is certainly not the computer's own, milliseconds. */
  readonly leastMs: number | null;
}

type Seen = Omit<Contact, "spoke" | "open" | "family" | "leastMs"> & {
  readonly ok: boolean;
  readonly ran: boolean;
  /** When the round trip was taken, milliseconds from the start of the scan. */
  readonly timed: { readonly startMs: number; readonly durationMs: number };
};

function contact(own: OwnDelay, { ok, ran, timed, ...seen }: Seen): Contact {
  const tried = ran && (ok || isReal(seen.code ?? undefined));
  // A refusal comes from a living machine, or from a filter in its name; the ports beside it tell which.
  const refused = seen.code === "REFUSED" || seen.code === "RESET" || seen.code === "PORT_UNREACHABLE";
  return {
    ...seen,
    family: familyOf(seen.address),
    open: tried ? ok : "unknown",
    spoke: tried ? ok || refused : "unknown",
    leastMs: seen.rttMs === null ? null : Math.max(0, seen.rttMs - own.worst(timed.startMs, timed.durationMs)),
  };
}

/** @param isOffice tells addresses of the office's own network (gateway, LAN), which are no contacts beyond it */
export function contactsOf(
  evidence: Evidence,
  attempts: readonly Attempt[],
  isOffice: (address: string) => boolean,
  own: OwnDelay,
): readonly Contact[] {
  return [
    ...controls(evidence, own),
    ...pages(evidence, own),
    ...resolvers(evidence, isOffice, own),
    ...endpoints(attempts, own),
    ...calls(evidence, own),
    ...series(evidence, own),
  ];
}

/** Targets by address. */
function controls(evidence: Evidence, own: OwnDelay): readonly Contact[] {
  return observed(evidence, "control").map((one) => {
    const { address, port, region, attempts: tries } = one.evidence;
    const opened = tries.find((attempt) => attempt.outcome === "ok");
    // Routers send few errors: the one that came says more than the silence after it.
    const told = tries.findLast((each) => each.code !== undefined && each.code !== "TIMEOUT") ?? tries.at(-1);
    const code = opened === undefined ? (told?.code ?? one.failure?.code ?? null) : null;
    return contact(own, {
      id: one.id,
      kind: "control",
      address,
      port,
      transport: "tcp",
      zone: region,
      ok: opened !== undefined,
      ran: one.outcome !== "skipped",
      code,
      startMs: one.startMs,
      timed: one,
      rttMs: opened?.rttMs ?? null,
    });
  });
}

/** The page with known content. */
function pages(evidence: Evidence, own: OwnDelay): readonly Contact[] {
  return observed(evidence, "httpControl").flatMap((one) => {
    const { address, hops } = one.evidence;
    if (address === null) return [];
    const port = portOf(one.evidence.url);
    return [
      contact(own, {
        id: one.id,
        kind: "page",
        address,
        port,
        transport: "tcp",
        zone: "domestic",
        ok: hops.length > 0,
        ran: one.outcome !== "skipped",
        code: hops.length > 0 ? null : (one.failure?.code ?? null),
        startMs: one.startMs,
        timed: one,
        rttMs: null,
      }),
    ];
  });
}

/** DNS servers beyond the office. */
function resolvers(evidence: Evidence, isOffice: (address: string) => boolean, own: OwnDelay): readonly Contact[] {
  const known = evidence.profile.controls.resolvers;
  const zoneOfResolver = (server: string): Zone =>
    known.find((one) => one.address === bare(server))?.region ?? "domestic";
  return observed(evidence, "dns")
    .filter((one) => one.evidence.role === "control" || !isOffice(bare(one.evidence.server)))
    .map((one) => {
      const { server, transport, rcode, rttMs } = one.evidence;
      const ok = rcode !== null;
      return contact(own, {
        id: one.id,
        kind: "resolver",
        address: bare(server),
        port: 53,
        transport,
        zone: zoneOfResolver(server),
        ok,
        ran: one.outcome !== "skipped",
        code: ok ? null : (one.failure?.code ?? null),
        startMs: one.startMs,
        timed: one,
        rttMs,
      });
    });
}

/** Endpoints of the profile, tried directly where the names of everybody lead. */
function endpoints(attempts: readonly Attempt[], own: OwnDelay): readonly Contact[] {
  return attempts.flatMap((one) => {
    if (
      one.address === null ||
      one.via === "proxy" ||
      one.endpoint.network !== "internet" ||
      one.resolvedBy === "hosts"
    )
      return [];
    const { connect } = one.seen.steps;
    const code = one.connected ? null : one.code;
    const { transport } = traitsOf(one.endpoint.protocol);
    if (transport === "icmp") return [];
    const ok = one.connected || (transport === "udp" && one.stage === "done");
    return [
      contact(own, {
        id: one.id,
        kind: "endpoint",
        address: one.address,
        port: one.endpoint.port,
        transport,
        zone: one.system.scope,
        ok,
        ran: one.tried,
        code,
        startMs: one.startMs,
        timed: connect ?? { startMs: one.startMs, durationMs: 0 },
        rttMs: one.connected ? (connect?.durationMs ?? null) : null,
      }),
    ];
  });
}

/** STUN servers. */
function calls(evidence: Evidence, own: OwnDelay): readonly Contact[] {
  return observed(evidence, "stun").flatMap((one) => {
    const { address, port, received, sent, rttMs, system } = one.evidence;
    if (address === null) return [];
    const scope = evidence.profile.systems.find((each) => each.id === system)?.scope ?? "domestic";
    return [
      contact(own, {
        id: one.id,
        kind: "stun",
        address,
        port,
        transport: "udp",
        zone: scope,
        ok: received > 0,
        ran: sent > 0,
        code: received > 0 ? null : (one.failure?.code ?? "TIMEOUT"),
        startMs: one.startMs,
        timed: one,
        rttMs: rttMs[0] ?? null,
      }),
    ];
  });
}

/** Sampled round trips over TCP beyond the office. */
function series(evidence: Evidence, own: OwnDelay): readonly Contact[] {
  return observed(evidence, "quality").flatMap((one) => {
    const { address, scope, method, sent, received } = one.evidence;
    if (scope === "gateway" || scope === "lan" || method !== "tcp" || sent === 0) return [];
    const zone: Zone = scope === "system" ? "province" : scope;
    return [
      contact(own, {
        id: one.id,
        kind: "series",
        address,
        port: 0,
        transport: "tcp",
        zone,
        ok: received > 0,
        ran: one.outcome !== "skipped",
        code: received > 0 ? null : "TIMEOUT",
        startMs: one.startMs,
        timed: one,
        rttMs: one.evidence.medianMs,
      }),
    ];
  });
}

/** The address of a server label `address` or `address#port`. */
export function bare(server: string): string {
  return server.split("#")[0] ?? server;
}

function portOf(url: string): number {
  if (!URL.canParse(url)) return 80;
  const { port, protocol } = new URL(url);
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}
