import type { Baseline, Evidence } from "../../evidence/schema.ts";
import type { Connection } from "../db/connection.ts";
import { isDamage } from "../db/errors.ts";
import { PRACTICE_PROFILE } from "../practice.ts";
import { readScan } from "../rows/scan.ts";
import type { Visit } from "../schema.ts";
import { median } from "../../base/statistics.ts";

type Scan = NonNullable<Visit["scan"]>;

/** The usual network of a site, from its last healthy visit that was no practice and is not `exceptVisit`. */
export function siteBaseline(db: Connection, siteId: string, exceptVisit = ""): Baseline | null {
  const row = db
    .sql(
      "SELECT n, id FROM visits WHERE site_id = ? AND status = 'healthy' AND id <> ? AND profile_id <> ? " +
        "ORDER BY started_ms DESC, id DESC LIMIT 1",
    )
    .get(siteId, exceptVisit, PRACTICE_PROFILE);
  return row === undefined ? null : usualNetwork(db, Number(row["n"]), String(row["id"]));
}

/** What a healthy visit tells about its office; null where its scan is damaged: no reason not to scan anew. */
function usualNetwork(db: Connection, n: number, id: string): Baseline | null {
  try {
    const scan = readScan(db, n, id);
    return scan === null ? null : baselineOf(id, scan);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

/** What a healthy scan says about the office's usual network, as evidence for its next visit. */
export function baselineOf(visitId: string, scan: Scan): Baseline {
  const { evidence } = scan;
  const prefixes = new Set<string>();
  const gateways = new Map<string, string | null>();
  const resolvers = new Set<string>();
  const devices = new Map<string, Baseline["devices"][number]>();
  const domestic: number[] = [];
  for (const seen of evidence.observations) {
    switch (seen.collector) {
      case "routes":
        for (const route of seen.evidence.routes)
          if (route.gateway === null && isSubnet(route.destination)) prefixes.add(route.destination);
        break;
      case "gateway":
        gateways.set(seen.evidence.address, seen.evidence.neighbour?.mac ?? null);
        break;
      case "resolvers":
        for (const server of seen.evidence.servers) resolvers.add(server.address);
        break;
      case "lanDevice":
        devices.set(seen.evidence.address, {
          address: seen.evidence.address,
          mac: seen.evidence.mac,
          kind: seen.evidence.kind,
          name: seen.evidence.name,
        });
        break;
      case "control":
        if (seen.evidence.region === "domestic") domestic.push(...roundTrips(seen.evidence.attempts));
        break;
      default:
    }
  }
  return {
    visit: visitId,
    takenAt: evidence.startedAt,
    prefixes: [...prefixes],
    gateways: [...gateways].map(([address, mac]) => ({ address, mac })),
    resolvers: [...resolvers],
    devices: [...devices.values()],
    domesticRttMs: median(domestic),
  };
}

/** On-link destinations that name a subnet: no default routes, hosts, link-local, loopback or multicast. */
function isSubnet(destination: string): boolean {
  const prefix = Number(destination.split("/")[1]);
  if (!(prefix > 0)) return false;
  const v6 = destination.includes(":");
  return prefix < (v6 ? 128 : 32) && !/^(?:fe80|ff|127\.|169\.254\.|224\.)/iu.test(destination);
}

type Control = Extract<Evidence["observations"][number], { collector: "control" }>["evidence"];

function roundTrips(attempts: Control["attempts"]): number[] {
  return attempts.flatMap((attempt) => (attempt.rttMs === null ? [] : [attempt.rttMs]));
}
