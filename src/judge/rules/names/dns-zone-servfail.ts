import { askedHosts, controlled, keysUsing, resolution, systemsUsing } from "./resolution.ts";
import type { DnsSeen } from "../../facts/dns.ts";
import type { Facts } from "../../facts/facts.ts";
import { mayBeLost } from "../quality/loss-explains.ts";
import type { Rule } from "../rule.ts";

/** The resolver resolves other names, and gives up on some: their zone is broken, or this resolver's view of it. */
export const dnsZoneServfail: Rule = {
  cause: "DNS_SERVFAIL",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts, found: before }) {
    // Where questions get lost, silence is no answer of the server.
    const lossy = before.includes("DNS_LOSSY");
    const hosts = askedHosts(facts).filter((host) => {
      const found = resolution(facts.dns.configured, host);
      if (found.kind === "silent")
        return !lossy && !isOwn(facts, found.seen) && !mayBeLost(facts, found.seen.evidence.attempts);
      return found.kind === "servfail" || found.kind === "refused";
    });
    const works = facts.dns.configured.some((one) => one.state === "works");
    if (hosts.length === 0 || !works) return null;
    const seen = hosts.map((host) => resolution(facts.dns.configured, host));
    const elsewhere = hosts.map((host) => controlled(facts.dns.controls, host));
    const onlyHere = elsewhere.some((one) => one.kind === "answers");
    // Silence for one name among many may be no more than a lost datagram; it must be silent for the controls too, or
    // for several names.
    if (
      seen.every((one) => one.kind === "silent") &&
      hosts.length < 2 &&
      !elsewhere.some((one) => one.kind === "silent" || one.kind === "servfail")
    )
      return null;
    const silentOnly = seen.every((one) => one.kind === "silent");
    return {
      // Whether the zone is broken or this resolver's view of it, only another resolver tells.
      confidence:
        silentOnly || elsewhere.some((one) => one.kind === "unknown" || one.kind === "silent") ? "likely" : "certain",
      impact: "down",
      systems: systemsUsing(facts, hosts),
      params: {
        // Time-outs are no SERVFAIL, and are not called so.
        how: silentOnly ? "silent" : "servfail",
        names: hosts,
        zone: zoneOf(hosts),
        where: onlyHere ? "resolver" : "zone",
        server: facts.dns.configured[0]?.label ?? "",
      },
      evidence: [...seen, ...elsewhere].flatMap((one) => (one.kind === "unknown" ? [] : [one.seen.id])),
      explains: keysUsing(facts, hosts),
    };
  },
};

/** Was this program kept waiting meanwhile, so that its time-outs say nothing? */
function isOwn({ own }: Facts, { startMs, durationMs }: DnsSeen): boolean {
  return own.starved(startMs, durationMs);
}

/**
 * The longest ending, by whole labels, that all these names share: `a.x.vn` and `b.x.vn` give `x.vn`. One name is its
 * own zone.
 */
function zoneOf(hosts: readonly string[]): string {
  const split = hosts.map((host) => host.split(".").toReversed());
  const [first = [], ...rest] = split;
  const differs = first.findIndex((label, index) => rest.some((other) => other[index] !== label));
  return (differs < 0 ? first : first.slice(0, differs)).toReversed().join(".");
}
