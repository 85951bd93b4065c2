import type { ObservationOf } from "../../evidence/schema.ts";
import { inPrefix } from "./address.ts";
import type { Facts } from "./facts.ts";
import { observed } from "./observed.ts";

export type RouteSeen = ObservationOf<"routes">["evidence"]["routes"][number];

/** The route that the system takes to an address: the longest prefix, then the lowest metric; null where none fits. */
export function routeTo(facts: Facts, address: string): RouteSeen | null {
  const routes = observed(facts.evidence, "routes").flatMap((one) => (one.outcome === "ok" ? one.evidence.routes : []));
  const bits = (one: RouteSeen): number => Number(one.destination.split("/")[1] ?? 0);
  const fitting = routes.filter((one) => inPrefix(address, one.destination));
  return fitting.toSorted((a, b) => bits(b) - bits(a) || a.metric - b.metric)[0] ?? null;
}
