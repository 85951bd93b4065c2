import type { CollectorName, Observation } from "../../evidence/schema.ts";

/** From the laptop outwards, as a person would read it. */
const ORDER: readonly CollectorName[] = [
  "interface",
  "lease",
  "routes",
  "resolvers",
  "hostsFile",
  "proxyConfig",
  "neighbours",
  "gateway",
  "dns",
  "control",
  "httpControl",
  "proxy",
  "endpoint",
  "localAgent",
  "stun",
  "mtu",
  "quality",
  "path",
  "sweep",
  "lanDevice",
  "inventory",
];

/** The same observations in an order that does not depend on which probe was quicker: by collector, then by id. Pure. */
export function inReadingOrder(observations: readonly Observation[]): Observation[] {
  const natural = new Intl.Collator("en", { numeric: true });
  return observations.toSorted(
    (a, b) => ORDER.indexOf(a.collector) - ORDER.indexOf(b.collector) || natural.compare(a.id, b.id) || (a.id < b.id ? -1 : 1),
  );
}
