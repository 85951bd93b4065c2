import type { Evidence, ObservationOf } from "../../evidence/schema.ts";
import { sameAddress } from "./address.ts";
import type { LocalFacts } from "./local.ts";
import { observed, unique } from "./observed.ts";

export interface LanFacts {
  /** Other machines of the office seen alive, the gateways left out. */
  readonly stations: readonly { readonly address: string; readonly mac: string | null }[];
  readonly devices: readonly ObservationOf<"lanDevice">[];
  /** The neighbour table could be read: without it nobody seen is nobody looked for. */
  readonly known: boolean;
  /** Was the own subnet swept, and whole? */
  readonly swept: boolean;
  readonly sweptWhole: boolean;
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
  const devices = observed(evidence, "lanDevice").filter((one) => one.outcome === "ok");
  const sweeps = observed(evidence, "sweep").filter((one) => one.outcome === "ok" && one.evidence.asked > 0);
  const seen = [...neighbours, ...devices.map((one) => one.evidence).filter((one) => isOther(one.address))];
  return {
    stations: unique(seen.map((one) => one.address)).map((address) => ({
      address,
      mac: seen.find((one) => one.address === address)?.mac ?? null,
    })),
    devices,
    known: tables.some((one) => one.outcome === "ok"),
    swept: sweeps.length > 0,
    sweptWhole: sweeps.length > 0 && sweeps.every((one) => !one.evidence.truncated),
    ids: [...tables, ...sweeps].map((one) => one.id),
  };
}
