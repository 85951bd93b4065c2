import type { Observation, ObservationOf } from "../../evidence/schema.ts";
import type { Row, RowId, RowState } from "./row.ts";
import type { SecondSource } from "./second.ts";

type Of<C extends Observation["collector"]> = ObservationOf<C>;

/**
 * The network of this laptop as the product reads it, beside what the system's tools say of it.
 * @param seen observations of the local reader, the neighbour table among them
 */
export function networkRows(seen: readonly Observation[], second: SecondSource): Row[] {
  const adapters = all(seen, "interface").filter((one) => one.outcome === "ok" && one.evidence.kind !== "loopback");
  const unread = all(seen, "interface").some((one) => one.outcome !== "ok");
  const routes = all(seen, "routes").find((one) => one.outcome === "ok");
  const resolvers = all(seen, "resolvers").find((one) => one.outcome === "ok");
  const table = all(seen, "neighbours").find((one) => one.outcome === "ok");
  const proxy = all(seen, "proxyConfig").find((one) => one.outcome === "ok");
  const gateways = routes?.evidence.routes.flatMap(({ destination, gateway }) =>
    destination === "0.0.0.0/0" && gateway !== null ? [gateway] : [],
  );
  return [
    ...adapters.map((one) => addressRow(one, second)),
    ...(unread ? [row("addresses", null, null)] : []),
    row("gateway", gateways ?? null, second.gateways),
    neighbourRow(table, second),
    row("resolvers", resolvers?.evidence.servers.map((one) => one.address) ?? null, second.resolvers),
    row("proxy", proxy?.evidence.settings.map((one) => `${one.scheme} ${one.value}`.trim()) ?? null, null),
  ];
}

function addressRow({ evidence: { name, addresses } }: Of<"interface">, second: SecondSource): Row {
  const own = addresses.filter((one) => one.family === 4).map((one) => one.address);
  const told = second.addresses?.get(name);
  // Tools leave out an adapter that has nothing to show.
  return row("addresses", own, told ?? (second.addresses === null || own.length === 0 ? null : []), name);
}

/** Machines that both sources know must have one hardware address; each may have heard of others since. */
function neighbourRow(table: Of<"neighbours"> | undefined, second: SecondSource): Row {
  const own = table?.evidence.entries.flatMap((one) => (one.mac === null || one.family === 6 ? [] : [one]));
  if (own === undefined || second.neighbours === null) return row("neighbours", own?.map(entryText) ?? null, null);
  const common = own.filter((one) => second.neighbours?.has(one.address) === true);
  const other = common.map((one) =>
    entryText({ address: one.address, mac: second.neighbours?.get(one.address) ?? "" }),
  );
  return row("neighbours", common.map(entryText), other);
}

function entryText({ address, mac }: { readonly address: string; readonly mac: string | null }): string {
  return `${address} ${mac ?? ""}`;
}

/** Two lists agree where they hold the same, in whatever order. */
export function row(id: RowId, native: readonly string[] | null, system: readonly string[] | null, subject = ""): Row {
  const text = (list: readonly string[] | null): string | null =>
    list === null ? null : [...new Set(list)].toSorted().join(", ");
  const [own, other] = [text(native), text(system)];
  const state: RowState = own === null ? "unknown" : other === null ? "alone" : own === other ? "agrees" : "differs";
  return { id, subject, native: own, system: other, state };
}

function all<C extends Observation["collector"]>(seen: readonly Observation[], collector: C): Of<C>[] {
  return seen.filter((one): one is Of<C> => one.collector === collector);
}
