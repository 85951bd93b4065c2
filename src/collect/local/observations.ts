import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import { countersAfter } from "./counters.ts";
import type { InterfaceFact, LaterFacts, LocalFacts, Reading } from "./facts.ts";

interface Span {
  readonly startMs: number;
  readonly durationMs: number;
}

/** What could not be read is an observation with outcome `unknown` and empty facts, never a failed check. */
function told(reading: Reading<unknown>): Pick<Observation, "outcome" | "failure"> {
  if (reading.known) return { outcome: "ok" };
  return { outcome: "unknown", failure: { phase: "read", code: "NOT_AVAILABLE", detail: reading.why.slice(0, 300) } };
}

/** Facts of the operating system as observations, with the ids of src/evidence/local.ts. */
export function observationsOf(facts: LocalFacts, span: Span): Observation[] {
  const { interfaces, leases, routes, resolvers, hostsFile, proxy } = facts;
  return [
    ...(interfaces.known
      ? interfaces.value.map((fact) => interfaceObservation(fact, span))
      : [unreadInterfaces(interfaces.why, span)]),
    ...leases.map((lease) => ({
      id: `lease:${lease.interface}`,
      collector: "lease" as const,
      target: lease.interface,
      ...span,
      outcome: lease.dhcp === "unknown" && lease.source === "none" ? ("unknown" as const) : ("ok" as const),
      evidence: lease,
    })),
    {
      id: "routes",
      collector: "routes",
      target: "routes",
      ...span,
      ...told(routes),
      evidence: { routes: routes.known ? [...routes.value] : [] },
    },
    {
      id: "resolvers",
      collector: "resolvers",
      target: "resolvers",
      ...span,
      ...told(resolvers),
      evidence: resolvers.known ? resolvers.value : { servers: [], search: [] },
    },
    {
      id: "hosts-file",
      collector: "hostsFile",
      target: hostsFile.known ? hostsFile.value.path : "hosts",
      ...span,
      ...told(hostsFile),
      evidence: hostsFile.known ? hostsFile.value : { path: "", overrides: [] },
    },
    {
      id: "proxy-config",
      collector: "proxyConfig",
      target: "proxy",
      ...span,
      ...told(proxy),
      evidence: proxy.known ? proxy.value : { settings: [], bypass: [] },
    },
  ];
}

/** The neighbour table, and the interfaces of `before` with the counters of the end. */
export function laterObservations(facts: LaterFacts, before: readonly Observation[], span: Span): Observation[] {
  const { neighbours, counters, carriers } = facts;
  const interfaces = before.flatMap((observation) => {
    if (observation.collector !== "interface" || observation.evidence.counters === null) return [];
    const now = counters.get(observation.evidence.name);
    if (now === undefined) return [];
    const carrierAfter = carriers?.get(observation.evidence.name);
    return [
      {
        ...observation,
        evidence: {
          ...observation.evidence,
          counters: countersAfter(observation.evidence.counters, now),
          ...(carrierAfter === undefined ? {} : { carrierAfter }),
        },
      },
    ];
  });
  return [...interfaces, neighboursObservation(neighbours, span)];
}

/** The neighbour table as an observation. */
export function neighboursObservation(neighbours: LaterFacts["neighbours"], span: Span): ObservationOf<"neighbours"> {
  return {
    id: "neighbours",
    collector: "neighbours",
    target: "neighbours",
    ...span,
    ...told(neighbours),
    evidence: { entries: neighbours.known ? [...neighbours.value] : [] },
  };
}

function interfaceObservation(fact: InterfaceFact, span: Span): ObservationOf<"interface"> {
  return {
    id: `interface:${fact.name}`,
    collector: "interface",
    target: fact.name,
    ...span,
    outcome: "ok",
    evidence: fact,
  };
}

// An evidence without any interface observation would read as "there is no adapter".
function unreadInterfaces(why: string, span: Span): ObservationOf<"interface"> {
  return {
    id: "interface:unknown",
    collector: "interface",
    target: "unknown",
    ...span,
    ...told({ known: false, why }),
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
}
