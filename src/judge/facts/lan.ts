import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { inPrefix, sameAddress } from "./address.ts";
import type { LocalFacts } from "./local.ts";
import { observed, unique } from "./observed.ts";

export interface LanFacts {
  /** Other machines of the office seen alive, the gateways left out. */
  readonly stations: readonly { readonly address: string; readonly mac: string | null }[];
  readonly devices: readonly ObservationOf<"lanDevice">[];
  /** The neighbour table could be read: without it nobody seen is nobody looked for. */
  readonly known: boolean;
  /**
   * Was the own network searched: everybody asked at once, and at least thirty addresses each, or all? In older evidence:
   * at all.
   */
  readonly swept: boolean;
  /** Was this address asked for itself? */
  isAsked(address: string): boolean;
  /** The hardware address that answers for everybody, where one does: devices cannot be counted. */
  readonly proxyArp: { readonly mac: string; readonly id: string } | null;
  /** Observations that tell of it. */
  readonly ids: readonly string[];
}

const ALIVE: ReadonlySet<string> = new Set(["reachable", "stale", "delay", "probe"]);

/** Who else is there, by neighbour table and sweep. */
export function lanFacts(evidence: Evidence, local: LocalFacts): LanFacts {
  const own = new Set(local.links.flatMap((link) => link.addresses.map((one) => one.address)));
  const gateways = [...local.defaults4, ...local.defaults6].flatMap((route) =>
    route.gateway === null ? [] : [route.gateway],
  );
  const isOther = (address: string): boolean =>
    !own.has(address) && !gateways.some((gateway) => sameAddress(gateway, address));
  const tables = observed(evidence, "neighbours");
  const names = new Set(local.links.map((link) => link.name));
  const neighbours = tables
    .flatMap((table) => table.evidence.entries)
    .filter(
      (entry) =>
        entry.mac !== null &&
        ALIVE.has(entry.state) &&
        entry.family === 4 &&
        names.has(entry.interface) &&
        isOther(entry.address),
    );
  const proxyArp = proxyArpOf(evidence);
  const devices = observed(evidence, "lanDevice").filter(
    (one) => one.outcome === "ok" && (proxyArp === null || one.evidence.mac !== proxyArp.mac),
  );
  const sweeps = observed(evidence, "sweep").filter((one) => one.outcome === "ok" && one.evidence.asked > 0);
  const seen = [...neighbours, ...devices.map((one) => one.evidence).filter((one) => isOther(one.address))];
  return {
    stations: unique(seen.map((one) => one.address)).map((address) => ({
      address,
      mac: seen.find((one) => one.address === address)?.mac ?? null,
    })),
    devices,
    known: tables.some((one) => one.outcome === "ok"),
    swept: proxyArp === null && sweeps.some(isSearched),
    isAsked: (address) =>
      sweeps.some(({ evidence: { known = [], truncated, subnet } }) =>
        truncated ? known.some((one) => sameAddress(one, address)) : inPrefix(address, subnet),
      ),
    proxyArp,
    ids: [...tables, ...sweeps].map((one) => one.id),
  };
}

type Sweep = ObservationOf<"sweep">;

/** Fewer addresses than this are no search. */
const ENOUGH = 30;
/** So many addresses do not belong to one machine. */
const TOO_MANY = 6;

function isSearched({ evidence: { groups, asked, truncated } }: Sweep): boolean {
  return groups === undefined || asked >= ENOUGH || !truncated;
}

function proxyArpOf(evidence: Evidence): LanFacts["proxyArp"] {
  const told = observed(evidence, "sweep").find((one) => one.evidence.proxyArp !== undefined);
  if (told?.evidence.proxyArp !== undefined) return { mac: told.evidence.proxyArp, id: told.id };
  const [sweep] = observed(evidence, "sweep");
  const macs = observed(evidence, "lanDevice").flatMap((one) => one.evidence.mac ?? []);
  const many = macs.find((mac) => macs.filter((one) => one === mac).length >= TOO_MANY);
  return many === undefined || sweep === undefined ? null : { mac: many, id: sweep.id };
}
