import type { Observation } from "../../../src/evidence/schema.ts";
import { set, type Change } from "../changes.ts";
import type { Border, Side } from "./border.ts";

const proxy = (reachable: boolean, relays: boolean): Change => set({ proxy: { reachable, relays } });

/** So many pages are asked through the proxy as well, and do not come that way. */
function relayed(count: number): NonNullable<Side["edit"]> {
  return (evidence) => {
    const pages = evidence.observations.flatMap((one) =>
      one.collector === "endpoint" && one.evidence.protocol === "https" ? [one] : [],
    );
    const lost = pages.slice(0, count).map((one): Observation => ({
      ...one,
      id: `${one.id}:proxy`,
      outcome: "failed",
      failure: { phase: "proxy", code: "TIMEOUT" },
      evidence: { ...one.evidence, via: "proxy", address: null, resolvedBy: null, steps: {}, tls: null, http: null },
    }));
    return { ...evidence, observations: [...evidence.observations, ...lost] };
  };
}

/** A proxy that is dead, that refuses, and that works. */
export const PROXY_BORDERS: readonly Border[] = [
  {
    name: "a proxy that relays is no fault, one that is silent is",
    within: { make: proxy(true, true), says: [] },
    beyond: { make: proxy(false, true), says: ["PROXY_DEAD"], first: { severity: "critical", confidence: "certain" } },
  },
  {
    name: "a proxy that lives and does not relay refuses",
    within: { make: proxy(true, true), says: [] },
    beyond: { make: proxy(true, false), says: ["PROXY_REFUSES"], first: { confidence: "certain" } },
  },
  {
    name: "a dead proxy does not refuse",
    within: { make: proxy(false, false), says: ["PROXY_DEAD"] },
    beyond: { make: proxy(true, false), says: ["PROXY_REFUSES"] },
  },
  {
    name: "one page that is lost in the proxy is chance, two are the proxy",
    within: { make: proxy(true, true), edit: relayed(1), says: [] },
    beyond: { make: proxy(true, true), edit: relayed(2), says: ["PROXY_REFUSES"] },
  },
  {
    name: "a setting that nobody can read is told, none is not",
    within: { make: set({ proxySetting: null }), says: [] },
    beyond: { make: set({ proxySetting: "htp:/x" }), says: ["PROXY_MISCONFIGURED"], first: { severity: "minor" } },
  },
];
