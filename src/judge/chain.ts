import type { Culprit } from "../base/culprits.ts";
import type { Found } from "./apply.ts";
import type { Facts } from "./facts/facts.ts";
import type { SystemResult, Verdict } from "./verdict.ts";

type Link = Verdict["chain"][number];

const PARTS = ["laptop", "cable", "lan", "gateway", "isp", "internet", "datacentre", "server"] as const;

/** Which part of the picture a culprit belongs to. Resolvers stand with the carrier, whose they mostly are. */
const PART_OF: Readonly<Record<Culprit, Link["part"]>> = {
  laptop: "laptop",
  clock: "laptop",
  proxy: "laptop",
  cable: "cable",
  lan: "lan",
  gateway: "gateway",
  isp: "isp",
  dns: "isp",
  internet: "internet",
  datacentre: "datacentre",
  server: "server",
};

/** The way from the laptop to the systems: what was seen to work, what a finding breaks, and what nobody could see. */
export function chainOf(facts: Facts, found: readonly Found[], systems: readonly SystemResult[]): Link[] {
  return PARTS.map((part) => {
    const hits = found.filter((one) => one.finding.severity !== "info" && PART_OF[one.finding.culprit] === part);
    if (hits.some((one) => one.finding.severity === "critical" || one.finding.severity === "major"))
      return { part, state: "broken" };
    if (hits.length > 0) return { part, state: "degraded" };
    return { part, state: isSeenWorking(facts, part, systems) ? "ok" : "unknown" };
  });
}

function isSeenWorking(facts: Facts, part: Link["part"], systems: readonly SystemResult[]): boolean {
  const { local, lan, gateways, contacts } = facts;
  const gatewayAlive = facts.beyondSpoke || gateways.some((one) => one.alive === true);
  const lanAlive = gatewayAlive || lan.stations.length > 0;
  const opened = (zones: readonly string[]): boolean =>
    contacts.some((one) => one.open === true && zones.includes(one.zone));
  switch (part) {
    case "laptop":
      return lanAlive || local.links.length > 0;
    case "cable":
      return lanAlive || local.links.some((link) => link.up === true);
    case "lan":
      return lanAlive;
    case "gateway":
      return gatewayAlive;
    case "isp":
      return facts.beyondSpoke;
    case "internet":
      return opened(["domestic", "foreign", "national"]);
    case "datacentre":
      return (
        opened(["province"]) ||
        (facts.beyondSpoke && systems.some((one) => one.outcome === "ok" && scopeOf(facts, one.id) === "province"))
      );
    case "server":
      return (
        systems.some((one) => one.outcome === "ok" || one.outcome === "slow") &&
        !systems.some((one) => one.outcome === "failed" || one.outcome === "unknown")
      );
  }
}

function scopeOf(facts: Facts, id: string): string | undefined {
  return facts.evidence.profile.systems.find((system) => system.id === id)?.scope;
}
