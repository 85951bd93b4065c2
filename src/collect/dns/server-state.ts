import type { ObservationOf } from "../../evidence/schema.ts";

export interface ResolverServer {
  readonly address: string;
  readonly port: number;
}

type DnsObservation = ObservationOf<"dns">;

export interface ServerStates {
  /** Runs a query to the server at `index`, or gives null without asking when it is known dead. */
  unlessDead(index: number, query: () => Promise<DnsObservation>): Promise<DnsObservation | null>;
}

/**
 * Remembers which servers answer. `labels` names them in order; `known` is what the scan has already heard from them. The first query
 * to a server of which nothing is known is a scout: the others wait for it, so that fifty names don't each find out for themselves,
 * time-out after time-out, that the first server is dead. Once a server has answered it is never called dead.
 */
export function createServerStates(labels: readonly string[], known: readonly DnsObservation[]): ServerStates {
  const scouts = labels.map((label) => knownState(known.filter((observation) => observation.evidence.server === label)));
  return {
    async unlessDead(index, query) {
      const scout = scouts[index];
      if (scout !== undefined) return (await scout) ? query() : null;
      const first = query();
      scouts[index] = first.then(answered);
      return first;
    },
  };
}

function knownState(heard: readonly DnsObservation[]): Promise<boolean> | undefined {
  return heard.length === 0 ? undefined : Promise.resolve(heard.some(answered));
}

/** Any answer counts, also SERVFAIL: the server lives. */
function answered(observation: DnsObservation): boolean {
  return observation.evidence.rcode !== null;
}
