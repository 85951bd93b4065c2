import type { Evidence } from "../../src/evidence/schema.ts";

/** Facts of the laptop that bindings may fail to read; a closed list. */
export const FACTS_READ = [
  "adapters",
  "addresses",
  "signal",
  "counters",
  "routes",
  "neighbours",
  "resolvers",
  "hosts file",
  "proxy settings",
  "echo",
  "walk",
  "lease",
] as const;
export type FactRead = (typeof FACTS_READ)[number];

/** These must have been read in so many scenarios: bindings that read nothing cannot pass. */
export const LEAST_READ = 100;
export const MUST_BE_READ: readonly FactRead[] = ["addresses", "routes", "neighbours", "resolvers", "echo"];

/** Facts that one scan has really read: something was there, not only an answer without an error. */
export function factsRead({ observations }: Evidence): ReadonlySet<FactRead> {
  const read = new Set<FactRead>();
  for (const seen of observations) {
    switch (seen.collector) {
      case "interface": {
        if (seen.outcome !== "ok" || seen.evidence.kind === "loopback") break;
        read.add("adapters");
        if (seen.evidence.addresses.some((one) => one.scope === "global")) read.add("addresses");
        if (seen.evidence.carrier !== "unknown") read.add("signal");
        if (seen.evidence.counters !== null && seen.evidence.counters.rxPacketsAfter !== null) read.add("counters");
        break;
      }
      case "routes":
        if (seen.outcome === "ok" && seen.evidence.routes.length > 0) read.add("routes");
        break;
      case "neighbours":
        if (seen.outcome === "ok" && seen.evidence.entries.length > 0) read.add("neighbours");
        break;
      case "resolvers":
        if (seen.outcome === "ok" && seen.evidence.servers.length > 0) read.add("resolvers");
        break;
      case "hostsFile":
        if (seen.outcome === "ok") read.add("hosts file");
        break;
      case "proxyConfig":
        if (seen.outcome === "ok") read.add("proxy settings");
        break;
      case "lease":
        if (seen.outcome === "ok") read.add("lease");
        break;
      case "gateway":
        if ((seen.evidence.icmp?.sent ?? 0) > 0) read.add("echo");
        break;
      case "path":
        if (seen.evidence.hops.some((hop) => hop.kind === "timeExceeded")) read.add("walk");
        break;
      default:
    }
  }
  return read;
}

/** In how many of these scans each fact was read. */
export function readCounts(all: readonly Evidence[]): ReadonlyMap<FactRead, number> {
  const sets = all.map(factsRead);
  return new Map(FACTS_READ.map((fact) => [fact, sets.filter((one) => one.has(fact)).length]));
}
