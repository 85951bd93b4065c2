import type { Evidence, Observation } from "../../src/evidence/schema.ts";

/** Facts of the laptop that a system may refuse to tell, each alone and all together. */
export const FACTS = [
  "interfaces",
  "signal",
  "counters",
  "leases",
  "routes",
  "resolvers",
  "hostsFile",
  "proxy",
  "neighbours",
  "everything",
] as const;
export type LocalFact = (typeof FACTS)[number];

/**
 * The same evidence from a laptop on which one of its facts could not be read: as `observationsOf` records it, and
 * without the probes that need it.
 */
export function unread(evidence: Evidence, fact: LocalFact): Evidence {
  if (fact === "everything") return FACTS.filter((one) => one !== "everything").reduce(unread, evidence);
  const known = new Set(
    evidence.observations.flatMap((one) =>
      one.collector === "dns" && one.evidence.role === "control" ? one.evidence.answers : [],
    ),
  );
  const observations = evidence.observations.flatMap((one): Observation[] => blind(one, fact, known));
  if (fact !== "interfaces") return { ...evidence, observations };
  return { ...evidence, observations: [NO_LIST, ...observations] };
}

const NOT_READ = { outcome: "unknown", failure: { phase: "read", code: "NOT_AVAILABLE" } } as const;

const NO_LIST: Observation = {
  id: "interface:unknown",
  collector: "interface",
  target: "unknown",
  startMs: 0,
  durationMs: 1,
  ...NOT_READ,
  evidence: {
    name: "unknown",
    label: "unknown",
    kind: "unknown",
    mac: null,
    adminUp: "unknown",
    carrier: "unknown",
    speedMbps: null,
    mtu: null,
    addresses: [],
    counters: null,
    wifi: null,
  },
};

/**
 * @param known addresses that a control resolver gives, too: they are tried even where nobody knows the office's own
 * resolver
 */
function blind(one: Observation, fact: LocalFact, known: ReadonlySet<string>): Observation[] {
  switch (one.collector) {
    case "interface":
      if (fact === "interfaces") return [];
      if (fact === "signal") return [{ ...one, evidence: { ...one.evidence, adminUp: "unknown", carrier: "unknown" } }];
      return fact === "counters" ? [{ ...one, evidence: { ...one.evidence, counters: null } }] : [one];
    case "lease":
      if (fact === "interfaces") return [];
      if (fact !== "leases") return [one];
      return [
        {
          ...one,
          ...NOT_READ,
          evidence: {
            ...one.evidence,
            dhcp: "unknown",
            server: null,
            routers: [],
            dns: [],
            obtainedAt: null,
            expiresAt: null,
            source: "none",
          },
        },
      ];
    case "routes":
      return fact === "routes" ? [{ ...one, ...NOT_READ, evidence: { routes: [] } }] : [one];
    case "resolvers":
      return fact === "resolvers" ? [{ ...one, ...NOT_READ, evidence: { servers: [], search: [] } }] : [one];
    case "dns":
      // Nobody knows whom to ask where no server is known.
      return fact === "resolvers" && one.evidence.role === "configured" ? [] : [one];
    case "endpoint": {
      // The probes would have gone where the names that could be asked for lead.
      const { resolvedBy: by, address } = one.evidence;
      const lost =
        fact === "hostsFile"
          ? by === "hosts"
          : fact === "resolvers" && by !== null && by !== "hosts" && address !== null && !known.has(address);
      return lost ? [] : [one];
    }
    case "hostsFile":
      return fact === "hostsFile" ? [{ ...one, ...NOT_READ, evidence: { path: "", overrides: [] } }] : [one];
    case "proxyConfig":
      return fact === "proxy" ? [{ ...one, ...NOT_READ, evidence: { settings: [], bypass: [] } }] : [one];
    case "proxy":
      return fact === "proxy" ? [] : [one];
    case "neighbours":
      return fact === "neighbours" ? [{ ...one, ...NOT_READ, evidence: { entries: [] } }] : [one];
    case "gateway":
      // Which machine is the gateway only the routes tell.
      if (fact === "routes") return [];
      return fact === "neighbours" ? [{ ...one, evidence: { ...one.evidence, neighbour: null } }] : [one];
    case "sweep":
    case "lanDevice":
      return fact === "interfaces" || fact === "neighbours" ? [] : [one];
    default:
      return [one];
  }
}
