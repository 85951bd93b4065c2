import { classOf, sameAddress } from "../../facts/address.ts";
import { answersFor, liesOf, type DnsSeen, type DnsServer } from "../../facts/dns.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareText, isReal, unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";

export type Resolution =
  | {
      readonly kind: "answers";
      readonly addresses: readonly string[];
      readonly seen: DnsSeen;
      readonly server: DnsServer;
    }
  | {
      readonly kind: "nxdomain" | "nodata" | "servfail" | "refused" | "silent";
      readonly seen: DnsSeen;
      readonly server: DnsServer;
    }
  | { readonly kind: "unknown" };

const UNKNOWN: Resolution = { kind: "unknown" };

/**
 * What independent servers make of a name: where they disagree, one that knows an address speaks louder than one that
 * knows of none. A control can share the fault of the office's own server.
 */
export function controlled(servers: readonly DnsServer[], host: string): Resolution {
  const all = servers.map((server) => resolved(server, host));
  return all.find((one) => one.kind === "answers") ?? resolution(servers, host);
}

/** What these servers, asked in this order as a system would, make of a name. */
export function resolution(servers: readonly DnsServer[], host: string): Resolution {
  let weak: Resolution = UNKNOWN;
  for (const server of servers) {
    const one = resolved(server, host);
    if (one.kind === "answers" || one.kind === "nxdomain" || one.kind === "nodata") return one;
    if (one.kind !== "unknown" && (weak.kind === "unknown" || weak.kind === "silent")) weak = one;
  }
  return weak;
}

function resolved(server: DnsServer, host: string): Resolution {
  const seen = answersFor(server, host);
  if (seen === undefined || seen.outcome === "skipped" || (seen.evidence.rcode === null && !isReal(seen.failure?.code)))
    return UNKNOWN;
  const { rcode } = seen.evidence;
  const lied = rewrites(server);
  const addresses = seen.evidence.answers.filter((one) => !lied.some((lie) => sameAddress(lie, one)));
  if (rcode === "NOERROR" && addresses.length > 0) return { kind: "answers", addresses, seen, server };
  if (rcode === "NXDOMAIN" || (rcode === "NOERROR" && seen.evidence.answers.length > 0))
    return { kind: "nxdomain", seen, server };
  if (rcode === "NOERROR") {
    const six = answersFor(server, host, "AAAA");
    return six !== undefined && six.evidence.answers.length > 0
      ? { kind: "answers", addresses: six.evidence.answers, seen: six, server }
      : { kind: "nodata", seen, server };
  }
  if (rcode === null) return { kind: "silent", seen, server };
  return { kind: rcode === "SERVFAIL" ? "servfail" : "refused", seen, server };
}

/** Addresses that a server gives for names that cannot exist. */
export function rewrites(server: DnsServer): readonly string[] {
  return liesOf(server.queries);
}

/** Names of the profile that were asked of DNS at all. */
export function askedHosts(facts: Facts): readonly string[] {
  const asked = [...facts.dns.configured, ...facts.dns.controls].flatMap((server) =>
    server.queries.filter((one) => one.evidence.purpose === "endpoint").map((one) => one.evidence.name.toLowerCase()),
  );
  return unique(asked).toSorted(compareText);
}

/** Ids of the counted systems that use one of these names, or are sent on to one of them. */
export function systemsUsing(facts: Facts, hosts: readonly string[]): string[] {
  const sent = new Set(facts.targets.filter((one) => isSentTo(one, hosts)).map((one) => one.system.id));
  return facts.systems
    .filter((system) => sent.has(system.id) || system.endpoints.some((one) => hosts.includes(one.host.toLowerCase())))
    .map((system) => system.id);
}

function isSentTo({ best, endpoint }: Target, hosts: readonly string[]): boolean {
  return best !== null && best.ended.host !== endpoint.host && hosts.includes(best.ended.host.toLowerCase());
}

/** Hosts that send people on to one of these names, and that are not one of them. */
export function sendersTo(facts: Facts, hosts: readonly string[]): string[] {
  return unique(facts.targets.filter((one) => isSentTo(one, hosts)).map((one) => one.endpoint.host)).toSorted(
    compareText,
  );
}

/** Keys of the targets behind these names. */
export function keysUsing(facts: Facts, hosts: readonly string[]): string[] {
  return facts.targets
    .filter((one) => hosts.includes(one.endpoint.host.toLowerCase()) || isSentTo(one, hosts))
    .map((one) => one.key);
}

/** Systems that are found by name rather than by a written address. */
export function namedSystems(facts: Facts): string[] {
  const isName = (host: string): boolean => classOf(host) === "other" && /[a-z]/iu.test(host) && !host.includes(":");
  return facts.systems
    .filter((system) => system.endpoints.some((one) => one.network !== "local" && isName(one.host)))
    .map((system) => system.id);
}
