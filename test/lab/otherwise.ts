import type { Evidence, Observation, ObservationOf } from "../../src/evidence/schema.ts";

/**
 * The same office, seen through a laptop that differs in what must not matter. Each entry: what was changed, and the
 * evidence so changed.
 */
export function otherwise(evidence: Evidence): readonly (readonly [string, Evidence])[] {
  return [
    ["interface renamed", renamedInterface(evidence)],
    ["systems and endpoints in another order", permuted(evidence)],
    ["another time zone", inTimeZone(evidence, "America/New_York", "-05:00", -5)],
    ["an idle VPN adapter", withIdleVpn(evidence)],
    ["an observation order of its own", { ...evidence, observations: evidence.observations.toReversed() }],
    ["no link-local IPv6 address", withoutLinkLocal(evidence)],
  ];
}

function mapObservations(evidence: Evidence, change: (observation: Observation) => Observation): Evidence {
  return { ...evidence, observations: evidence.observations.map(change) };
}

// Windows names its adapters in words, with spaces and diacritics.
const OTHER_NAME = "Kết nối cục bộ 2";

function renamedInterface(evidence: Evidence): Evidence {
  const renamed = JSON.stringify(evidence.observations).replaceAll("eth0", OTHER_NAME);
  return { ...evidence, observations: JSON.parse(renamed) as Observation[] };
}

function permuted(evidence: Evidence): Evidence {
  const { profile } = evidence;
  return {
    ...evidence,
    profile: { ...profile, systems: profile.systems.toReversed() },
    observations: [
      ...evidence.observations.filter((one) => one.collector !== "endpoint"),
      ...evidence.observations.filter((one) => one.collector === "endpoint").toReversed(),
    ],
  };
}

/** The same instants, written by a clock in another zone. */
function inTimeZone(evidence: Evidence, timeZone: string, offset: string, hours: number): Evidence {
  const write = (iso: string): string =>
    `${new Date(Date.parse(iso) + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
  return { ...evidence, timeZone, startedAt: write(evidence.startedAt), finishedAt: write(evidence.finishedAt) };
}

function withIdleVpn(evidence: Evidence): Evidence {
  const vpn: ObservationOf<"interface"> = {
    id: "interface:tun7",
    collector: "interface",
    target: "tun7",
    startMs: 0,
    durationMs: 1,
    outcome: "ok",
    evidence: {
      name: "tun7",
      label: "VPN",
      kind: "vpn",
      mac: null,
      adminUp: false,
      carrier: false,
      speedMbps: null,
      mtu: 1500,
      addresses: [],
      counters: null,
      wifi: null,
    },
  };
  return { ...evidence, observations: [...evidence.observations, vpn] };
}

function withoutLinkLocal(evidence: Evidence): Evidence {
  return mapObservations(evidence, (seen) =>
    seen.collector === "interface"
      ? {
          ...seen,
          evidence: {
            ...seen.evidence,
            addresses: seen.evidence.addresses.filter((one) => !(one.family === 6 && one.scope === "link")),
          },
        }
      : seen,
  );
}

/** The same office from a laptop without a ping program: nothing that only echo requests can tell. */
export function withoutPing(evidence: Evidence): Evidence {
  const kept = evidence.observations.filter((one) => one.collector !== "quality" || one.evidence.method !== "icmp");
  return {
    ...evidence,
    observations: kept.map((seen): Observation => {
      if (seen.collector === "gateway") return { ...seen, evidence: { ...seen.evidence, icmp: null } };
      if (seen.collector === "path")
        return {
          ...seen,
          outcome: "unknown",
          failure: { phase: "read", code: "NOT_AVAILABLE" },
          evidence: { ...seen.evidence, hops: [], method: "none" },
        };
      if (seen.collector === "mtu" && seen.evidence.method === "ping")
        return {
          ...seen,
          outcome: "unknown",
          failure: { phase: "read", code: "NOT_AVAILABLE" },
          evidence: { ...seen.evidence, largestPassed: null, smallestLost: null, icmpHeard: "unknown", method: "none" },
        };
      return seen;
    }),
  };
}
