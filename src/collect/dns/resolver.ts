import { isIP } from "node:net";
import type { Family, FailureCode } from "../../evidence/common.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context.ts";
import { lookUpHosts, type HostsEntry } from "./hosts.ts";
import { dnsQuery, serverLabel } from "./query.ts";
import { createServerStates, type ResolverServer } from "./server-state.ts";

type DnsObservation = ObservationOf<"dns">;

/** Where a name leads, as this laptop would find it. */
export type Resolution =
  | (Told & { readonly ok: true; readonly addresses: readonly string[]; readonly resolvedBy: string })
  | (Told & { readonly ok: false; readonly code: FailureCode; readonly detail?: string; readonly resolvedBy: string | null });

interface Told {
  /** Time that the queries took, silence of dead servers included; waiting for a timed slot is not. Zero where nothing was asked. */
  readonly durationMs: number;
}

export interface ResolverOptions {
  /** The configured servers, in the order of the operating system. */
  readonly servers: readonly ResolverServer[];
  /** Entries of the hosts file; they win over every server, as in the operating system. */
  readonly hosts: readonly HostsEntry[];
  readonly tryTimeoutMs: number;
  /** Datagrams to each server before it counts as silent. */
  readonly tries: number;
  /** What the scan has already heard from these servers: one that was silent is not asked, one that answered needs no scout. */
  readonly known?: readonly DnsObservation[];
}

export interface Resolver {
  /** Never rejects; the same name is asked once however often it is wanted. */
  resolve(host: string, family: Family): Promise<Resolution>;
  /** Every query that was made, in order of completion. */
  observations(): readonly DnsObservation[];
}

const FINAL: ReadonlySet<FailureCode> = new Set(["NXDOMAIN", "NODATA"]);

/**
 * Resolves like the operating system does: literal, hosts file, then the configured servers in order; the next one is asked after
 * silence or an error, not after NXDOMAIN or NODATA. A server that stayed silent for one name is skipped for all others.
 */
export function createResolver(context: CollectContext, options: ResolverOptions): Resolver {
  const cache = new Map<string, Promise<Resolution>>();
  const seen: DnsObservation[] = [];
  const states = createServerStates(
    options.servers.map((server) => serverLabel(server.address, server.port)),
    options.known ?? [],
  );

  const ask = async (server: ResolverServer, name: string, family: Family): Promise<DnsObservation> => {
    const observation = await dnsQuery(context, {
      server: server.address,
      port: server.port,
      role: "configured",
      purpose: "endpoint",
      name,
      type: family === 4 ? "A" : "AAAA",
      tryTimeoutMs: options.tryTimeoutMs,
      tries: options.tries,
    });
    seen.push(observation);
    return observation;
  };

  const askInOrder = async (name: string, family: Family): Promise<Resolution> => {
    if (options.servers.length === 0) return { ok: false, code: "NOT_CONFIGURED", detail: "no DNS server", resolvedBy: null, durationMs: 0 };
    let durationMs = 0;
    let last: Resolution = { ok: false, code: "TIMEOUT", detail: "every DNS server stayed silent", resolvedBy: null, durationMs };
    for (const [index, server] of options.servers.entries()) {
      const observation = await states.unlessDead(index, () => ask(server, name, family));
      if (observation === null) continue;
      const { server: resolvedBy, answers } = observation.evidence;
      durationMs += observation.durationMs;
      if (observation.outcome === "ok") return { ok: true, addresses: answers, resolvedBy, durationMs };
      const code = observation.failure?.code ?? "OTHER";
      last = { ok: false, code, resolvedBy, durationMs };
      if (FINAL.has(code) || context.signal.aborted) break;
    }
    return last;
  };

  return {
    resolve(host, family) {
      if (isIP(host) !== 0) return Promise.resolve(offline([host], family, "literal"));
      const name = host.toLowerCase().replace(/\.$/u, "");
      const local = lookUpHosts(options.hosts, name);
      if (local.length > 0) return Promise.resolve(offline(local, family, "hosts"));
      const key = `${name}/${String(family)}`;
      const known = cache.get(key) ?? askInOrder(name, family);
      cache.set(key, known);
      return known;
    },
    observations: () => seen,
  };
}

/** Addresses that need no server, narrowed to one family. */
function offline(all: readonly string[], family: Family, resolvedBy: string): Resolution {
  const addresses = all.filter((address) => isIP(address) === family);
  if (addresses.length === 0) return { ok: false, code: "NODATA", resolvedBy, durationMs: 0 };
  return { ok: true, addresses, resolvedBy, durationMs: 0 };
}
