import type { LocalDetail, LocalSource } from "../context/scan-input.ts";
import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";

export type InterfaceFact = ObservationOf<"interface">["evidence"];
export type AddressFact = InterfaceFact["addresses"][number];
export type InterfaceKind = InterfaceFact["kind"];
export type LeaseFact = ObservationOf<"lease">["evidence"];
export type RouteFact = ObservationOf<"routes">["evidence"]["routes"][number];
export type ResolverFacts = ObservationOf<"resolvers">["evidence"];
export type ResolverFact = ResolverFacts["servers"][number];
export type HostsFacts = ObservationOf<"hostsFile">["evidence"];
export type ProxyFacts = ObservationOf<"proxyConfig">["evidence"];
export type ProxySetting = ProxyFacts["settings"][number];
export type NeighbourFact = ObservationOf<"neighbours">["evidence"]["entries"][number];
export type NeighbourState = NeighbourFact["state"];

/** What a source told, or why it could not: "not told" is never the same as "there is none". */
export type Reading<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

export function known<T>(value: T): Reading<T> {
  return { known: true, value };
}
export function notTold(why: string): Reading<never> {
  return { known: false, why };
}

/** All that an operating system tells about itself before the probes. */
export interface LocalFacts {
  readonly interfaces: Reading<readonly InterfaceFact[]>;
  /** One for each interface that could have a lease; `dhcp` is "unknown" where nothing told. */
  readonly leases: readonly LeaseFact[];
  readonly routes: Reading<readonly RouteFact[]>;
  readonly resolvers: Reading<ResolverFacts>;
  readonly hostsFile: Reading<HostsFacts>;
  readonly proxy: Reading<ProxyFacts>;
}

export interface PacketCounters {
  readonly rxPackets: number;
  readonly txPackets: number;
  readonly rxErrors: number;
  readonly txErrors: number;
}

/** What is read again after the probes. Counters by interface name. */
export interface LaterFacts {
  readonly neighbours: Reading<readonly NeighbourFact[]>;
  readonly counters: ReadonlyMap<string, PacketCounters>;
  /** Which adapters have a signal now; those of which the system does not tell are left out. */
  readonly carriers?: ReadonlyMap<string, boolean>;
}

/** One operating system. Methods never throw for what they see. */
export interface LocalReader {
  before(context: CollectContext, deadlineMs: number, detail?: LocalDetail): Promise<LocalFacts>;
  after(context: CollectContext, deadlineMs: number): Promise<LaterFacts>;
  /** See `LocalSource.proxyFor`. */
  proxyFor?: NonNullable<LocalSource["proxyFor"]>;
  /** The neighbour table alone, as fast as the system tells it: it is asked for while the sweep runs. */
  neighbours(context: CollectContext, deadlineMs: number): Promise<LaterFacts["neighbours"]>;
}
